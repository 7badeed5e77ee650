// A bar on the terminal while many reports are read. It owns the terminal's last line until it is stopped.
import cliProgress from "cli-progress";
import type { Locale } from "../features/types";

export interface Progress {
  /** Called after each file, or after several with their number. */
  readonly done: (files?: number) => void;
  /** Wipes the bar; to be called before anything else is printed. Another `done` draws it again. */
  readonly stop: () => void;
}

/** Work shorter than this shows no bar: a bar that flashes by only unsettles. */
const moment = 300;

/** `total` files; without `shown` (a pipe, a log) nothing is ever printed. */
export function startProgress(total: number, shown: boolean, stream: NodeJS.WritableStream, locale: Locale): Progress {
  if (!shown) return { done: () => {}, stop: () => {} };
  const started = Date.now();
  let count = 0;
  let bar: cliProgress.SingleBar | null = null;
  return {
    done: (files = 1) => {
      count += files;
      if (bar) bar.update(count);
      else if (Date.now() - started > moment && count < total) {
        bar = createBar(stream, locale);
        bar.start(total, count);
      }
    },
    stop: () => {
      bar?.stop();
      bar = null;
    },
  };
}

function createBar(stream: NodeJS.WritableStream, locale: Locale): cliProgress.SingleBar {
  const format = locale === "zh" ? "正在处理 {bar} {value}/{total}" : "Working {bar} {value}/{total}";
  // Its graceful exit would swallow the first Ctrl+C. Without it nothing may be changed that had to be restored: no wrapping.
  const options = {
    format,
    stream,
    clearOnComplete: true,
    linewrap: true,
    gracefulExit: false,
    barCompleteChar: "█",
    barIncompleteChar: "░",
  };
  return new cliProgress.SingleBar(options);
}
