// The texts themselves, wherever the sources write them down: each is there in Chinese and in English, and neither stands in
// for the other.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import ts from "typescript";
import { root } from "../scripts/root";
import { strayChinese } from "./support/chinese";

/** A text in both languages; null where the sources have only one of them. */
interface Pair {
  readonly place: string;
  readonly zh: ts.Node | null;
  readonly en: ts.Node | null;
}

/** Words of reports that English texts name. Each is in use; what is not, has to go. */
const quoted: readonly string[] = [
  ...["政府信息公开工作年度报告", "年报审校", "年报", "年度报告"],
  ...["规章", "规范性文件", "元", "万元", "号", "国办公开办函", "一", "二", "三", "四"],
  ...["一是、二是、三是", "未收到", "均已办结", "未发生行政复议、行政诉讼", "均维持", "均已审结", "其中", "分别"],
  ...["受理", "含上年结转", "汇总"],
  ...["存在问题及改进情况", "有待加强", "上一篇", "打印", "责任编辑", "附件"],
];

const han = /\p{Script=Han}/u;

/** What is written down of a text: its literals and the fixed parts of its templates. The names of the languages are none. */
function written(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return /^(?:zh|en)(?:-[A-Z]{2})?$/.test(node.text) ? "" : node.text;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return node.text;
  const parts: string[] = [];
  // With something between them, as what is filled in there will be.
  ts.forEachChild(node, (child) => void parts.push(written(child)));
  return parts.filter((part) => part !== "").join(" … ");
}

function named(node: ts.ObjectLiteralExpression, name: string): ts.Node | null {
  const found = node.properties.find((property) => property.name?.getText() === name);
  return found ? (ts.isPropertyAssignment(found) ? found.initializer : found) : null;
}

/** `{ zh, en }`, `locale === "zh" ? zh : en`, and calls of functions whose parameters are called zh and en. */
function pairsIn(name: string, text: string): readonly Pair[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const pairs: Pair[] = [];
  const makers = new Set<string>();
  const visit = (node: ts.Node): void => {
    const place = `${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent)) {
      if (node.parameters.map((each) => each.name.getText()).join() === "zh,en") makers.add(node.parent.name.getText());
    }
    if (ts.isObjectLiteralExpression(node)) {
      const [zh, en] = [named(node, "zh"), named(node, "en")];
      // Of a column the English is its id.
      if ((zh || en) && !(zh && named(node, "id"))) pairs.push({ place, zh, en });
    } else if (ts.isConditionalExpression(node) && /^(?:locale === "zh"|zh)$/.test(node.condition.getText())) {
      pairs.push({ place, zh: node.whenTrue, en: node.whenFalse });
    } else if (ts.isCallExpression(node) && makers.has(node.expression.getText())) {
      pairs.push({ place, zh: node.arguments[0] ?? null, en: node.arguments[1] ?? null });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return pairs;
}

/** What is wrong with a pair; null where nothing is. */
function complaint({ zh, en }: Pair): string | null {
  if (zh === null || en === null) return "in one language only";
  const [chinese, english] = [written(zh), written(en)];
  // Put together from other texts, which are looked at where they stand.
  if (chinese === "" && english === "") return null;
  if (chinese === "" || english === "") return [zh, en].some(ts.isStringLiteralLike) ? "empty" : null;
  // Each tells in the other language how to be shown that.
  if (english.startsWith("中文：") && chinese.startsWith("English: ")) return null;
  if (/[a-z]{2}/.test(english) && ts.isStringLiteralLike(zh) && !han.test(chinese)) return "no Chinese";
  if (strayChinese(chinese).length > 0 && chinese === english) return "the same in both";
  const stray = strayChinese(english, ...quoted);
  return stray.length > 0 ? `Chinese in English: ${stray.join(" ")}` : null;
}

const files = globSync(["server/src/**/*.ts", "client/src/**/*.ts"], { cwd: root }).sort();
const pairs = files.flatMap((file) => pairsIn(file, readFileSync(path.join(root, file), "utf8")));

describe("texts in the sources", () => {
  it("are all there in Chinese and in English", () => {
    assert.ok(pairs.length > 350, `only ${pairs.length} were found`);
    assert.deepEqual(
      pairs.flatMap((pair) => {
        const wrong = complaint(pair);
        return wrong === null ? [] : [`${pair.place} ${wrong}`];
      }),
      [],
    );
  });

  it("are told apart from those that are not", () => {
    const wrongs = (text: string): readonly (string | null)[] => pairsIn("a.ts", text).map(complaint);
    assert.deepEqual(wrongs('a({ zh: "空白", en: "blank" }); b({ zh: "：", en: ": " });'), [null, null]);
    assert.deepEqual(wrongs('a({ zh: "空白" }); a({ en: "blank" });'), [
      "in one language only",
      "in one language only",
    ]);
    assert.deepEqual(wrongs('a({ zh: "空白", en: "" }); a({ zh: "", en: "blank" });'), ["empty", "empty"]);
    assert.deepEqual(wrongs('a({ zh: "空白", en: "空白" }); a({ zh: "blank", en: "blank" });'), [
      "the same in both",
      "no Chinese",
    ]);
    assert.deepEqual(wrongs('a(locale === "zh" ? "第" + n : "row " + n + " 空白");'), ["Chinese in English: 空白"]);
    assert.deepEqual(wrongs('const say = (zh: string, en: string) => zh + en; say("空白", "blank：");'), [
      "Chinese in English: k：",
    ]);
  });
});

describe("texts in package.nls*.json", () => {
  const read = (name: string): Record<string, string> => JSON.parse(readFileSync(path.join(root, name), "utf8"));
  const en = read("package.nls.json");
  const zh = read("package.nls.zh-cn.json");

  it("are Chinese in one and English in the other", () => {
    for (const [key, english] of Object.entries(en)) {
      assert.match(zh[key] ?? "", han, key);
      assert.match(english, /[A-Za-z]{3}/, key);
      assert.notEqual(english, zh[key], key);
      assert.deepEqual(strayChinese(english, ...quoted), [], key);
    }
  });
});

it("the words that English texts quote are in use", () => {
  const english = [
    ...pairs.map(({ en }) => (en === null ? "" : written(en))),
    readFileSync(path.join(root, "package.nls.json"), "utf8"),
  ].join("\n");
  for (const word of quoted) assert.ok(english.includes(word), word);
});
