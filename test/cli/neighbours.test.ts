// Reports held against each other: all that are named in one run, whatever thread reads them.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { runCheck } from "../../server/src/cli/check";
import { baselineName, configName } from "../../server/src/config/types";
import { type SampleOptions, sampleCells, sampleForm, sampleReport } from "../support/sample";
import { checkJson, type FindingJson, type Folder, folder, nianbao, nianbaoReading } from "./support";

const town = "青禾县样桥乡人民政府";
/** Another number left over than the sample's: the next year of the same organ contradicts it. */
const more: SampleOptions = { year: 2023, parts: { "requests/new/natural": 60 } };

/** Words that no other organ of these tests has. */
function own(what: string): { readonly overview: string; readonly problems: string } {
  const overview = [1, 2, 3, 4, 5].map((at) => `${what}第${at}次清点库存并把${what}台账逐项登上公示栏`).join("。");
  return {
    overview: `主动公开、依申请公开、政府信息管理、平台建设、监督保障方面：${overview}。`,
    problems: `存在的问题：${what}公示栏旧。改进情况：换新${what}公示栏。`,
  };
}

const before = sampleReport({ organ: town, ...more });
const after = sampleReport({ organ: town, year: 2024 });

describe("cli: reports between each other", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());

  /** Findings of these rules by file, those of files without any left out. */
  const found = async (rules: readonly string[], ...args: string[]) => {
    const run = await nianbao(box.path, "check", "--format", "json", ...args);
    const { reports } = checkJson(run);
    const files: Record<string, readonly FindingJson[]> = {};
    for (const { file, findings } of reports) {
      const wanted = findings.filter(({ rule }) => rules.includes(rule));
      if (wanted.length > 0) files[file] = wanted;
    }
    return files;
  };
  const count = async (rules: readonly string[], ...args: string[]) =>
    Object.fromEntries(Object.entries(await found(rules, ...args)).map(([file, { length }]) => [file, length]));

  it("takes the year from the name of the folder, wherever it is run", async () => {
    const untold = (text: string): string => text.replace(/202[34]年?(?:度)?/gu, "");
    box.write({ "2023年/a.txt": untold(before), "2024年/a.txt": untold(after) });
    assert.deepEqual(await count(["carry-over"], "."), { "2024年/a.txt": 1 });
    const inside = await nianbao(path.join(box.path, "2024年"), "check", "--format", "json", ".", "../2023年");
    const [report] = checkJson(inside).reports;
    assert.ok(report?.findings.some(({ rule }) => rule === "carry-over"));
  });

  it("finds what two years do not agree on, and names the place in the other file", async () => {
    box.write({ "r/2023.txt": before, "r/2024.txt": after });
    const files = await found(["carry-over"], "r");
    assert.deepEqual(Object.keys(files), ["r/2024.txt"]);
    const [finding] = files["r/2024.txt"] ?? [];
    assert.match(finding?.message ?? "", /2023 年度报告.*自然人 3 ≠ 4、总计 4 ≠ 5/);
    assert.deepEqual(
      finding?.related.map(({ file }) => file),
      ["r/2023.txt", undefined, "r/2023.txt"],
    );
    const text = await nianbao(box.path, "check", "r");
    assert.equal(text.code, 1);
    const place = finding?.related[0]?.range.start ?? { line: 0, character: 0 };
    assert.ok(text.out.includes(`\n    r/2023.txt:${place.line + 1}:${place.character + 1} 2023 年度报告`));
    assert.deepEqual(await count(["carry-over"], "r/2024.txt"), {});
  });

  it("takes part with the standard input, under its name and before the file of that name", async () => {
    box.write({ "r/2023.txt": before, "r/2024.txt": "会议记录" });
    const args = ["check", "--format", "json", "--stdin-filename", "r/2024.txt"];
    for (const others of [["r/2023.txt"], ["r"]]) {
      const { reports } = checkJson(await nianbaoReading(after, box.path, ...args, ...others, "-"));
      const { findings = [] } = reports.find(({ file }) => file === "r/2024.txt") ?? {};
      assert.equal(findings.filter(({ rule }) => rule === "carry-over").length, 1);
    }
  });

  it("finds the text of another organ, from the share on that the configuration says", async () => {
    const shared = own("水库");
    box.write({
      "r/a.txt": sampleReport({ organ: "青禾县水务局", sections: shared }),
      "r/b.txt": sampleReport({ organ: "青禾县林草局", sections: shared, omit: ["disclosure"] }),
    });
    const { "r/a.txt": [first] = [], ...others } = await found(["similar"], "r");
    assert.match(first?.message ?? "", /青禾县林草局/);
    assert.equal(first?.related[0]?.file, "r/b.txt");
    assert.deepEqual(Object.keys(others), ["r/b.txt"]);
  });

  it("draws the line where the configuration draws it", async () => {
    const { overview } = own("水库");
    const half = `${overview}${own("林场").overview}`;
    box.write({
      "r/a.txt": sampleReport({ organ: "青禾县水务局", sections: { overview: half, problems: "" } }),
      "r/b.txt": sampleReport({ organ: "青禾县林草局", sections: { overview }, omit: ["disclosure"] }),
    });
    const files = async () => Object.keys(await found(["similar"], "r"));
    assert.ok((await files()).includes("r/a.txt"));
    assert.deepEqual(await count(["length"], "r"), {});
    box.write({ [`r/${configName}`]: '{ "limits": { "length": 50, "similar": 100 } }' });
    assert.deepEqual(await count(["length"], "r"), { "r/a.txt": 1, "r/b.txt": 1 });
    assert.ok(!(await files()).includes("r/a.txt"));
  });

  it("knows an organ by the names the configuration gives it", async () => {
    box.write({
      "2023.txt": sampleReport({ organ: "青禾县旧桥镇人民政府", ...more }),
      "2024.txt": after,
    });
    assert.deepEqual(await count(["carry-over"], "."), {});
    box.write({ [configName]: `{ "organs": { "${town}": ["青禾县旧桥镇人民政府"] } }` });
    assert.deepEqual(await count(["carry-over"], "."), { "2024.txt": 1 });
    assert.deepEqual(await count(["carry-over"], ".", "--no-config"), {});
  });

  describe("a report that sums up others", () => {
    const rollUps = { rollUps: [{ report: "县.txt", parts: ["局/*.txt"] }] };
    const part = (what: string, licences: number) =>
      sampleReport({
        organ: `青禾县${what}局`,
        sections: own(what),
        parts: { "disclosure/licences/decisions": licences },
      });
    const sum = (licences: number) => {
      const two = (at: number) => String(2 * at);
      const parts = Object.fromEntries(
        [...sampleCells(sampleForm())].map(([key, value]) => [key, /^\d+$/.test(value) ? two(Number(value)) : "71.2"]),
      );
      return sampleReport({
        organ: "青禾县人民政府",
        sections: own("全县"),
        parts: { ...parts, "disclosure/licences/decisions": licences },
      });
    };

    it("is compared with their sum as the configuration says", async () => {
      box.write({
        [configName]: JSON.stringify(rollUps),
        "县.txt": sum(30),
        "局/水务.txt": part("水务", 10),
        "局/林草.txt": part("林草", 20),
      });
      assert.deepEqual(await count(["roll-up"], "."), {});
      box.write({ "县.txt": sum(31) });
      const { "县.txt": [finding] = [] } = await found(["roll-up"], ".");
      assert.match(finding?.message ?? "", /行政许可.*2 份报告之和不一致.*31 ≠ 30/);
      assert.equal(finding?.severity, "warning");
    });

    it("is not compared where not all of them were looked at, which is said", async () => {
      box.write({
        [configName]: JSON.stringify(rollUps),
        "县.txt": sum(31),
        "局/水务.txt": part("水务", 10),
        "局/林草.txt": part("林草", 20),
      });
      const some = await nianbao(box.path, "check", "县.txt", "局/水务.txt");
      assert.doesNotMatch(some.out, /roll-up/);
      assert.match(some.err, /^nianbao: 县\.txt: 汇总数未核对/m);
      assert.equal(some.code, 0);
      assert.deepEqual(await count(["roll-up"], "县.txt", "局/*.txt"), { "县.txt": 1 });
      box.write({ "局/林草.txt": Buffer.from([0xff, 0xfe, 0, 0]) });
      const { "县.txt": [left] = [] } = await found(["roll-up"], "县.txt", "局/*.txt");
      assert.match(left?.message ?? "", /1 份没有找到.*林草\.txt/);
      assert.equal(left?.severity, "information");
    });

    it("is compared by the name of its file alone as information", async () => {
      box.write({
        "r/汇总.txt": sum(31),
        "r/水务.txt": part("水务", 10),
        "r/林草.txt": part("林草", 20),
      });
      const { "r/汇总.txt": [finding] = [] } = await found(["roll-up"], "r");
      assert.equal(finding?.severity, "information");
      assert.deepEqual(await count(["roll-up"], "r/汇总.txt", "r/水务.txt"), {});
    });
  });

  it("--fix writes what it would without them, and tells what they tell", async () => {
    box.write({ "2023.txt": before, "2024.txt": after.replace("\t58\n", "\t058\n") });
    const run = await nianbao(box.path, "check", "--fix", "2023.txt", "2024.txt");
    assert.match(run.out, /已改 .*058 → 58/);
    assert.match(run.out, /carry-over/);
    assert.equal(readFileSync(path.join(box.path, "2024.txt"), "utf8"), after);
  });

  it("is interrupted before the first report is judged as after it: nothing is called whole", async () => {
    box.write(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`r/${at}.txt`, after])));
    const stopping = new AbortController();
    let out = "";
    let err = "";
    const running = runCheck(
      {
        ...{ command: "check", format: "json", locale: "zh", paths: ["r"], stdinFilename: "-", jobs: 1 },
        ...{ config: undefined, maxWarnings: null, fix: [], baseline: true, updateBaseline: true },
      },
      {
        cwd: box.path,
        out: async (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        stdin: process.stdin,
        terminal: process.stderr,
        showsProgress: false,
        outColour: false,
        interrupted: stopping.signal,
      },
    );
    // All of them take several turns to be read, and the first ends after this.
    setTimeout(() => stopping.abort(), 20);
    assert.equal(await running, 2);
    assert.equal(out, '{"reports":[');
    assert.equal(err, "nianbao: 已中断，只处理了其中 0 份年报，输出不完整\n");
    assert.equal(existsSync(path.join(box.path, "r", baselineName)), false);
  });

  it("says the very same with any number of threads", async () => {
    const files: Record<string, string> = {};
    for (let at = 0; at < 40; at++) {
      const organ = `青禾县第${at}镇人民政府`;
      const words = own(`第${at % 30}类物资`);
      files[`r/2023/${at}.txt`] = sampleReport({ organ, ...more, sections: words });
      files[`r/2024/${at}.txt`] = sampleReport({ organ, year: 2024, sections: words });
    }
    files["r/2024/汇总.txt"] = sampleReport({ organ: "青禾县人民政府", sections: own("全县") });
    box.write(files);
    const run = (jobs: number, format: string) =>
      nianbao(box.path, "check", "--format", format, "--jobs", String(jobs), "r");
    for (const format of ["text", "json"]) {
      const one = await run(1, format);
      for (const rule of ["carry-over", "similar", "roll-up"]) assert.match(one.out, new RegExp(rule));
      for (const jobs of [2, 4]) assert.deepEqual(await run(jobs, format), one);
    }
  });
});
