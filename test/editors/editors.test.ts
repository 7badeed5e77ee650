// The server is no VS Code server: Neovim and Emacs open a report, see the finding, hover, list the sections, apply the fix.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../../scripts/root";
import { sampleReport } from "../support/sample";

const server = process.env.NIANBAO_SERVER ?? path.join(root, "dist", "server.js");

interface Editor {
  readonly name: string;
  readonly command: string;
  readonly args: (file: string) => readonly string[];
}

const script = (name: string): string => path.join(__dirname, name);
const editors: readonly Editor[] = [
  {
    name: "Neovim",
    command: "nvim",
    args: (file) => ["--headless", "--clean", "-n", "-c", `luafile ${script("neovim.lua")}`, file],
  },
  { name: "Emacs eglot", command: "emacs", args: () => ["--batch", "-l", script("eglot.el")] },
];

interface Seen {
  readonly failed?: string;
  readonly findings: readonly string[];
  readonly codes: readonly string[];
  readonly hover: string;
  readonly symbols: readonly string[];
  readonly actions: readonly string[];
}

/** Why an editor cannot be tried here; null where it can. */
function missing({ command }: Editor): string | null {
  const probe = spawnSync(command, ["--version"], { encoding: "utf8" });
  if (probe.error) return `${command} is not installed`;
  if (command !== "emacs") return null;
  const eglot = spawnSync(command, [
    "--batch",
    "--eval",
    "(progn (require 'package) (package-initialize) (require 'eglot))",
  ]);
  return eglot.status === 0 ? null : "Emacs has no eglot";
}

describe("other editors", () => {
  for (const editor of editors)
    it(editor.name, function () {
      this.timeout(60_000);
      const reason = missing(editor);
      if (reason !== null) {
        console.log(`      ${editor.name} was not tried: ${reason}`);
        this.skip();
      }
      const folder = mkdtempSync(path.join(tmpdir(), "nianbao-editor-"));
      try {
        const file = path.join(folder, "年报.nianbao");
        // The editor's own files shall not be found by it, nor left anywhere.
        const home = path.join(folder, "home");
        mkdirSync(home);
        const wrong = sampleReport({ layout: "tabs", cells: { "requests/new/total": "65" } });
        writeFileSync(file, wrong);
        const { stdout, stderr, status } = spawnSync(editor.command, editor.args(file), {
          cwd: folder,
          encoding: "utf8",
          input: "",
          timeout: 50_000,
          env: {
            ...process.env,
            HOME: home,
            NIANBAO_NODE: process.execPath,
            NIANBAO_SERVER: server,
            NIANBAO_FILE: file,
          },
        });
        const line = stdout.split("\n").find((each) => each.startsWith("{"));
        assert.ok(line, `${stdout}${stderr}`);
        const seen = JSON.parse(line) as Seen;
        assert.equal(seen.failed, undefined, stderr);
        assert.equal(status, 0, stderr);
        assert.deepEqual(seen.codes, ["row-total"]);
        assert.match(seen.findings.join("\n"), /表三 一、本年新收·总计：65 ≠ 66/u);
        assert.match(seen.hover, /推算为 66（现为 65），请核对台账/u);
        for (const title of ["一、总体情况", "三、收到和处理政府信息公开申请情况", "六、其他需要报告的事项"])
          assert.ok(seen.symbols.includes(title), seen.symbols.join(" "));
        assert.match(seen.actions[0] ?? "", /^改为 66（原 65）：恢复 2 项勾稽关系/u);
        assert.equal(readFileSync(file, "utf8"), sampleReport({ layout: "tabs" }));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
});
