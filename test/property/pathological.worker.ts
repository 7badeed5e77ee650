// Reads, checks and shows one text after another; lives in a thread so that a text that hangs it can be given up.
import { parentPort } from "node:worker_threads";
import { actions } from "../../server/src/features/actions";
import { bulk, bulkKinds } from "../../server/src/features/bulk";
import { foldings } from "../../server/src/features/folding";
import { highlights } from "../../server/src/features/highlights";
import { hover } from "../../server/src/features/hover";
import { outline } from "../../server/src/features/outline";
import { readReport } from "../../server/src/report/index";
import { knownOf } from "../../server/src/report/known";
import { noNeighbours } from "../../server/src/report/neighbours";
import { check } from "../../server/src/rules/index";
import { inputs } from "./pathological.inputs";

/** More findings than anyone reads; asking for actions on all of a text is asking for as many. */
const places = 5;

parentPort?.on("message", ({ name, size }: { name: string; size: number }) => {
  try {
    const text = (inputs[name] as (size: number) => string)(size);
    const begin = performance.now();
    const report = readReport(text);
    const known = knownOf("beside.txt", report);
    const parts = { reports: [known, known], missing: [], sure: true };
    const findings = check(report, {}, { ...noNeighbours, lastYear: known, others: [known], parts });
    outline(report, "zh");
    foldings(report);
    bulk(report, findings, {}, bulkKinds);
    for (let at = 0; at <= places; at++) {
      const offset = Math.floor((text.length * at) / places);
      hover(report, offset, "zh");
      highlights(report, offset);
      actions(report, findings, { start: offset, end: offset }, "zh");
    }
    const longest = Math.max(0, ...findings.slice(0, 1000).map(({ message }) => message.zh.length));
    parentPort?.postMessage({ milliseconds: performance.now() - begin, longest, length: text.length });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? `${error.stack}` : String(error) });
  }
});
