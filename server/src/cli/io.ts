// Where the command line reads from and writes to, so that nothing else touches the process.

export interface Io {
  readonly cwd: string;
  /** Resolves when the reader has taken it, so that a slow one does not make the output pile up in memory. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  readonly stdin: NodeJS.ReadableStream;
  /** Where the progress bar is drawn. */
  readonly terminal: NodeJS.WritableStream;
  /** A bar is only drawn where it can be wiped again, and where no output runs through it. */
  readonly showsProgress: boolean;
  readonly outColour: boolean;
  /** Aborted by Ctrl+C, or where nobody takes the output: the file that is being worked on is finished, no other is begun. */
  readonly interrupted: AbortSignal;
}

/** The process's own; colours only on a terminal, and not when NO_COLOR is set to anything. */
export function processIo(interrupted: AbortSignal): Io {
  const { stdin, stdout, stderr } = process;
  return {
    cwd: process.cwd(),
    out: (text) =>
      new Promise((resolve) => {
        if (text === "") resolve();
        // Also where it failed: the stream's own error is for the entry to hear.
        else stdout.write(text, () => resolve());
      }),
    err: (text) => {
      if (text !== "") stderr.write(text);
    },
    stdin,
    terminal: stderr,
    showsProgress: stderr.isTTY === true && stdout.isTTY !== true,
    outColour: stdout.isTTY === true && !process.env.NO_COLOR,
    interrupted,
  };
}
