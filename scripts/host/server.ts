// The VS Code server of the host: started on a free port of this machine only, in folders of its own, and stopped again.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run, start, stop } from "../processes";
import type { Host } from "./setup";

export interface Profile {
  /** Settings, state, logs. */
  readonly userData: string;
  readonly extensions: string;
}

export interface Server {
  /** http://127.0.0.1:PORT */
  readonly url: string;
  /** What the server has said so far, for the report of a failure. */
  log(): string;
  /** Rejects when the server ends before it is stopped. */
  readonly died: Promise<never>;
  stop(): Promise<void>;
}

/** Nothing that asks, advertises or reaches for the network. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/** A temporary folder with a short name: the server puts sockets into it, whose paths may not be long. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "nb-"));
}

export function profileIn(folder: string): Profile {
  return { userData: path.join(folder, "u"), extensions: path.join(folder, "e") };
}

export function writeSettings(profile: Profile, settings: Readonly<Record<string, unknown>> = quietSettings): void {
  const folder = path.join(profile.userData, "User");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "settings.json"), JSON.stringify(settings, null, 2));
}

function profileArguments(profile: Profile, data: string): string[] {
  return [
    "--accept-server-license-terms",
    ...["--server-data-dir", data],
    ...["--user-data-dir", profile.userData],
    ...["--extensions-dir", profile.extensions],
    ...["--telemetry-level", "off"],
  ];
}

export async function installExtension(host: Host, profile: Profile, vsix: string): Promise<void> {
  const data = temporaryFolder();
  try {
    const args = [host.server, ...profileArguments(profile, data), "--install-extension", vsix];
    const code = await run(host.node, args);
    if (code !== 0) throw new Error(`${vsix} could not be installed (exit code ${code})`);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** Starts the server; its environment becomes that of the extensions. `args` are further flags of the server. */
export async function startServer(host: Host, profile: Profile, ...args: readonly string[]): Promise<Server> {
  const data = temporaryFolder();
  const child = start(
    host.node,
    [
      host.server,
      ...profileArguments(profile, data),
      ...["--host", "127.0.0.1", "--port", "0"],
      // Only this machine can reach it; a token would have to be typed into the browser.
      "--without-connection-token",
      "--disable-workspace-trust",
      ...args,
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let log = "";
  let stopping = false;
  const died = new Promise<never>((_, reject) => {
    child.once("exit", (code) => {
      if (!stopping) reject(new Error(`the VS Code server ended (exit code ${code})\n${log}`));
    });
  });
  // Whoever waits for it hears of it; nobody has to.
  died.catch(() => {});
  const url = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the VS Code server did not start in 60 s\n${log}`)), 60_000);
    const read = (chunk: Buffer) => {
      log += chunk;
      const port = /available at http:\/\/[^:\s]+:(\d+)/.exec(log)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
  });
  const stopServer = async () => {
    stopping = true;
    await stop(child);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { url: await Promise.race([url, died]), log: () => log, died, stop: stopServer };
  } catch (error) {
    await stopServer();
    throw error;
  }
}
