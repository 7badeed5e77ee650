// Child processes of the scripts: their output is shown as it comes, and none outlives its script.
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

const running = new Set<ChildProcess>();

/** Starts a program in a process group of its own, so that what it starts ends with it. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(command, args, { detached: process.platform !== "win32", ...options });
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Runs a program to its end and gives its exit code. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { stdio: "inherit", ...options });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Runs one of npm's own programs, on Windows too, where they are scripts for the shell. */
export function runNpm(command: "npm" | "npx", args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return run(command, args, { shell: process.platform === "win32", ...options });
}

/** Ends a process and all it started; forcibly when it does not go within five seconds. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  signal(child, "SIGTERM");
  const force = setTimeout(() => signal(child, "SIGKILL"), 5000);
  await gone;
  clearTimeout(force);
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // It has ended by itself meanwhile.
  }
}

/** Lets Ctrl+C and a termination end the children and tidy up before the script goes. */
export function onInterrupt(tidy: () => Promise<void> = async () => {}): void {
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    await tidy().catch(() => {});
    await Promise.all([...running].map(stop));
    process.exit(130);
  };
  process.on("SIGINT", leave);
  process.on("SIGTERM", leave);
}
