import assert from "node:assert/strict";
import { parse } from "jsonc-parser";
import { readBaseline } from "../../../server/src/config/baseline";
import { type BaselineChange, entryEdit, withEntries } from "../../../server/src/config/baselineText";
import type { BaselineEntry } from "../../../server/src/config/types";

function entry(fingerprint: string, reason = ""): BaselineEntry {
  return { rule: "balance", organ: "青禾县水务局", year: 2024, cell: "requests/total", fingerprint, reason };
}

/** The new text, which has to be read without problems and to stay as it is when the same is done again. */
function changed(text: string | null, change: BaselineChange): string {
  const result = withEntries(text, change);
  assert.ok(result !== null);
  assert.deepEqual(readBaseline(result).problems, []);
  assert.equal(withEntries(result, change), result);
  return result;
}

function prints(text: string): readonly string[] {
  return readBaseline(text).baseline.entries.map((each) => each.entry.fingerprint);
}

const short = (print: string) => `{ "rule": "balance", "organ": "甲", "year": 2024, "fingerprint": "${print}" }`;

describe("config/baselineText", () => {
  it("begins a file, an entry on several lines, its parts in one order", () => {
    const { reason, fingerprint, ...rest } = entry("a", "已与台账核对");
    const text = changed(null, { add: [{ reason, fingerprint, ...rest }] });
    assert.equal(
      text,
      [
        "{",
        '  "version": 1,',
        '  "known": [',
        "    {",
        '      "rule": "balance",',
        '      "organ": "青禾县水务局",',
        '      "year": 2024,',
        '      "cell": "requests/total",',
        '      "fingerprint": "a",',
        '      "reason": "已与台账核对"',
        "    }",
        "  ]",
        "}",
        "",
      ].join("\n"),
    );
    assert.equal(changed(" \n", { add: [entry("a", "已与台账核对")] }), text);
  });

  it("puts entries behind those that are there, and takes out what is named, each time as if written so at once", () => {
    const one = changed(null, { add: [entry("a")] });
    const three = changed(one, { add: [entry("b"), entry("c")] });
    assert.equal(three, changed(null, { add: ["a", "b", "c"].map((print) => entry(print)) }));
    assert.equal(changed(three, { remove: ["b", "c", "x"] }), one);
    assert.equal(changed(three, { remove: ["a"] }), changed(null, { add: [entry("b"), entry("c")] }));
    assert.equal(changed(three, { remove: ["a", "b", "c"] }), changed(null, {}));
    assert.equal(changed(one, { add: [entry("b")], remove: ["a"] }), changed(null, { add: [entry("b")] }));
  });

  it("keeps what is there: the entry of a fingerprint that comes again, its reason, comments, order and writing", () => {
    const text = [
      "// 2024 年审校",
      "{",
      '\t"version": 1,',
      '\t"known": [',
      "\t\t// 以下已与各单位核对",
      `\t\t${short("a")}, // 甲的`,
      `\t\t${short("b")} /* 乙的 */, // 乙的`,
      "",
      "\t\t// 以下待核",
      `\t\t${short("c")} // 丙的`,
      "\t\t// 完",
      "\t]",
      "} // 尾",
    ].join("\n");
    assert.equal(changed(text, { add: [entry("a", "另一理由")] }), text);
    assert.equal(
      changed(text, { remove: ["b"] }),
      text
        .split("\n")
        .filter((line) => !line.includes("乙"))
        .join("\n"),
    );
    const added = changed(text, { add: [entry("d")], remove: ["a", "c"] });
    assert.deepEqual(prints(added), ["b", "d"]);
    for (const kept of [
      "// 2024 年审校",
      "// 以下已与各单位核对",
      "/* 乙的 */, // 乙的",
      "// 以下待核",
      "// 完",
      "// 尾",
    ])
      assert.ok(added.includes(kept), kept);
    for (const gone of ["甲的", "丙的"]) assert.ok(!added.includes(gone), gone);
    assert.match(added, /\n\t\t\{\n\t\t\t"rule": "balance",/);
    assert.deepEqual(prints(changed(text, { remove: ["a", "b", "c"] })), []);
  });

  it("finds its way in every way of writing a list", () => {
    const lists = [
      "[]",
      "[ ]",
      "[ /* 空 */ ]",
      "[\n// 空\n]",
      `[${short("a")}]`,
      `[${short("a")},]`,
      `[${short("a")} /* 尾 */]`,
      `[${short("a")}, /* 尾 */ ]`,
      `[${short("b")}, // 头\n${short("a")} /* 尾 */ ]`,
      `[${short("a")},${short("b")}]`,
      `[ // 头\n${short("a")} // 甲\n, ${short("b")} // 乙\n]`,
      `[\n  ${short("a")}, /* 甲\n */ ${short("b")},\n]`,
      `[7, "x", {}, ${short("a")}, {"fingerprint": 1}]`,
    ];
    for (const list of lists)
      for (const eol of ["\n", "\r\n"])
        for (const mark of ["", "\ufeff"]) {
          const text = `${mark}{\n  "known": ${list},\n  "version": 1\n}\n`.replaceAll("\n", eol);
          const before = parse(text.replace(/^\ufeff/, "")).known;
          for (const remove of [[], ["a"], ["b"], ["a", "b"]])
            for (const add of [[], [entry("n")], [entry("n"), entry("m"), entry("n")]]) {
              const result = withEntries(text, { add, remove });
              assert.ok(result !== null);
              const errors: unknown[] = [];
              const after = parse(result.replace(/^\ufeff/, ""), errors as [], { allowTrailingComma: true });
              assert.deepEqual(errors, [], result);
              const left = before.filter(({ fingerprint }: BaselineEntry) => !remove.includes(fingerprint));
              assert.deepEqual(after, { known: [...left, ...add.slice(0, 2)], version: 1 });
              assert.ok(result.startsWith(mark) && result.lastIndexOf("\ufeff") === (mark === "" ? -1 : 0));
              assert.ok(eol === "\n" || !/(?<!\r)\n/.test(result), JSON.stringify(result));
              if (left.length === before.length && add.length === 0) assert.equal(result, text);
              for (const comment of ["空", "尾"]) assert.equal(result.includes(comment), text.includes(comment));
            }
        }
  });

  it("makes the list where there is none yet", () => {
    assert.deepEqual(prints(changed('{ "version": 1 }', { add: [entry("a")] })), ["a"]);
    assert.deepEqual(prints(changed('\ufeff{\n  // 一\n  "version": 1\n}\n', { add: [entry("a")] })), ["a"]);
  });

  it("leaves alone what it does not understand", () => {
    for (const text of [
      '{ "version": 1, "known": [',
      '{ "version": 2, "known": [] }',
      '{ "known": [] }',
      '{ "version": 1, "known": {} }',
      '{ "version": 1, "known": [], "known": [] }',
      "[]",
      "已知问题",
    ])
      assert.equal(withEntries(text, { add: [entry("a")] }), null, text);
  });

  it("takes thousands at once", () => {
    const many = Array.from({ length: 5000 }, (_, at) => entry(`p${at}`));
    const begin = performance.now();
    const text = withEntries(withEntries(null, { add: many.slice(0, 2500) }), { add: many });
    const less = withEntries(text, { remove: many.filter((_, at) => at % 2 === 0).map((each) => each.fingerprint) });
    assert.ok(performance.now() - begin < 3000);
    assert.equal(prints(text ?? "").length, 5000);
    assert.equal(prints(less ?? "").length, 2500);
  });
});

describe("config/baselineText, an entry by an edit", () => {
  const put = (text: string, edit = entryEdit(text, entry("new"))): string => {
    assert.ok(edit !== null && edit.span.start === edit.span.end);
    return text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
  };
  const lines = (known: string) => `{\n  "version": 1,\n  "known": ${known}\n}\n`;

  it("stands in front of the others, and touches nothing else", () => {
    const made = JSON.stringify(entry("new"), null, 2).replaceAll("\n", "\n    ");
    for (const [known, after] of [
      ["[]", `[\n    ${made},\n  ]`],
      ["[\n  ]", `[\n    ${made},\n  ]`],
      [`[\n    ${short("a")}\n  ]`, `[\n    ${made},\n    ${short("a")}\n  ]`],
      [`[${short("a")}]`, `[\n    ${made},\n    ${short("a")}]`],
      [`[ // 甲\n    ${short("a")}\n  ]`, `[\n    ${made},\n     // 甲\n    ${short("a")}\n  ]`],
    ] as const) {
      const text = put(lines(known));
      assert.equal(text, lines(after));
      assert.deepEqual(readBaseline(text).problems, []);
    }
  });

  it("fits a text that others were put into since", () => {
    for (const known of ["[]", `[${short("a")}]`]) {
      const text = lines(known);
      const twice = put(put(text, entryEdit(text, entry("b"))), entryEdit(text, entry("c")));
      assert.deepEqual(readBaseline(twice).problems, []);
      assert.deepEqual(prints(twice).slice(0, 2), ["c", "b"]);
    }
  });

  it("is not made where the list is not found for sure", () => {
    for (const text of ["", "{", '{ "version": 1 }', '{ "version": 2, "known": [] }', lines("{}")])
      assert.equal(entryEdit(text, entry("new")), null, text);
  });
});
