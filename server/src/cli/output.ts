// The outputs of single reports put together to one, and written as they come: ten thousand reports are never held at once.
import type { Io } from "./io";

/** What stands around the reports' outputs. */
export interface Frame {
  readonly head: string;
  /** Before each output. */
  readonly before: string;
  /** Between two, in front of `before`. */
  readonly between: string;
  /** Behind the last, where there is one. */
  readonly after: string;
}

/** A report an item of `list`, on a line of its own, so that two runs can be compared line by line. */
export function jsonFrame(head: string): Frame {
  return { head, before: "\n", between: ",", after: "\n" };
}

/** Each output has all it needs but the head. */
export function plainFrame(head = ""): Frame {
  return { head, before: "", between: "", after: "" };
}

export interface Output {
  /** Nothing stands for an empty one. */
  readonly add: (output: string) => Promise<void>;
  /** An empty tail also ends what was broken off: then not even the frame is closed. */
  readonly end: (tail: string) => Promise<void>;
}

/** UTF-16 units that are gathered before they are written: a write a report costs more than the report's output. */
const chunk = 1 << 16;

export function startOutput(io: Io, frame: Frame): Output {
  let gathered = frame.head;
  let any = false;
  const write = async (text: string): Promise<void> => {
    gathered += text;
    if (gathered.length < chunk) return;
    const full = gathered;
    gathered = "";
    await io.out(full);
  };
  return {
    add: async (output) => {
      if (output === "") return;
      const between = any ? frame.between : "";
      any = true;
      await write(between + frame.before + output);
    },
    end: async (tail) => {
      await io.out(gathered + (any && tail !== "" ? frame.after : "") + tail);
      gathered = "";
    },
  };
}
