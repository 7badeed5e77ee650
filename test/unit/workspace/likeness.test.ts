// Who shares words and figures with whom, and that a change concerns exactly those who are told of it.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { type Known, knownOf } from "../../../server/src/report/known";
import { check } from "../../../server/src/rules/index";
import { type Catalogue, createCatalogue } from "../../../server/src/workspace/catalogue";
import { mostOrgans } from "../../../server/src/workspace/likeness";
import { sampleReport } from "../../support/sample";

const own = [
  "主要问题：石板桥边的公开栏被洪水冲走，两个月里只能到乡里看，来回要走十四里山路，乡亲们意见不小。",
  "改进情况：请木匠在祠堂前重做一块，加盖雨檐，由小学教师每旬更换一次内容，换下来的装订成册存进祠堂。",
  "祠堂钥匙由三户人家轮流保管，下雨天也开着门，看公开栏的人可以在里面坐一坐、烤一烤火。",
  "另外把电话号码漆在栏头，接电话的人姓名也写上，晚饭以后照样有人接，山里放羊的人也能问。",
].join("");
const another = [
  "主要问题：窗口搬进新楼后指示牌一直没有装，办事的人在三层楼里来回打听，保安也说不清楚。",
  "改进情况：从大门起每个转角贴一张箭头，颜色按事项区分，老花眼也看得见，箭头旁边写明等候人数。",
  "复印机坏了半年，七月换了新的，前二十页不收钱，机器旁边有人教，排队的号码写在黑板上。",
  "午间不再关门，四名同事轮班，周六上午加开半天，把进城赶集的人一并接待，来得早的有热水喝。",
].join("");

/** A report of a numbered organ with figures of its own, and one of two texts in section five. */
function known(file: string, organ: number, words: string, year = 2024): Known {
  const text = sampleReport({
    organ: `青禾县第${organ}镇人民政府`,
    year,
    parts: { "requests/new/natural": 58 + organ, "disclosure/licences/decisions": 130 + organ },
    sections: { overview: `第${organ}镇。`, problems: words },
  });
  return knownOf(file, readReport(text));
}

function others(catalogue: Catalogue, file: string): readonly string[] {
  return catalogue.neighbours(file).others.map((each) => each.file);
}

describe("likeness", () => {
  it("is found between organs, in both directions, and not between years of one", () => {
    const catalogue = createCatalogue();
    catalogue.put(known("1.txt", 1, own));
    catalogue.put(known("2.txt", 2, another));
    assert.deepEqual(catalogue.put(known("3.txt", 3, own, 2023)), ["1.txt"]);
    catalogue.put(known("1 before.txt", 1, another, 2022));
    assert.deepEqual(others(catalogue, "1.txt"), ["3.txt"]);
    assert.deepEqual(others(catalogue, "3.txt"), ["1.txt"]);
    assert.deepEqual(others(catalogue, "2.txt"), ["1 before.txt"]);
    assert.deepEqual(catalogue.remove("3.txt"), ["1.txt"]);
    assert.deepEqual(others(catalogue, "1.txt"), []);
  });

  it("is no one's fault where more organs than five write the same", () => {
    const catalogue = createCatalogue();
    for (let organ = 1; organ <= mostOrgans; organ++) catalogue.put(known(`${organ}.txt`, organ, own));
    assert.equal(others(catalogue, "1.txt").length, mostOrgans - 1);
    const all = Array.from({ length: mostOrgans }, (_, at) => `${at + 1}.txt`);
    assert.deepEqual([...catalogue.put(known("more.txt", mostOrgans + 1, own))].sort(), all);
    assert.deepEqual(others(catalogue, "1.txt"), []);
    assert.ok(catalogue.neighbours("1.txt").common.size > 0);
    assert.deepEqual([...catalogue.remove("more.txt")].sort(), all);
    assert.equal(others(catalogue, "1.txt").length, mostOrgans - 1);
    // Another year of an organ that has the words already is no further organ.
    catalogue.put(known("1 before.txt", 1, own, 2023));
    assert.equal(catalogue.neighbours("1.txt").common.size, 0);
  });

  it("is no finding between a report and those it sums up", () => {
    const catalogue = createCatalogue();
    catalogue.put(known("all.txt", 1, own));
    catalogue.put(known("one.txt", 2, own));
    const told = { files: ["one.txt"], missing: [], sure: true };
    assert.deepEqual(catalogue.tellParts("all.txt", told), ["all.txt", "one.txt"]);
    assert.deepEqual(others(catalogue, "all.txt"), []);
    assert.deepEqual(others(catalogue, "one.txt"), []);
    // The name of a file silences nothing.
    assert.deepEqual(catalogue.tellParts("all.txt", { ...told, sure: false }), ["all.txt", "one.txt"]);
    assert.deepEqual(others(catalogue, "all.txt"), ["one.txt"]);
    assert.deepEqual(others(catalogue, "one.txt"), ["all.txt"]);
  });

  it("is told with its share and where the other text stands", () => {
    const catalogue = createCatalogue();
    const text = sampleReport({ sections: { problems: own } });
    catalogue.put(knownOf("a.txt", readReport(text)));
    catalogue.put(known("b.txt", 2, own));
    const [finding] = check(readReport(text), {}, catalogue.neighbours("a.txt")).filter(
      ({ rule, span }) => rule === "similar" && text.slice(span.start).startsWith("五、"),
    );
    assert.equal(
      finding?.message.zh,
      "五、存在的主要问题及改进情况：与青禾县第2镇人民政府 2024 年度报告几乎完全雷同，相同文字占 100%（不计套话）",
    );
    assert.equal(finding?.related[0]?.within?.file, "b.txt");
    assert.ok((finding?.related[0]?.within?.range.start.line ?? 0) > 10);
  });

  it("is the same however the reports came in, and whoever it concerns is told", () => {
    const files = Array.from({ length: 14 }, (_, at) => ({ file: `${at}.txt`, organ: 1 + (at % 9) }));
    const catalogue = createCatalogue();
    const there = new Map<string, Known>();
    const seen = () => new Map([...there.keys()].map((file) => [file, catalogue.neighbours(file)]));
    let seed = 1;
    const next = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let step = 0; step < 150; step++) {
      const { file, organ } = files[next(files.length)] ?? { file: "0.txt", organ: 1 };
      const before = seen();
      let told: readonly string[];
      if (next(4) === 0) {
        there.delete(file);
        told = catalogue.remove(file);
      } else {
        const report = known(file, organ, next(3) === 0 ? another : own, 2023 + next(2));
        there.set(file, report);
        told = catalogue.put(report);
      }
      for (const [each, now] of seen()) {
        if (each === file || told.includes(each)) continue;
        assert.deepEqual(now, before.get(each), `step ${step}: ${each} was not told of ${file}`);
      }
      assert.ok(!told.includes(file));
    }
    const fresh = createCatalogue();
    for (const report of there.values()) fresh.put(report);
    for (const file of there.keys()) assert.deepEqual(fresh.neighbours(file), catalogue.neighbours(file), file);
  });
});
