import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { root } from "../../scripts/root";
import { artifactOf } from "../../server/src/cli/sarif";
import { rules } from "../../server/src/rules/index";
import { sampleReport } from "../support/sample";
import { checkJson, type Folder, folder, nianbao, type Run } from "./support";

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Physical {
  readonly artifactLocation: { readonly uri: string };
  readonly region: Region;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: Physical;
    readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  }[];
  readonly relatedLocations?: readonly { readonly message: { readonly text: string } }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: Region & { readonly snippet: { readonly text: string } };
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
}

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly version: string;
        readonly rules: readonly {
          readonly id: string;
          readonly help: { readonly text: string; readonly markdown: string };
          readonly defaultConfiguration: { readonly level: string };
        }[];
      };
    };
    readonly results: readonly Result[];
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly exitCode: number;
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    }[];
  }[];
}

// One of the schema's patterns is none under the newer flag.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);
const valid = (log: unknown): log is Log => validate(log);

function logOf({ out }: Run): Log["runs"][number] {
  const log: unknown = JSON.parse(out);
  assert.ok(valid(log), ajv.errorsText(validate.errors));
  const [run] = log.runs;
  assert.ok(run);
  return run;
}

/** A wrong total, a spelling, a blank, a mistyped title and something at the end: findings of many kinds. */
const bad = sampleReport({
  cells: {
    "requests/new/total": "65",
    "requests/granted/legal": "００",
    "review/review/pending": "",
    "requests/denied.inquiry/legal": "/",
  },
  omit: ["requests/denied.enforcementFile"],
});

