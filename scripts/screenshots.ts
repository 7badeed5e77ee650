// `npm run screenshots`: takes the README's pictures, docs/images/*.png, from the packed extension in a real VS Code, and
// tries on the way what only a mouse can try: each picture waits for what it shows, so a failure here is a real one.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { launchChromium } from "./host/browser";
import {
  installExtension,
  profileIn,
  quietSettings,
  type Server,
  startServer,
  temporaryFolder,
  writeSettings,
} from "./host/server";
import { setUpHost } from "./host/setup";
import { onInterrupt } from "./processes";
import { root, vsix } from "./root";

const images = path.join(root, "docs", "images");
/** One report at a time, as the first pictures show; the folder has its own. */
const settings = {
  ...quietSettings,
  "nianbao.checkFolder": false,
  "breadcrumbs.enabled": false,
  "editor.fontSize": 14,
  "editor.minimap.enabled": false,
  "editor.hover.delay": 100,
  "explorer.compactFolders": false,
  "window.menuBarVisibility": "hidden",
  "window.commandCenter": false,
  "workbench.activityBar.location": "top",
  "workbench.colorTheme": "Default Light Modern",
  "workbench.layoutControl.enabled": false,
  "workbench.tips.enabled": false,
};
const viewport = { width: 1280, height: 800 };
const patience = 20_000;

interface Shots {
  readonly page: Page;
  /** Begins the name of the file in samples/ to be shown. */
  readonly file: RegExp;
}

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function shoot({ page }: Shots, name: string, clip?: Clip): Promise<void> {
  // The caret blinks and scroll bars fade; without them two runs give the same picture.
  await page.screenshot({ path: path.join(images, `${name}.png`), animations: "disabled", caret: "hide", clip });
  console.log(`docs/images/${name}.png`);
}

function row(page: Page, list: string, text: string | RegExp): Locator {
  return page.locator(`${list} .monaco-list-row`, { hasText: text }).first();
}

/** Where an element is, once it has stopped moving: panes slide open and closed. */
async function boxOf(locator: Locator): Promise<Clip> {
  await locator.waitFor();
  let last = "";
  for (;;) {
    const box = await locator.boundingBox();
    if (box !== null && JSON.stringify(box) === last) return box;
    last = JSON.stringify(box);
    await locator.page().waitForTimeout(50);
  }
}

/** A click by the mouse alone: Playwright's own scrolls the workbench by some pixels first, which the pictures would show. */
async function click(locator: Locator, times = 1): Promise<void> {
  const { x, y, width, height } = await boxOf(locator);
  await locator.page().mouse.click(x + width / 2, y + height / 2, { clickCount: times });
}

async function openReport({ page, file }: Shots): Promise<void> {
  await click(row(page, ".explorer-folders-view", file), 2);
  await page.locator(".statusbar-item", { hasText: /✗ \d+ \/ 4[02]/ }).waitFor();
}

async function problems(shots: Shots): Promise<void> {
  const { page } = shots;
  await page.keyboard.press("Control+Shift+M");
  const problem = row(page, ".markers-panel", "≠");
  await problem.waitFor();
  // A click goes to the place of the finding.
  await click(problem);
  await page.locator(".monaco-editor .squiggly-error").first().waitFor();
  await page.mouse.move(0, 0);
  await shoot(shots, "problems");
  const { width, height } = viewport;
  await shoot(shots, "status", { x: width / 2, y: height - 32, width: width / 2, height: 32 });
}

async function hover(shots: Shots): Promise<void> {
  const { page } = shots;
  // A part of the wrong total: it has no finding of its own, so that its relations and their story stand alone in the hover.
  const part = row(page, ".markers-panel", /\]:\s*行合计/);
  const line = /Ln \d+/.exec(await part.innerText())?.[0] ?? "";
  await click(part, 2);
  await page.locator(".statusbar-item", { hasText: new RegExp(`${line}\\b`) }).waitFor();
  await page.locator(".monaco-editor.focused").waitFor();
  await page.keyboard.press("Control+J");
  await page.locator(".markers-panel").waitFor({ state: "hidden" });
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  await page.locator(".monaco-hover:not(.hidden) .hover-row", { hasText: "✗" }).first().waitFor();
  await shoot(shots, "hover");
  await page.keyboard.press("Escape");
}

async function outline(shots: Shots): Promise<void> {
  const { page } = shots;
  // The files give their place to the outline.
  await click(page.locator(".pane-header", { hasText: "年报" }));
  await click(page.locator(".pane-header", { hasText: "Outline" }));
  const list = ".outline-tree";
  await row(page, list, "一、总体情况").waitFor();
  await click(page.locator(".pane-header", { hasText: "Outline" }).getByLabel("Collapse All"));
  const sections = await page.locator(`${list} .monaco-list-row`).allInnerTexts();
  if (sections.length !== 6) throw new Error(`the outline has ${sections.length} sections: ${sections.join(" ")}`);
  await click(row(page, list, "四、政府信息公开行政复议"));
  await page.keyboard.press("ArrowRight");
  await click(row(page, list, "表四"));
  await page.keyboard.press("ArrowRight");
  await row(page, list, "行政复议").waitFor();
  await page.mouse.move(0, 0);
  await shoot(shots, "outline");
}

