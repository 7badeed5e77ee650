// `npm start`: builds the extension and opens VS Code with it on samples/. With a desktop VS Code on the PATH that one
// is taken; else the one from npm is started on this machine, to be opened in a browser.
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { installExtension, profileIn, type Server, startServer, temporaryFolder, writeSettings } from "./host/server";
import { setUpHost } from "./host/setup";
import { onInterrupt, run, runNpm } from "./processes";
import { root, vsix } from "./root";

const samples = path.join(root, "samples");

function onPath(command: string): boolean {
  const names = process.platform === "win32" ? [`${command}.cmd`, `${command}.exe`] : [command];
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.some((folder) => names.some((name) => existsSync(path.join(folder, name))));
}

async function npmRun(script: string): Promise<void> {
  const code = await runNpm("npm", ["run", "--silent", script], { cwd: root });
  if (code !== 0) throw new Error(`npm run ${script}: ${code}`);
}

async function openDesktop(): Promise<void> {
  await npmRun("build");
  console.log("正在打开 VS Code … / Opening VS Code …");
  const args = [`--extensionDevelopmentPath=${root}`, samples];
  const code = await run("code", args, { shell: process.platform === "win32" });
  if (code !== 0) throw new Error(`code: ${code}`);
}

async function serve(): Promise<void> {
  const folder = temporaryFolder();
  let server: Server | undefined;
  onInterrupt(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await npmRun("package");
  const host = await setUpHost();
  const profile = profileIn(folder);
  writeSettings(profile);
  await installExtension(host, profile, vsix);
  server = await startServer(host, profile);
  console.log("\n请在浏览器中打开 / Open in a browser:\n");
  console.log(`  ${server.url}/?folder=${encodeURI(samples)}\n`);
  console.log("Ctrl+C 结束 / Ctrl+C stops it");
  await server.died;
}

const open = onPath("code") ? openDesktop : serve;
open().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