describe("nianbao check --format sarif", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());
  const sarif = async (...args: string[]) => logOf(await nianbao(box.path, "check", "--format", "sarif", ...args));

  it("the schema refuses what is no SARIF", () => {
    assert.ok(!valid({ version: "2.1.0", runs: [{ tool: {} }] }));
    assert.ok(!valid({ version: "2.1.0", runs: [{ tool: { driver: { name: "x" } }, results: [{ level: "error" }] }] }));
  });

  for (const locale of ["zh", "en"] as const) {
    it(`is valid for every sample, and says what the JSON says (${locale})`, async () => {
      const samples = path.join(root, "samples");
      const names = readdirSync(samples).filter((name) => name.endsWith(".txt"));
      assert.ok(names.length > 5);
      const run = await nianbao(samples, "check", "--format", "sarif", "--locale", locale, ...names);
      const { reports } = checkJson(await nianbao(samples, "check", "--format", "json", "--locale", locale, ...names));
      const { results, invocations } = logOf(run);
      const findings = reports.flatMap(({ file, findings: own }) => own.map((finding) => ({ file, ...finding })));
      assert.deepEqual(
        results.map(({ ruleId, message, locations: [location], relatedLocations, fixes }) => {
          assert.ok(location);
          const { artifactLocation, region } = location.physicalLocation;
          return {
            file: decodeURIComponent(artifactLocation.uri),
            rule: ruleId,
            message: message.text,
            range: {
              start: { line: region.startLine - 1, character: region.startColumn - 1 },
              end: { line: region.endLine - 1, character: region.endColumn - 1 },
            },
            related: (relatedLocations ?? []).map(({ message: { text } }) => text),
            fixes: (fixes ?? []).map(({ description }) => description.text),
          };
        }),
        findings.map(({ file, rule, message, range, related, fixes }) => ({
          file,
          rule,
          message,
          range,
          related: related.map(({ message: text }) => text),
          fixes: fixes.map(({ title }) => title),
        })),
      );
      assert.deepEqual(invocations, [
        { executionSuccessful: true, exitCode: run.code, toolExecutionNotifications: [] },
      ]);
    });
  }

  it("has every rule with its help, and each result its rule", async () => {
    box.write({ "a.txt": bad });
    const { tool, results } = await sarif("a.txt");
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    for (const { help } of tool.driver.rules) {
      assert.ok(help.text.length > 20);
      assert.match(help.markdown, /^# /);
    }
    assert.ok(results.length > 3);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
  });

  it("is valid without a finding, without a report, and tells what could not be read", async () => {
    box.write({ "a.txt": sampleReport() });
    assert.deepEqual((await sarif("a.txt")).results, []);
    const { results, invocations } = await sarif("nowhere 年.txt");
    assert.deepEqual(results, []);
    const [{ executionSuccessful, exitCode, toolExecutionNotifications }] = invocations as [
      Log["runs"][0]["invocations"][0],
    ];
    assert.deepEqual([executionSuccessful, exitCode, toolExecutionNotifications.length], [false, 2, 1]);
  });

  it("counts columns in UTF-16 units, and its fixes make the text they promise", async () => {
    // Beyond the basic plane and in front of the cell on its own line.
    const text = bad.replace("00", "00").replace("\n", "𠮷𠮷\n");
    box.write({ "a.txt": text });
    const { results } = await sarif("a.txt");
    const lines = text.split("\n");
    let fixes = 0;
    for (const { fixes: offered } of results) {
      for (const { replacements } of (offered ?? []).flatMap(({ artifactChanges }) => artifactChanges)) {
        for (const { deletedRegion, insertedContent } of replacements) {
          fixes += 1;
          const { startLine, startColumn, endLine, endColumn, snippet } = deletedRegion;
          assert.equal(startLine, endLine);
          assert.equal(lines[startLine - 1]?.slice(startColumn - 1, endColumn - 1), snippet.text);
          assert.notEqual(insertedContent.text, snippet.text);
        }
      }
    }
    assert.ok(fixes > 2);
  });

  it("fingerprints are each different, survive moved lines, and tell reports apart", async () => {
    const moved = bad.replace("\n", "\n\n\n").replaceAll("\n", "\r\n");
    box.write({ "a.txt": bad, "b/renamed.txt": moved, "c.txt": bad.replaceAll("青禾县示范镇", "青禾县另一镇") });
    const prints = async (file: string) =>
      (await sarif(file)).results.map(({ partialFingerprints }) => partialFingerprints["nianbao/v1"] ?? "");
    const [before, after, other] = [await prints("a.txt"), await prints("b/renamed.txt"), await prints("c.txt")];
    assert.ok(before.length > 3);
    assert.equal(new Set(before).size, before.length);
    assert.deepEqual(after, before);
    assert.ok(other.every((print) => !before.includes(print)));
  });

  it("two copies of a report have the same fingerprints of ours, and different ones for GitHub, which may drop the same", async () => {
    box.write({ "a.txt": bad, "b/a.txt": bad });
    const { results } = await sarif("a.txt", "b/a.txt");
    const of = (name: string) => results.map(({ partialFingerprints }) => partialFingerprints[name] ?? "");
    assert.equal(new Set(of("nianbao/v1")).size * 2, results.length);
    assert.equal(new Set(of("primaryLocationLineHash")).size, results.length);
    // As the code of GitHub's own action writes them.
    for (const print of of("primaryLocationLineHash")) assert.match(print, /^[0-9a-f]+:\d+$/);
  });

  it("fingerprints are the same whatever order the sections stand in, and for what is in no table too", async () => {
    const text = bad.replace("本年度", "本年度XX").replace("五、", "五．");
    const sections = text.split(/(?=^[一二三四五六]、)/m);
    const [title = "", first = "", second = "", ...rest] = sections;
    box.write({ "a.txt": text, "b.txt": `${title}\n说明\n${second}${first}${rest.join("")}` });
    const prints = async (file: string) =>
      (await sarif(file)).results
        .filter(({ ruleId }) => ruleId !== "section-order")
        .map(({ partialFingerprints }) => partialFingerprints["nianbao/v1"] ?? "")
        .sort();
    const before = await prints("a.txt");
    assert.ok(before.length > 4);
    assert.deepEqual(await prints("b.txt"), before);
  });

  it("a fingerprint of a cell stays when its number changes, and goes when it is right", async () => {
    const print = async (total: string) => {
      box.write({ "a.txt": sampleReport({ cells: { "requests/new/total": total } }) });
      const { results } = await sarif("a.txt");
      const [first] = results;
      return first && [first.locations[0]?.logicalLocations?.[0]?.fullyQualifiedName, first.partialFingerprints];
    };
    const first = await print("65");
    assert.equal(first?.[0], "requests/new/total");
    assert.deepEqual(await print("61"), first);
    assert.equal(await print("66"), undefined);
  });

  it("addresses are relative to the working folder, those outside of it file:", () => {
    const below = (uri: string) => ({ uri, uriBaseId: "%SRCROOT%" });
    assert.deepEqual(artifactOf("./年报/甲 县#1.txt"), below("%E5%B9%B4%E6%8A%A5/%E7%94%B2%20%E5%8E%BF%231.txt"));
    assert.deepEqual(artifactOf("a:b%.txt"), below("a%3Ab%25.txt"));
    assert.deepEqual(artifactOf("年报/../..b.txt"), below("..b.txt"));
    for (const outside of [path.resolve("a b.txt"), "../a b.txt", "年报/../../a b.txt"]) {
      const { uri, uriBaseId } = artifactOf(outside);
      assert.match(uri, /^file:\/\/\/.*a%20b\.txt$/);
      assert.ok(!uri.includes("..") && uriBaseId === undefined);
    }
  });
});
