// The examples of docs/examples, as far as they run without the services they are written for: their files are read as those
// services read them, and their command lines run on reports.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { root } from "../../scripts/root";
import { sampleReport } from "../support/sample";
import { command, type Folder, folder, nianbao } from "./support";

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps: readonly {
          readonly run?: string;
          readonly uses?: string;
          readonly if?: string;
          readonly with?: Readonly<Record<string, string | number>>;
        }[];
      }
    >
  >;
}

interface PreCommit {
  readonly repos: readonly {
    readonly repo: string;
    readonly hooks: readonly {
      readonly id: string;
      readonly entry: string;
      readonly args: readonly string[];
      readonly language: string;
      readonly files: string;
    }[];
  }[];
}

const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  readonly contributes: { readonly problemMatchers: readonly Matcher[] };
};

interface Matcher {
  readonly name: string;
  readonly severity: string;
  /** With the folder it is relative to. */
  readonly fileLocation: "absolute" | readonly ["relative", string];
  readonly pattern: { readonly regexp: string } & Readonly<Record<string, number | string>>;
}

const clean = sampleReport();
const wrong = sampleReport({ cells: { "requests/new/total": "65", "requests/granted/legal": "００" } });
const warned = sampleReport({ cells: { "requests/new/legal": "００" } });

