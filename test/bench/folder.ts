// `npm run bench`, its third part: a folder of 2,000 reports, four years of 500 organs, from the start of the server until each
// is read, held against the others and shown; with nothing else to do, and while a report is typed into. BENCH_QUICK=1 makes it
// a smoke test.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  ProgressType,
  type ProtocolConnection,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver/node";
import type { ReportsParams } from "../../server/src/lsp/protocol";
import { spawnServer } from "../protocol/client";
import { sampleReport } from "../support/sample";

const quick = process.env.BENCH_QUICK !== undefined;
const organs = quick ? 25 : 500;
const years = [2021, 2022, 2023, 2024];
const rounds = quick ? 1 : 3;
/** Seconds and megabytes, on two cores. */
const aim = { seconds: 6, memory: 300 };
const carriedOut = /(四、结转下年度继续办理\s+)(\d+)/;
/** Milliseconds between two keys. */
const typing = 80;

const words =
  "公开 政务 平台 群众 咨询 栏目 更新 台账 归档 培训 监督 考核 村务 补贴 名册 项目 审批 流程 窗口 回复 渠道 宣传 专栏 梳理 核查 抽查 整改 机制 责任 人员 设备 经费 季度 半年 镇村 社区 干部 走访 调研 座谈 反馈 意见 采纳 落实 分类 目录 检索 便民".split(
    " ",
  );
let seed = 7;
/** Below `limit`; the same in every run. */
function random(limit: number): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed % limit;
}

/** Every organ has words of its own every year. */
function prose(length: number): string {
  let text = "";
  while (text.length < length) {
    const clause = Array.from({ length: 4 + random(4) }, () => words[random(words.length)]).join("");
    text += `${clause}${random(3) === 0 ? "。" : "，"}`;
  }
  return text;
}

function write(folder: string): void {
  for (let at = 1; at <= organs; at++)
    for (const year of years) {
      const organ = `青禾县第${at}镇人民政府`;
      const problems = `存在的问题：${prose(400)}。改进措施：${prose(400)}。`;
      const text = sampleReport({ year, organ, sections: { overview: prose(900), problems } });
      mkdirSync(path.join(folder, String(year)), { recursive: true });
      writeFileSync(path.join(folder, String(year), `${organ}${year}年政府信息公开工作年度报告.txt`), text);
    }
}

interface Measured {
  /** Milliseconds until everything was shown, and until the answer to workspace/diagnostic that has it all. */
  readonly shown: number;
  readonly answered: number;
  /** Milliseconds of each key's answer. */
  readonly keys: readonly number[];
  /** Milliseconds until next year's report said something else after this one was saved with another number. */
  readonly changed: number;
  /** Megabytes at the peak; null where the system does not tell. */
  readonly memory: number | null;
}

async function run(folder: string, types: boolean): Promise<Measured> {
  const { process: child, reader, writer } = spawnServer();
  const connection = createProtocolConnection(reader, writer);
  try {
    return await measure(connection, child.pid, folder, types);
  } finally {
    connection.dispose();
    child.kill();
  }
}

async function measure(
  connection: ProtocolConnection,
  pid: number | undefined,
  folder: string,
  types: boolean,
): Promise<Measured> {
  let complete = false;
  connection.onNotification("nianbao/reports", (params: ReportsParams) => {
    complete = params.complete;
  });
  connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => ({})));
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.listen();
  const root = pathToFileURL(folder).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: root, name: "reports" }],
    initializationOptions: { reports: true },
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
      textDocument: { diagnostic: { relatedInformation: true, codeDescriptionSupport: true } },
    },
  });
  const began = performance.now();
  await connection.sendNotification("initialized", {});
  const known = new Map<string, string>();
  const ask = async (): Promise<ReadonlySet<string>> => {
    const token = `parts ${known.size} ${performance.now()}`;
    const told = new Set<string>();
    const take = ({ items }: WorkspaceDiagnosticReport): void => {
      for (const { uri, resultId } of items) {
        told.add(uri);
        known.set(uri, resultId ?? "");
      }
    };
    const parts = connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), token, take);
    const previousResultIds = [...known].map(([uri, value]) => ({ uri, value }));
    take(await connection.sendRequest("workspace/diagnostic", { previousResultIds, partialResultToken: token }));
    parts.dispose();
    return told;
  };
  let answered = 0;
  const first = ask().then(() => {
    answered = performance.now() - began;
  });
  const keys: number[] = [];
  const name = (year: number, organ: number): string =>
    path.join(folder, String(year), `青禾县第${organ}镇人民政府${year}年政府信息公开工作年度报告.txt`);
  const uri = pathToFileURL(name(2024, 1)).href;
  const text = readFileSync(name(2024, 1), "utf8");
  if (types) {
    const textDocument = { uri, languageId: "nianbao", version: 1, text };
    await connection.sendNotification("textDocument/didOpen", { textDocument });
    await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  }
  for (let version = 2; !complete; version++) {
    await new Promise((resolve) => setTimeout(resolve, types ? typing : 5));
    if (!types) continue;
    const start = { line: 0, character: 0 };
    const key = performance.now();
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end: { line: 0, character: version % 2 } }, text: version % 2 ? "" : " " }],
    });
    await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
    keys.push(performance.now() - key);
  }
  const shown = performance.now() - began;
  await first;
  const saved = name(2022, organs);
  writeFileSync(
    saved,
    readFileSync(saved, "utf8").replace(carriedOut, (_, row, count) => `${row}${Number(count) + 1}`),
  );
  const change = performance.now();
  const changes = [{ uri: pathToFileURL(saved).href, type: 2 }];
  const next = ask();
  await connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
  const told = await next;
  const changed = performance.now() - change;
  if (told.size > 2 || ![...told].some((each) => decodeURIComponent(each).includes("/2023/")))
    throw new Error(`a change of one report told of ${[...told].join(", ")}`);
  return { shown, answered, keys, changed, memory: peak(pid) };
}

function peak(pid: number | undefined): number | null {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return null;
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "nianbao-bench-folder-"));
  try {
    write(folder);
    const count = organs * years.length;
    console.log(`\nA folder of ${count} reports, ${os.availableParallelism()} cores; each of ${rounds} runs.`);
    console.log(`Aim: shown in ${aim.seconds} s, ${aim.memory} MB, a key answered before the next one.\n`);
    console.log("| | all shown, s | answered, s | keys: median, p95, max ms | one change told, ms | memory, MB |");
    console.log("|---|---|---|---|---|---|");
    for (const types of [false, true])
      for (let round = 0; round < rounds; round++) {
        const { shown, answered, keys, changed, memory } = await run(folder, types);
        const sorted = keys.toSorted((a, b) => a - b);
        const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
        const typed = types ? `${at(0.5)}, ${at(0.95)}, ${(sorted.at(-1) ?? 0).toFixed(1)}` : "–";
        const seconds = (time: number): string => (time / 1000).toFixed(2);
        console.log(
          `| ${types ? "while typing" : "alone"} | ${seconds(shown)} | ${seconds(answered)} | ${typed} | ${changed.toFixed(0)} | ${memory?.toFixed(0) ?? "?"} |`,
        );
      }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