async function quickFix(shots: Shots): Promise<void> {
  const { page } = shots;
  await page.keyboard.press("Control+Shift+M");
  await click(row(page, ".markers-panel", "≠"));
  const squiggle = page.locator(".monaco-editor .squiggly-error").first();
  await click(squiggle);
  await page
    .locator(".monaco-editor [class*='codicon-gutter-lightbulb'], .monaco-editor .lightBulbWidget")
    .first()
    .waitFor();
  await page.keyboard.press("Control+.");
  await row(page, ".action-widget", "改为").waitFor();
  await shoot(shots, "quick-fix");
  await page.keyboard.press("Escape");
}

/** A click on the rule, in the problems list and in a hover, opens its page inside VS Code. */
async function rulePage(shots: Shots): Promise<void> {
  const { page } = shots;
  const squiggle = page.locator(".monaco-editor .squiggly-error").first();
  const { x, y, width, height } = await boxOf(squiggle);
  await page.mouse.move(x + width / 2, y + height / 2);
  await click(page.locator(".monaco-hover:not(.hidden) .hover-row a", { hasText: /^[a-z-]+$/ }).first());
  await page.locator(".tab.active", { hasText: /\.md/ }).waitFor();
  await click(page.locator(".tab.active .tab-actions .action-label"));
  await page.locator(".tab", { hasText: /\.md/ }).waitFor({ state: "detached" });
  await page
    .locator(".markers-panel .monaco-list-row a", { hasText: /^[a-z-]+$/ })
    .first()
    .click();
  await page.locator(".tab.active", { hasText: /\.md/ }).waitFor();
  // Its Markdown is shown in a frame inside a frame.
  await page.frameLocator("iframe.webview").frameLocator("iframe").locator("h1").first().waitFor();
  await page.keyboard.press("Control+J");
  await shoot(shots, "rule-page");
}

/** A report in GB18030 is shown garbled, with a notice that reopens it. */
async function encoding(shots: Shots): Promise<void> {
  const { page, file } = shots;
  await click(page.locator(".pane-header", { hasText: "Outline" }));
  await click(page.locator(".pane-header", { hasText: "年报" }));
  await click(row(page, ".explorer-folders-view", file));
  await page.keyboard.press("End");
  await click(row(page, ".explorer-folders-view", "GB18030"), 2);
  const reopen = page.locator(".notification-toast .monaco-button", { hasText: "用 GB18030 重新打开" });
  await reopen.waitFor();
  await click(reopen);
  await page.locator(".monaco-editor .view-line", { hasText: "政府信息公开工作年度报告" }).first().waitFor();
  await page.locator(".statusbar-item", { hasText: "42/42" }).waitFor();
}

/** Reports that nobody has opened: by organ and year, with what is found in them. */
async function wholeFolder(shots: Shots): Promise<void> {
  const { page } = shots;
  await click(
    page.locator(".action-item", { has: page.locator("[aria-label^='Nianbao'], [aria-label^='年报审校']") }).first(),
  );
  const tree = ".tree-explorer-viewlet-tree-view";
  await row(page, tree, "青禾县水务局").waitFor();
  await page.locator(`${tree} .message`, { hasText: "正在检查" }).waitFor({ state: "hidden" });
  await click(row(page, tree, "青禾县水务局"));
  await page.keyboard.press("ArrowRight");
  await click(row(page, tree, /2024 年.*错误/));
  await page.keyboard.press("ArrowRight");
  const finding = row(page, tree, "≠");
  await finding.waitFor();
  await click(finding);
  await page.locator(".monaco-editor .squiggly-error").first().waitFor();
  await page.keyboard.press("Control+Shift+M");
  await row(page, ".markers-panel", "≠").waitFor();
  await page.mouse.move(0, 0);
  await shoot(shots, "folder");
}

async function takeAll(
  server: Server,
  workspace: string,
  file: RegExp,
  takes: readonly ((shots: Shots) => Promise<void>)[],
): Promise<void> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const shots: Shots = { page, file };
    try {
      await page.goto(`${server.url}/?folder=${encodeURI(workspace)}`);
      await row(page, ".explorer-folders-view", file).waitFor({ timeout: 60_000 });
      for (const take of takes) await take(shots);
    } catch (error) {
      const failed = path.join(root, "out", "failed.png");
      await page.screenshot({ path: failed });
      console.error("out/failed.png shows where it ended");
      throw error;
    }
  } finally {
    await browser.close();
  }
}

async function main(file: string): Promise<void> {
  const folder = temporaryFolder();
  let server: Server | undefined;
  onInterrupt(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  try {
    mkdirSync(images, { recursive: true });
    const workspace = path.join(folder, "年报");
    cpSync(path.join(root, "samples"), workspace, { recursive: true });
    const host = await setUpHost();
    const profile = profileIn(folder);
    writeSettings(profile, settings);
    await installExtension(host, profile, vsix);
    server = await startServer(host, profile);
    const first = new RegExp(`^\\s*${file}`);
    await takeAll(server, workspace, first, [openReport, problems, hover, outline, quickFix, rulePage, encoding]);
    await server.stop();
    writeSettings(profile, { ...settings, "nianbao.checkFolder": true });
    server = await startServer(host, profile);
    await takeAll(server, workspace, first, [wholeFolder]);
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv[2] ?? "02").then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
