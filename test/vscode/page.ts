// The page in which a workbench runs tests. It reports through two functions of the page: codeAutomationLog for each line,
// codeAutomationExit for the end.
import type { Page } from "playwright-core";
import { launchChromium } from "../../scripts/host/browser";

const verbose = Boolean(process.env.VSCODE_TEST_VERBOSE);
const timeLimit = 240_000;

/**
 * Opens a workbench that runs tests and gives their exit code. `display` is the language it takes itself to be shown in,
 * such as zh-cn; `hear` is told each line that is printed.
 */
export async function runInPage(
  url: string,
  died: Promise<never>,
  display: string,
  hear?: (line: string) => void,
): Promise<number> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    // The tests put a report on the clipboard; a page must be allowed to.
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    // Its translations would set this; extensions go by it.
    await context.addInitScript({ content: `globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(display)};` });
    const page = await context.newPage();
    const ended = testsEnded(page, hear);
    await page.goto(url);
    return await Promise.race([ended, died]);
  } finally {
    await browser.close();
  }
}

function testsEnded(page: Page, hear?: (line: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`the tests did not end in ${timeLimit / 1000} s`)), timeLimit);
    limit.unref();
    page.on("crash", () => reject(new Error("the page crashed")));
    if (verbose) page.on("console", (message) => console.log(`[page] ${message.text()}`));
    if (verbose) page.on("pageerror", (error) => console.log(`[page] ${error.message}`));
    const exposed = [
      page.exposeFunction("codeAutomationExit", (code: number) => resolve(code)),
      page.exposeFunction("codeAutomationLog", (_: string, values: readonly unknown[]) => print(values, hear)),
    ];
    Promise.all(exposed).catch(reject);
  });
}

// What the workbench says about itself: start-up, and the gallery it cannot reach without a network.
const chatter =
  /open-vsx|authentication provider|^(Ignoring fetching|Found additional|Request to|Loading dev|No search provider|MainThreadFileSystem|Skipping ext|Creating a socket|Resolv|Updating additional|Could not find pty|ChatSession|\[|%c)/;

function print(values: readonly unknown[], hear?: (line: string) => void): void {
  const [first, ...rest] = values.map((value) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "")));
  const filled = (first ?? "").replace(/%[sdo]/g, () => rest.shift() ?? "");
  const line = [filled, ...rest].join(" ");
  hear?.(line);
  if (verbose || !chatter.test(line)) console.log(line);
}
