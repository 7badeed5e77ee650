// The command's entry: arguments in, exit code out.
import { version } from "../../../package.json";
import { runCheck } from "./check";
import { parse } from "./command";
import { runExtract } from "./extract";
import { type Io, processIo } from "./io";

async function main(args: readonly string[], io: Io): Promise<number> {
  const parsed = parse(args, version);
  if (parsed.options === null) {
    io.out(parsed.out);
    io.err(parsed.err);
    return parsed.exit;
  }
  return parsed.options.command === "check" ? runCheck(parsed.options, io) : runExtract(parsed.options, io);
}

// `nianbao check … | head` closes the pipe early; that is no failure worth a stack trace.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

// Set rather than exited with, so that a slow pipe still gets all of the output.
main(process.argv.slice(2), processIo()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
