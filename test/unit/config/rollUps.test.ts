import assert from "node:assert/strict";
import { type Placed, partsAmong } from "../../../server/src/config/rollUps";
import { type Config, noConfig, type RollUp } from "../../../server/src/config/types";

function withRollUps(...rollUps: readonly RollUp[]): Config {
  return { ...noConfig, rollUps };
}

/** The year is that of the first folder or of the name. */
function placed(path: string, config: Config = noConfig, folder = ""): Placed {
  const year = /20\d\d/.exec(path)?.[0];
  return { file: `file:///${folder}/${path}`, path, config, folder, year: year === undefined ? null : Number(year) };
}

/** By path: the parts, those that are missing behind a question mark each; ~ in front where it is not sure. */
function told(files: readonly Placed[]): Readonly<Record<string, string>> {
  const paths = new Map(files.map(({ file, path }) => [file, path]));
  const found = [...partsAmong(files)].map(([file, { files: parts, missing, sure }]) => {
    const names = [...parts.map((part) => paths.get(part) ?? part), ...missing.map((part) => `?${part}`)];
    return [paths.get(file) ?? file, `${sure ? "" : "~"}${names.sort().join(" ")}`];
  });
  return Object.fromEntries(found);
}

describe("config/rollUps", () => {
  it("sums up the files that fit, of the report's own year or of none, without the report itself", () => {
    const config = withRollUps({ report: "*/全县.txt", parts: ["*/*.txt", "名单"] });
    const paths = [
      "2024/全县.txt",
      "2024/甲.txt",
      "2024/乙.txt",
      "2023/全县.txt",
      "2023/甲.txt",
      "名单/丙.txt",
      "2024/丁.md",
    ];
    assert.deepEqual(told(paths.map((path) => placed(path, config))), {
      "2024/全县.txt": "2024/乙.txt 2024/甲.txt 名单/丙.txt",
      "2023/全县.txt": "2023/甲.txt 名单/丙.txt",
    });
    const undated = withRollUps({ report: "全县.txt", parts: ["2023", "2024/甲.txt"] });
    const files = ["全县.txt", "2023/甲.txt", "2024/甲.txt", "2024/乙.txt"].map((path) => placed(path, undated));
    assert.deepEqual(told(files), { "全县.txt": "2023/甲.txt 2024/甲.txt" });
  });

  it("names a file or folder that is not there, but not another year's, and no pattern", () => {
    const config = withRollUps({
      report: "*/全县.txt",
      parts: ["2024/甲.txt", "2023/甲.txt", "2024/乙(终稿).txt", "乡镇/", "部门/*.txt"],
    });
    assert.deepEqual(told([placed("2024/全县.txt", config), placed("2024/甲.txt", config)]), {
      "2024/全县.txt": "2024/甲.txt ?2024/乙(终稿).txt ?乡镇/",
    });
    const files = ["2024/全县.txt", "2024/乙(终稿).txt", "乡镇/2024.txt"].map((path) => placed(path, config));
    assert.deepEqual(told(files), { "2024/全县.txt": "2024/乙(终稿).txt ?2024/甲.txt 乡镇/2024.txt" });
  });

  it("puts together what two entries say of one report", () => {
    const config = withRollUps(
      { report: "全县.txt", parts: ["甲.txt", "乙.txt"] },
      { report: "全*.txt", parts: ["乙.txt", "丙.txt", "丁.txt"] },
    );
    const files = ["全县.txt", "甲.txt", "乙.txt", "丙.txt"].map((path) => placed(path, config));
    assert.deepEqual(told(files), { "全县.txt": "?丁.txt 丙.txt 乙.txt 甲.txt" });
  });

  it("keeps the folders of two configurations apart", () => {
    const one = withRollUps({ report: "全县.txt", parts: ["*.txt"] });
    const files = [placed("全县.txt", one, "a"), placed("甲.txt", one, "a"), placed("乙.txt", noConfig, "b")];
    assert.deepEqual(told(files), { "全县.txt": "甲.txt" });
  });

  it("goes by 汇总 in the file's name where no configuration speaks of the report", () => {
    const paths = [
      "2024/汇总表.txt",
      "2024/甲.txt",
      "2024/乡镇/乙.txt",
      "2024/乡镇/乡镇汇总.txt",
      "2023/甲.txt",
      "总/汇总 2024.txt",
    ];
    assert.deepEqual(told(paths.map((path) => placed(path))), {
      "2024/汇总表.txt": "~2024/乡镇/乙.txt 2024/甲.txt",
      "2024/乡镇/乡镇汇总.txt": "~2024/乡镇/乙.txt",
    });
    assert.deepEqual(told(["汇总2024.txt", "甲2023.txt", "汇总/乙2024.txt", "丙.txt"].map((path) => placed(path))), {
      "汇总2024.txt": "~丙.txt 汇总/乙2024.txt",
    });
    // Spoken of, though there is nothing to be summed up.
    const config = withRollUps({ report: "汇总.txt", parts: ["别处/*.txt"] });
    assert.deepEqual(told(["汇总.txt", "甲.txt"].map((path) => placed(path, config))), {});
  });

  it("takes no longer for 2,000 files than they deserve", () => {
    const names = Array.from({ length: 400 }, (_, at) => `2024/单位${at}.txt`);
    const config = withRollUps(
      { report: "*/全县.txt", parts: [...names, "*/乡镇/**/*.txt"] },
      { report: "*/全市.txt", parts: ["**/*.txt"] },
    );
    const paths = Array.from({ length: 2000 }, (_, at) => `${2020 + (at % 5)}/乡镇/${at % 40}/汇总${at}.txt`);
    const files = [...paths, ...["2024/全县.txt", "2024/全市.txt"], ...names].map((path) => placed(path, config));
    partsAmong(files);
    const begin = performance.now();
    const found = partsAmong(files);
    const time = performance.now() - begin;
    assert.equal(found.get(placed("2024/全县.txt").file)?.files.length, 800);
    assert.equal(found.get(placed("2024/全市.txt").file)?.files.length, 801);
    // Some ten milliseconds on an idle machine.
    assert.ok(time < 1000, `${time} ms`);
  });
});
