// VS Code loads this module inside its extension host and calls run(): a rejection makes VS Code end with an error.
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import Mocha from "mocha";

export async function run(): Promise<void> {
  const mocha = new Mocha({ color: false, forbidOnly: true, forbidPending: true, timeout: 30_000 });
  if (process.env.NIANBAO_TEST_GREP) mocha.grep(process.env.NIANBAO_TEST_GREP);
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith(".test.js")) mocha.addFile(path.join(__dirname, file));
  }
  const counts = await new Promise<{ passed: number; failed: number }>((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
  });
  const result = process.env.NIANBAO_TEST_RESULT;
  if (result) writeFileSync(result, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
}
