// Where the command line reads from and writes to, so that nothing else touches the process.

export interface Io {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Where the progress bar is drawn. */
  readonly terminal: NodeJS.WritableStream;
  readonly stderrIsTerminal: boolean;
  readonly outColour: boolean;
}

/** The process's own; colours only on a terminal, and not when NO_COLOR is set to anything. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: process.stderr,
    stderrIsTerminal: process.stderr.isTTY === true,
    outColour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  };
}