describe("examples of pipelines", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
    mkdirSync(path.join(box.path, "tools"));
    copyFileSync(command, path.join(box.path, "tools", "nianbao.cjs"));
  });
  afterEach(() => box.remove());
  const example = (name: string): unknown => parse(readFileSync(path.join(root, "docs/examples", name), "utf8"));
  const shell = (line: string) => spawnSync(line, { cwd: box.path, shell: true, encoding: "utf8" });

  it("GitHub Actions: every step's command runs, and what is uploaded is there", () => {
    const workflow = example("github-actions.yml") as Workflow;
    assert.deepEqual(Object.keys(workflow.on), ["push", "pull_request"]);
    assert.equal(workflow.permissions["security-events"], "write");
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    const runs = steps.flatMap(({ run }) => run ?? []);
    assert.equal(runs.length, 2);
    box.write({ "年报/a.txt": clean, "年报/b.txt": wrong });
    const codes = runs.map((line) => shell(line).status);
    assert.deepEqual(codes, [1, 0]);
    const upload = steps.find(({ uses }) => uses?.includes("upload-sarif"));
    // The results of a check that fails are what the upload is for.
    assert.equal(upload?.if, "always()");
    const log = JSON.parse(readFileSync(path.join(box.path, String(upload?.with?.sarif_file)), "utf8")) as {
      readonly runs: readonly { readonly results: readonly object[] }[];
    };
    assert.ok((log.runs[0]?.results.length ?? 0) > 0);
    const kept = steps.find(({ uses }) => uses?.includes("upload-artifact"));
    assert.match(
      readFileSync(path.join(box.path, String(kept?.with?.path)), "utf8"),
      /^\uFEFF文件,.*\r\n年报\/a\.txt,/,
    );
    for (const { uses } of steps) if (uses) assert.match(uses, /^[\w-]+\/[\w/-]+@v\d+$/);
  });

  it("pre-commit: takes reports only, and fails on warnings and errors", () => {
    const config = example("pre-commit-config.yaml") as PreCommit;
    const hook = config.repos[0]?.hooks[0];
    assert.ok(hook);
    assert.equal(config.repos[0]?.repo, "local");
    assert.equal(hook.language, "system");
    const files = new RegExp(hook.files);
    const names = ["年报/a.txt", "年报/2024/b.nianbao", "README.md", "年报/说明.docx", "别处/a.txt"];
    const taken = names.filter((name) => files.test(name));
    assert.deepEqual(taken, ["年报/a.txt", "年报/2024/b.nianbao"]);
    const run = (text: string) => {
      box.write(Object.fromEntries(taken.map((name) => [name, text])));
      return shell([hook.entry, ...hook.args, ...taken].join(" "));
    };
    assert.equal(run(clean).status, 0);
    assert.equal(run(warned).status, 1);
    const { status, stdout } = run(wrong);
    assert.equal(status, 1);
    assert.match(stdout, /年报\/2024\/b\.nianbao:\d+:\d+ 错误/);
  });

  for (const locale of ["zh", "en"]) {
    it(`problem matchers: each finding is taken once, with its severity and place (${locale})`, async () => {
      box.write({ "年报/甲 县.txt": wrong, "年报/乙：1.txt": warned });
      // One file by its absolute path, as a task's `${file}` gives it; the other is found below the folder.
      const paths = [path.join(box.path, "年报/乙：1.txt"), "."];
      const { out } = await nianbao(box.path, "check", "--locale", locale, ...paths);
      const check = ["check", "--format", "json", "--locale", locale, ...paths];
      const json = JSON.parse((await nianbao(box.path, ...check)).out) as {
        readonly reports: readonly {
          readonly file: string;
          readonly findings: readonly {
            readonly rule: string;
            readonly severity: string;
            readonly message: string;
            readonly range: { readonly start: { readonly line: number; readonly character: number } };
          }[];
        }[];
      };
      const { contributes } = manifest;
      const severities: Readonly<Record<string, string>> = { error: "error", warning: "warning", info: "information" };
      const taken = out.split("\n").flatMap((line) =>
        contributes.problemMatchers.flatMap(({ severity, fileLocation, pattern }) => {
          const found = new RegExp(pattern.regexp).exec(line);
          const part = (name: string): string => found?.[Number(pattern[name])] ?? "";
          const absolute = fileLocation === "absolute";
          return found
            ? [
                [
                  part("file"),
                  absolute,
                  part("line"),
                  part("column"),
                  severities[severity],
                  part("code"),
                  part("message"),
                ],
              ]
            : [];
        }),
      );
      const expected = json.reports.flatMap(({ file, findings }) =>
        findings.map(({ rule, severity, message, range: { start } }) => [
          file,
          path.isAbsolute(file),
          String(start.line + 1),
          String(start.character + 1),
          severity,
          rule,
          message,
        ]),
      );
      assert.ok(new Set(expected.map(([, , , , severity]) => severity)).size > 1);
      assert.equal(new Set(expected.map(([, absolute]) => absolute)).size, 2);
      assert.deepEqual(taken, expected);
    });
  }

  it("problem matchers: a file that could not be read is taken, and nothing else that is said beside the findings", async () => {
    const unread = Buffer.from([0xff, 0xfe, 0, 0, 1]);
    box.write({
      "年报/甲.txt": warned,
      "年报/乙 1.nianbao": unread,
      "年报/丙.nianbao": unread,
      "年报/会议.txt": "会议记录",
    });
    const absolute = path.join(box.path, "年报/丙.nianbao");
    const { code, err } = await nianbao(box.path, "check", "--max-warnings", "0", absolute, ".", "没有的文件夹");
    assert.equal(code, 2);
    const lines = err.trimEnd().split("\n");
    const taken = lines.flatMap((line) =>
      manifest.contributes.problemMatchers.flatMap(({ severity, fileLocation, pattern }) => {
        const found = new RegExp(pattern.regexp).exec(line);
        return found ? [[found[Number(pattern.file)], fileLocation === "absolute", severity, pattern.kind]] : [];
      }),
    );
    assert.deepEqual(taken, [
      [absolute, true, "error", "file"],
      ["年报/乙 1.nianbao", false, "error", "file"],
    ]);
    assert.ok(lines.length > taken.length);
  });

  it("problem matchers: the beginning of a path tells which is absolute, on Windows too", () => {
    const paths = [
      "年报/a.txt",
      "..\\a.txt",
      "a.txt",
      "/年报/a.txt",
      "C:\\年报\\a.txt",
      "d:/a.txt",
      "\\\\server\\a.txt",
    ];
    for (const file of paths) {
      const line = `${file}:12:3 error row-total message`;
      const taken = manifest.contributes.problemMatchers.flatMap(({ fileLocation, pattern }) => {
        const found = new RegExp(pattern.regexp).exec(line);
        return found ? [[found[Number(pattern.file)], fileLocation === "absolute"]] : [];
      });
      assert.deepEqual(taken, [[file, path.win32.isAbsolute(file)]]);
    }
  });
});
