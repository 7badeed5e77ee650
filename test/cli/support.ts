// The built command, run as a script runs it: a process of its own, on files of a folder made for one test.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../../scripts/root";

/** The built command, or the one that is named. */
export const command = process.env.NIANBAO_CLI ?? path.join(root, "dist/cli.js");

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Nothing on the terminal: all three streams are pipes. */
export function nianbao(cwd: string, ...args: string[]): Promise<Run> {
  return nianbaoReading("", cwd, ...args);
}

/** The same with something on the standard input. */
export function nianbaoReading(input: string | Buffer, cwd: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = startNianbao(cwd, ...args);
    // What does not want all of it closes the pipe.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({ code, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") }),
    );
  });
}

/** For whoever wants to look at it, or to signal it, while it runs. */
export function startNianbao(cwd: string, ...args: string[]): ChildProcessWithoutNullStreams {
  if (!existsSync(command)) throw new Error(`${command} is not there: npm run build`);
  return spawn(process.execPath, [command, ...args], { cwd, stdio: ["pipe", "pipe", "pipe"] });
}

export interface Folder {
  readonly path: string;
  /** Writes files (and the folders above them) and returns nothing: tests name them by the same relative paths. */
  readonly write: (files: Readonly<Record<string, string | Buffer>>) => void;
  readonly remove: () => void;
}

export function folder(): Folder {
  const made = realpathSync(mkdtempSync(path.join(tmpdir(), "nianbao-cli-")));
  return {
    path: made,
    write: (files) => {
      for (const [name, content] of Object.entries(files)) {
        const file = path.join(made, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    },
    remove: () => rmSync(made, { recursive: true, force: true }),
  };
}

export interface CheckJson {
  readonly reports: readonly {
    readonly file: string;
    readonly organ: string | null;
    readonly year: number | null;
    readonly edition: number;
    readonly relations: {
      readonly total: number;
      readonly held: number;
      readonly broken: number;
      readonly notAssessable: number;
    };
    /** Rules the configuration turns off. */
    readonly rulesOff: number;
    /** Findings the baseline names. */
    readonly known: number;
    readonly findings: readonly FindingJson[];
    /** Only with --fix. */
    readonly changes?: readonly {
      readonly place: string | null;
      readonly before: string;
      readonly after: string;
      readonly range: RangeJson;
    }[];
  }[];
  readonly summary: {
    readonly reports: number;
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    readonly unreadable: number;
    readonly known: number;
  };
  /** Entries of baselines that no longer apply. */
  readonly stale: readonly {
    readonly file: string;
    readonly range: RangeJson;
    readonly rule: string;
    readonly organ: string;
    readonly year: number | null;
    readonly message: string;
  }[];
}

export interface RangeJson {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface FindingJson {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: RangeJson;
  /** With the file where it is another one. */
  readonly related: readonly { readonly message: string; readonly file?: string; readonly range: RangeJson }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly grade: string;
    readonly edits: readonly { readonly range: RangeJson; readonly newText: string }[];
  }[];
}

export function checkJson(run: Run): CheckJson {
  return JSON.parse(run.out) as CheckJson;
}
