// A bar on the terminal while many reports are read. It owns the terminal's last line until it is stopped.
import cliProgress from "cli-progress";
import { pick } from "../features/text";
import type { Locale } from "../features/types";
import type { Bilingual } from "../form/types";

export interface Progress {
  /** Called after each file, or after several with their number. */
  readonly done: (files?: number) => void;
  /** Wipes the bar; to be called before anything else is printed. Another `done` draws it again. */
  readonly stop: () => void;
}

/** Work shorter than this shows no bar: a bar that flashes by only unsettles. */
const moment = 300;

/** What is done with the files, where they are gone through twice. */
export type Stage = "reading" | "checking" | "working";

const stages: Readonly<Record<Stage, Bilingual>> = {
  reading: { zh: "正在读取", en: "Reading" },
  checking: { zh: "正在审校", en: "Checking" },
  working: { zh: "正在处理", en: "Working" },
};

/** `total` files; without `shown` (a pipe, a log) nothing is ever printed. */
export function startProgress(
  total: number,
  shown: boolean,
  stream: NodeJS.WritableStream,
  locale: Locale,
  stage: Stage = "working",
): Progress {
  if (!shown) return { done: () => {}, stop: () => {} };
  const started = Date.now();
  let count = 0;
  let bar: cliProgress.SingleBar | null = null;
  return {
    done: (files = 1) => {
      count += files;
      if (bar) bar.update(count);
      else if (Date.now() - started > moment && count < total) {
        bar = createBar(stream, pick(stages[stage], locale));
        bar.start(total, count);
      }
    },
    stop: () => {
      bar?.stop();
      bar = null;
    },
  };
}

function createBar(stream: NodeJS.WritableStream, words: string): cliProgress.SingleBar {
  const format = `${words} {bar} {value}/{total}`;
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
