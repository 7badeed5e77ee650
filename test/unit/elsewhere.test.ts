// A place that has to do with a finding and lies in another file: in the editor's words and in every format of the command line.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { printReport } from "../../server/src/cli/print";
import { checkResult } from "../../server/src/cli/result";
import { sarifResults } from "../../server/src/cli/sarif";
import { readClient } from "../../server/src/lsp/client";
import { diagnosticOf } from "../../server/src/lsp/convert";
import { readReport } from "../../server/src/report/index";
import { knownOf } from "../../server/src/report/known";
import { noNeighbours } from "../../server/src/report/neighbours";
import { check } from "../../server/src/rules/index";
import type { Finding } from "../../server/src/rules/types";

const lastYear = [
  "青禾县水务局2023年政府信息公开工作年度报告",
  "三、收到和处理政府信息公开申请情况",
  "四、结转下年度继续办理\t3\t0\t0\t0\t0\t0\t4",
].join("\n");
const text = [
  "青禾县水务局2024年政府信息公开工作年度报告",
  "三、收到和处理政府信息公开申请情况",
  "二、上年结转政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3",
].join("\n");
const start = { line: 2, character: "四、结转下年度继续办理\t3\t0\t0\t0\t0\t0\t".length };
const end = { line: 2, character: start.character + 1 };
const report = readReport(text);

function found(file: string): readonly Finding[] {
  const neighbours = { ...noNeighbours, lastYear: knownOf(file, readReport(lastYear)) };
  return check(report, {}, neighbours).filter(({ rule }) => rule === "carry-over");
}

const checked = { file: "2024.txt", report, findings: found("last/2023.txt"), changes: [], off: 0, known: 0 };

describe("a place in another file", () => {
  it("is related information with its own address", () => {
    const uri = pathToFileURL("/reports/2023.txt").href;
    const document = TextDocument.create("file:///reports/2024.txt", "nianbao", 1, text);
    const client = readClient({
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    });
    const [finding] = found(uri);
    assert.ok(finding);
    const { relatedInformation } = diagnosticOf(document, finding, "zh", client);
    assert.deepEqual(relatedInformation?.[0]?.location, { uri, range: { start, end } });
  });

  it("is printed with its own path", () => {
    const printed = printReport(checked, { locale: "zh", colour: false });
    assert.match(printed, new RegExp(`^    last/2023\\.txt:3:${start.character + 1} 2023 年度报告`, "mu"));
  });

  it("names its file in JSON, which it does nowhere else", () => {
    const json = JSON.stringify(checkResult({ ...checked, changes: null }, "zh"));
    const parsed: { findings: { related: { file?: string; range: unknown }[] }[] } = JSON.parse(json);
    const [first, ...others] = parsed.findings.flatMap(({ related }) => related);
    assert.equal(first?.file, "last/2023.txt");
    assert.deepEqual(first?.range, { start, end });
    assert.ok(others.every((each) => each.file === undefined));
  });

  it("is a location in its own artifact in SARIF", () => {
    const [result] = sarifResults("2024.txt", report, found("last/2023.txt"), "zh").split(",\n");
    const parsed: { relatedLocations: { physicalLocation: unknown }[] } = JSON.parse(result ?? "");
    assert.deepEqual(parsed.relatedLocations[0]?.physicalLocation, {
      artifactLocation: { uri: "last/2023.txt", uriBaseId: "%SRCROOT%" },
      region: { startLine: 3, startColumn: start.character + 1, endLine: 3, endColumn: end.character + 1 },
    });
  });
});
