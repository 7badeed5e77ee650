// Runs the mocha tests named on the command line and tells whoever started it how many passed and failed.
import Mocha from "mocha";

async function main(files: readonly string[]): Promise<void> {
  // A test that is left out, or the only one let in, is a failure: everything runs, always.
  const mocha = new Mocha({ color: process.stdout.isTTY, forbidOnly: true, forbidPending: true, timeout: 20_000 });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const runner = mocha.run((failures) => {
    const counts = { passed: runner.stats?.passes ?? 0, failed: failures };
    process.exitCode = failures > 0 ? 1 : 0;
    // A test that leaves a process or timer behind must not keep the run from ending.
    if (process.send) process.send(counts, () => process.exit());
    else process.exit();
  });
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
