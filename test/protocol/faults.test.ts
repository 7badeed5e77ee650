// A feature that throws must cost one answer, not the server: the server is built from source with features that do.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { nodeBundle } from "../../scripts/bundling.mjs";
import { root } from "../../scripts/root";
import { Client } from "./client";
import { at, clean, uri, wrongTotal } from "./texts";

const textDocument = { uri };
const text = clean(wrongTotal);
const position = at(text, "\t77", 1);
const range = { start: position, end: position };

/** The function of each file that throws, the request that runs into it, and what is answered then. */
const faults = [
  ["features/hover", "hover", "textDocument/hover", { position }, null],
  ["features/highlights", "highlights", "textDocument/documentHighlight", { position }, []],
  ["features/outline", "outline", "textDocument/documentSymbol", {}, []],
  ["features/folding", "foldings", "textDocument/foldingRange", {}, []],
  ["features/selection", "selections", "textDocument/selectionRange", { positions: [position] }, null],
  ["features/references", "definitions", "textDocument/definition", { position }, null],
  ["features/tokens", "tokens", "textDocument/semanticTokens/full", {}, { data: [] }],
  ["features/hints", "hints", "textDocument/inlayHint", { range }, []],
  ["features/lens", "lenses", "textDocument/codeLens", {}, []],
  ["features/links", "links", "textDocument/documentLink", {}, []],
  ["features/completion", "completions", "textDocument/completion", { position }, []],
  ["features/symbols", "symbolsIn", "workspace/symbol", { query: "" }, []],
  ["features/actions", "actions", "textDocument/codeAction", { range, context: { diagnostics: [] } }, []],
] as const;

/** The server with functions that do nothing but throw, each named by its file. */
async function buildWith(folder: string, broken: readonly (readonly [file: string, name: string])[]): Promise<string> {
  const outfile = path.join(folder, `${broken.length}.js`);
  await build({
    ...nodeBundle,
    minify: false,
    entryPoints: [path.join(root, "server/src/node.ts")],
    outfile,
    plugins: [
      {
        name: "faults",
        setup({ onLoad }) {
          for (const [file, name] of broken) {
            onLoad({ filter: new RegExp(`${file}\\.ts$`) }, ({ path: source }) => {
              const whole = readFileSync(source, "utf8");
              const faulty = `export function ${name}(): never { throw new Error("a fault in ${name}"); }\n`;
              const contents = whole.replace(`export function ${name}(`, `${faulty}function own${name}(`);
              assert.notEqual(contents, whole, `${file} exports no function ${name}`);
              return { contents, loader: "ts" };
            });
          }
        },
      },
    ],
  });
  return outfile;
}

describe("a feature that throws", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "nianbao-faults-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is logged with its place and answered empty, every time, and the others go on", async () => {
    const server = await buildWith(
      folder,
      faults.map(([file, name]) => [file, name]),
    );
    const client = await Client.start({ server });
    await client.open(uri, text);
    for (let times = 1; times <= 2; times++) {
      for (const [, name, method, params, empty] of faults) {
        const about = method.startsWith("textDocument/") ? { textDocument } : {};
        assert.deepEqual(await client.request(method, { ...about, ...params }), empty, method);
        const line = new RegExp(`^${method}: Error: a fault in ${name}\n +at `);
        await client.logged(line);
        assert.equal(client.logs.filter((each) => line.test(each)).length, times);
      }
    }
    assert.equal((await client.pullItems(uri)).length, 1);
    assert.equal(await client.stop(), 0);
  });

  for (const [file, name] of [
    ["report/index", "readReport"],
    ["rules/index", "check"],
  ] as const) {
    it(`${name}: a notice and the status say that nothing was checked`, async () => {
      const server = await buildWith(folder, [[file, name]]);
      const client = await Client.start({ server });
      await client.open(uri, text);
      const [notice, ...findings] = await client.pullItems(uri);
      await client.logged(new RegExp(`a fault in ${name}`));
      assert.deepEqual([notice?.code, findings], [undefined, []]);
      assert.match(String(notice?.message), /读取时出错，未作任何核对/);
      const status = await client.statusFor(uri);
      assert.equal(status.readable, false);
      assert.deepEqual(status.counts, { total: 42, held: 0, broken: 0, notAssessable: 42 });
      assert.match(status.note ?? "", /读取时出错，未作任何核对/);
      assert.equal(await client.stop(), 0);
    });
  }
});
