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
const settings = {
  ...quietSettings,
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
const patience = 20_000;

interface Shots {
  readonly page: Page;
  /** The file in samples/ to open first. */
  readonly file: string;
}

async function shoot({ page }: Shots, name: string): Promise<void> {
  // The caret blinks and scroll bars fade; without them two runs give the same picture.
  await page.screenshot({ path: path.join(images, `${name}.png`), animations: "disabled", caret: "hide" });
  console.log(`docs/images/${name}.png`);
}

function row(page: Page, list: string, text: string | RegExp): Locator {
  return page.locator(`${list} .monaco-list-row`, { hasText: text }).first();
}

async function openReport({ page, file }: Shots): Promise<void> {
  await row(page, ".explorer-folders-view", file).dblclick();
  await page.locator(".monaco-editor .squiggly-error").first().waitFor();
}

async function problems(shots: Shots): Promise<void> {
  const { page } = shots;
  await page.keyboard.press("Control+Shift+M");
  const problem = row(page, ".markers-panel", "勾稽");
  await problem.waitFor();
  // A click goes to the place of the finding.
  await problem.click();
  await page.locator(".statusbar-item", { hasText: /✗ \d+ \/ 4[02]/ }).waitFor();
  await page.mouse.move(0, 0);
  await shoot(shots, "problems");
}

async function hover(shots: Shots): Promise<void> {
  const { page } = shots;
  const squiggle = page.locator(".monaco-editor .squiggly-error").first();
  await squiggle.hover({ force: true });
  const shown = page.locator(".monaco-hover:not(.hidden) .hover-row", { hasText: "✗" }).first();
  await shown.waitFor();
  await shoot(shots, "hover");
  await page.keyboard.press("Escape");
}

async function outline(shots: Shots): Promise<void> {
  const { page } = shots;
  await page.locator(".pane-header", { hasText: "Outline" }).click();
  const rows = page.locator(".outline-tree .monaco-list-row");
  await row(page, ".outline-tree", "六、其他需要报告的事项").waitFor();
  const names = await rows.allInnerTexts();
  console.log(`  outline: ${names.map((name) => name.replace(/\s+/g, " ").trim()).join(" | ")}`);
  await shoot(shots, "outline");
}

async function quickFix(shots: Shots): Promise<void> {
  const { page } = shots;
  await row(page, ".markers-panel", "勾稽").dblclick();
  await page.keyboard.press("Control+.");
  await row(page, ".action-widget", "→").waitFor();
  await shoot(shots, "quick-fix");
  await page.keyboard.press("Escape");
}

/** A click on the rule in the problems list opens its page inside VS Code. */
async function rulePage(shots: Shots): Promise<void> {
  const { page } = shots;
  await page
    .locator(".markers-panel .monaco-list-row a", { hasText: /^[a-z-]+$/ })
    .first()
    .click();
  await page.locator(".tab.active", { hasText: /\.md/ }).waitFor();
  await shoot(shots, "rule-page");
}

async function takeAll(server: Server, workspace: string, file: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const shots: Shots = { page, file };
    try {
      await page.goto(`${server.url}/?folder=${encodeURI(workspace)}`);
      await row(page, ".explorer-folders-view", file).waitFor({ timeout: 60_000 });
      for (const take of [openReport, problems, hover, outline, quickFix, rulePage]) await take(shots);
    } catch (error) {
      await shoot(shots, "failed");
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
    await takeAll(server, workspace, file);
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv[2] ?? "合计").then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
