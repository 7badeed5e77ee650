// The command's entry: arguments in, exit code out. Worker threads begin here too.
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { version } from "../../../package.json";
import { pick } from "../features/text";
import { runCheck } from "./check";
import { localeOf, parse } from "./command";
import { runExtract } from "./extract";
import { errorCode } from "./files";
import { type Io, processIo } from "./io";
import { listRules } from "./rules";
import { cannotOutput } from "./texts";
import { work } from "./worker";

async function main(args: readonly string[], io: Io): Promise<number> {
  const parsed = parse(args, version);
  if (parsed.options === null) {
    await io.out(parsed.out);
    io.err(parsed.err);
    return parsed.exit;
  }
  const { options } = parsed;
  if (options.command === "check") return await runCheck(options, io);
  if (options.command === "extract") return await runExtract(options, io);
  await io.out(listRules(options));
  return 0;
}

/** As shells name the end by these signals. */
const signalCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
/** As they name the end of a program whose reader has gone. */
const closedPipe = 141;
/** Milliseconds: longer than any one file takes, and not longer than anybody waits. */
const patience = 3000;
/** Milliseconds in which a second signal is the first one's echo: npx hands on what the terminal has sent already. */
const echo = 500;

function start(): void {
  const stopping = new AbortController();
  let stopped: { readonly code: number; readonly at: number } | null = null;
  const stop = (code: number): void => {
    if (stopped !== null) return;
    stopped = { code, at: performance.now() };
    stopping.abort();
    setTimeout(() => process.exit(code), patience).unref();
  };
  for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"] as const) {
    // It listens to the end: while a file is being written write-file-atomic listens too, and ends the process where it is alone.
    process.on(signal, () => {
      if (stopped !== null && performance.now() - stopped.at > echo) process.exit(stopped.code);
      stop(signalCodes[signal]);
    });
  }

  const io = processIo(stopping.signal);
  // `nianbao check … | head` closes the pipe early; what is being written is finished as with Ctrl+C.
  process.stdout.on("error", (error) => {
    const code = errorCode(error);
    if (code === "EPIPE") return stop(closedPipe);
    if (stopped === null) io.err(`nianbao: ${pick(cannotOutput(code), localeOf(process.argv))}\n`);
    stop(2);
  });
  // There is nobody left who could be told.
  process.stderr.on("error", () => {});

  // Set rather than exited with, so that a slow pipe still gets all of the output.
  main(process.argv.slice(2), io).then(
    (code) => {
      if (stopped !== null) process.exit(stopped.code);
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 2;
    },
  );
}

if (isMainThread) start();
else if (parentPort) work(parentPort, workerData);
