// The command line and the editor say the same: for every sample, and every report of REPORT_CORPUS where that is set.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import type { WorkspaceDiagnosticReport } from "vscode-languageserver/node";
import { root } from "../../scripts/root";
import { decode } from "../../server/src/cli/encoding";
import { withCarriedIn } from "../../server/src/report/carry";
import { readReport } from "../../server/src/report/index";
import { knownOf } from "../../server/src/report/known";
import { check } from "../../server/src/rules/index";
import type { RuleId } from "../../server/src/rules/types";
import { createCatalogue } from "../../server/src/workspace/catalogue";
import { Client } from "../protocol/client";
import { sampleReport } from "../support/sample";
import { checkJson, type FindingJson, type Folder, folder, nianbao } from "./support";

const severityNames = ["", "error", "warning", "information", "hint"];

/** What both sides tell of a finding. */
type Told = Pick<FindingJson, "rule" | "severity" | "message" | "range" | "related">;

/** What is found of a report by itself: the editor of this test opens one after the other, and knows no folder. */
function alone<T extends { readonly rule: string }>(findings: readonly T[]): readonly T[] {
  return findings.filter(({ rule }) => !comparing.has(rule));
}

const comparing: ReadonlySet<string> = new Set<RuleId>(["carry-over", "in-force", "swing", "similar", "roll-up"]);

function told({ rule, severity, message, range, related }: Told): Told {
  return { rule, severity, message, range, related };
}

describe("command line and editor", () => {
  let box: Folder;
  before(() => {
    box = folder();
    const cells = { "requests/new/total": "65", "requests/new/legal": "００", "review/review/pending": "" };
    for (const [name, eol] of Object.entries({ lf: "\n", crlf: "\r\n", cr: "\r" } as const)) {
      box.write({
        [`${name}.txt`]: sampleReport({ cells, eol }),
        [`${name}-bom.txt`]: `\uFEFF${sampleReport({ cells, eol })}`,
      });
    }
    box.write({ "none.txt": "会议记录\n" });
  });
  after(() => box.remove());

  const files = () => [
    ...globSync("*.txt", { cwd: box.path, absolute: true }),
    ...globSync("samples/**/*.{txt,nianbao}", { cwd: root, absolute: true }),
    ...(process.env.REPORT_CORPUS ? globSync("**/*.txt", { cwd: process.env.REPORT_CORPUS, absolute: true }) : []),
  ];

  for (const locale of ["zh", "en"] as const) {
    it(`find the same in the same words: ${locale}`, async () => {
      const { reports, summary } = checkJson(
        await nianbao(root, "check", "--format", "json", "--locale", locale, ...files()),
      );
      assert.equal(summary.unreadable, 0);
      assert.equal(reports.length, files().length);
      const client = await Client.start({ settings: () => ({ language: locale }) });
      try {
        for (const { file, findings } of reports) {
          const uri = pathToFileURL(file).href;
          const { decoded } = decode(readFileSync(file));
          assert.ok(decoded, file);
          await client.open(uri, decoded.text);
          const shown = (await client.pullItems(uri)).map((item) =>
            told({
              rule: String(item.code),
              severity: severityNames[item.severity ?? 0] ?? "",
              message: typeof item.message === "string" ? item.message : item.message.value,
              range: item.range,
              related: (item.relatedInformation ?? []).map(({ message, location }) => ({
                message,
                range: location.range,
              })),
            }),
          );
          assert.deepEqual(alone(findings).map(told), alone(shown), path.basename(file));
          await client.close(uri);
        }
      } finally {
        await client.stop();
      }
    });
  }

  it("find the same in a whole folder, its reports held against each other", async () => {
    box.write({ "2023/a.txt": sampleReport({ year: 2023 }), "2024/a.txt": sampleReport({ year: 2024 }) });
    const { reports } = checkJson(await nianbao(box.path, "check", "--format", "json", "."));
    const client = await Client.start({ folders: [pathToFileURL(box.path).href] });
    try {
      const { items } = await client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
        previousResultIds: [],
      });
      const shown = new Map(
        items.map((item) => [
          path.relative(box.path, fileURLToPath(item.uri)),
          item.kind === "full" ? item.items.map(({ code, message }) => [code, message]) : [],
        ]),
      );
      assert.ok(reports.some(({ findings }) => findings.some(({ rule }) => rule === "carry-over")));
      for (const { file, findings } of reports)
        assert.deepEqual(
          shown.get(path.normalize(file)),
          findings.map(({ rule, message }) => [rule, message]),
          file,
        );
      assert.equal(shown.size, reports.length);
    } finally {
      await client.stop();
    }
  });

  it("find what the rules find", async () => {
    const { reports } = checkJson(await nianbao(root, "check", "--format", "json", "--no-config", ...files()));
    const catalogue = createCatalogue();
    const read = reports.map(({ file }) => {
      const { decoded } = decode(readFileSync(file));
      assert.ok(decoded, file);
      const report = readReport(decoded.text);
      catalogue.put(knownOf(file, report));
      return report;
    });
    for (const [at, { file, findings }] of reports.entries()) {
      const report = withCarriedIn(read[at] ?? readReport(""), catalogue.carriedIn(file));
      const own = check(report, {}, catalogue.neighbours(file));
      assert.deepEqual(
        findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
        own.map(({ rule, severity, message }) => ({ rule, severity, message: message.zh })),
        path.basename(file),
      );
    }
  });
});
