// Reports that nobody has opened: found, followed, and held against each other. It is long for all that one server says of a
// folder, over one way of asking for it.
import assert from "node:assert/strict";
import { readFileSync, renameSync, rmSync } from "node:fs";
import {
  type CodeAction,
  type Diagnostic,
  ProgressType,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { baselineName, configName } from "../../server/src/config/types";
import type { CheckFolderResult, IgnoreArguments, IgnoreResult, ReviewResult } from "../../server/src/lsp/protocol";
import { type SampleOptions, sampleReport } from "../support/sample";
import { Client, type ClientOptions, editor, pushed } from "./client";
import { ReportFolder } from "./reportFolder";

const organ = "青禾县水务局";
const carriedOut = { "requests/carriedOut/total": "91" };

function report(year: number, options: SampleOptions = {}): string {
  return sampleReport({ year, organ, ...options });
}

const follows: typeof editor = {
  ...editor,
  workspace: { ...editor.workspace, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

describe("the reports of a folder", () => {
  let client: Client;
  let folder: ReportFolder;
  const uriOf = (name: string): string => folder.uriOf(name);
  const write = (name: string, text: string | Uint8Array): void => folder.write(name, text);
  const start = async (options: ClientOptions = {}): Promise<void> => {
    client = await Client.start({
      capabilities: follows,
      folders: [folder.uri],
      ...options,
      initializationOptions: { reports: true, ...(options.initializationOptions as object | undefined) },
    });
  };
  const told = (type: 1 | 2 | 3, ...names: readonly string[]): Promise<void> =>
    client.notify("workspace/didChangeWatchedFiles", { changes: names.map((name) => ({ uri: uriOf(name), type })) });

  /** One question, as VS Code asks it: parts and the answer together, by file. */
  const asked = async (
    previous: ReadonlyMap<string, string> = new Map(),
  ): Promise<Map<string, WorkspaceDocumentDiagnosticReport>> => {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const token = `part ${Math.random()}`;
    const parts = client.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), token, (part) => {
      items.push(...part.items);
    });
    const previousResultIds = [...previous].map(([uri, value]) => ({ uri, value }));
    const answer = await client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
      previousResultIds,
      partialResultToken: token,
    });
    parts.dispose();
    return new Map([...items, ...answer.items].map((item) => [item.uri, item]));
  };
  const resultIds = (items: ReadonlyMap<string, WorkspaceDocumentDiagnosticReport>): Map<string, string> =>
    new Map([...items].map(([uri, { resultId }]) => [uri, resultId ?? ""]));
  const diagnosticsOf = (item: WorkspaceDocumentDiagnosticReport | undefined): readonly Diagnostic[] =>
    item?.kind === "full" ? item.items : [];
  /** What is said of the figures that come from the year before; empty where nothing is. */
  const carriedOver = (item: WorkspaceDocumentDiagnosticReport | undefined): string =>
    String(diagnosticsOf(item).find(({ code }) => code === "carry-over")?.message ?? "");
  const rulesOf = (item: WorkspaceDocumentDiagnosticReport | undefined): unknown[] =>
    diagnosticsOf(item).map(({ code }) => code);

  beforeEach(() => {
    folder = new ReportFolder();
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  it("are listed with their findings, whether opened or not, and compared with the year before", async () => {
    write("2023/水务局.txt", report(2023));
    write("2024/水务局.txt", report(2024));
    write("2024/说明.txt", "这里放各机关的年报。");
    write("node_modules/a.txt", report(2022));
    await start();
    const items = await asked();
    assert.deepEqual([...items.keys()].sort(), [uriOf("2023/水务局.txt"), uriOf("2024/水务局.txt")].sort());
    const item = items.get(uriOf("2024/水务局.txt"));
    assert.ok(rulesOf(item).includes("carry-over"), JSON.stringify(rulesOf(item)));
    const finding = diagnosticsOf(item).find(({ code }) => code === "carry-over");
    const related = finding?.relatedInformation?.map(({ location }) => location.uri);
    assert.ok(related?.includes(uriOf("2023/水务局.txt")));
    await client.reportsAre((reports) => reports.size === 2, "two reports");
    const summary = client.reports.get(uriOf("2024/水务局.txt"));
    assert.deepEqual([summary?.organ, summary?.year, summary?.relations.total], [organ, 2024, 42]);
    assert.ok((summary?.counts.errors ?? 0) > 0);
  });

  it("are told again only where something else is found in them, and the question is held until then", async () => {
    for (const year of [2021, 2022, 2023, 2024]) write(`${year}.txt`, report(year));
    write("林草局.txt", sampleReport({ organ: "青禾县林草局", year: 2024 }));
    await start();
    const first = await asked();
    assert.equal(first.size, 5);
    let answered = false;
    const held = asked(resultIds(first)).then((items) => {
      answered = true;
      return items;
    });
    await client.quiet();
    assert.equal(answered, false);
    write("2022.txt", report(2022, { cells: carriedOut }));
    await told(2, "2022.txt");
    const second = await held;
    // The one that changed and the one that follows it; no other was looked at again.
    assert.deepEqual([...second.keys()].sort(), [uriOf("2022.txt"), uriOf("2023.txt")].sort());
    assert.match(carriedOver(second.get(uriOf("2023.txt"))), /91/);
  });

  it("are answered in one piece to clients that take no parts", async () => {
    write("a.txt", report(2024));
    await start();
    const { items } = await client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
      previousResultIds: [],
    });
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [uriOf("a.txt")],
    );
  });

  it("follow what an open document says, unsaved, and what the file says once it is closed", async () => {
    write("2023.txt", report(2023));
    write("2024.txt", report(2024));
    await start();
    const first = await asked();
    const messageOf = (items: ReadonlyMap<string, WorkspaceDocumentDiagnosticReport>): string =>
      carriedOver(items.get(uriOf("2024.txt")));
    const before = messageOf(first);
    const uri = uriOf("2023.txt");
    await client.open(uri, report(2023, { cells: { "requests/carriedOut/total": "77" } }));
    await client.pull(uri);
    const second = await asked(resultIds(first));
    assert.match(messageOf(second), /77/);
    await client.close(uri);
    let ids = resultIds(second);
    for (let message = ""; message !== before; ) {
      const next = await asked(ids);
      ids = new Map([...ids, ...resultIds(next)]);
      if (next.has(uriOf("2024.txt"))) message = messageOf(next);
    }
  });

  it("let an open document be asked for again when last year's file changes", async () => {
    write("2023.txt", report(2023));
    await start();
    await asked();
    const uri = uriOf("2024.txt");
    await client.open(uri, report(2024));
    await client.pull(uri);
    await client.refreshed(1);
    assert.ok((await client.pullItems(uri)).some(({ code }) => code === "carry-over"));
    rmSync(folder.pathOf("2023.txt"));
    await told(3, "2023.txt");
    await client.refreshed(2);
    assert.ok(!(await client.pullItems(uri)).some(({ code }) => code === "carry-over"));
  });

  it("come and go with their files and folders", async () => {
    write("2023/a.txt", report(2023));
    write("2024/b.txt", report(2024));
    await start();
    let items = await asked();
    let ids = resultIds(items);
    rmSync(folder.pathOf("2023"), { recursive: true });
    await told(3, "2023");
    items = await asked(ids);
    assert.deepEqual(diagnosticsOf(items.get(uriOf("2023/a.txt"))), []);
    assert.ok(!rulesOf(items.get(uriOf("2024/b.txt"))).includes("carry-over"));
    await client.reportsAre((reports) => reports.size === 1, "one report");
    ids = new Map([...ids, ...resultIds(items)]);
    renameSync(folder.pathOf("2024"), folder.pathOf("新"));
    await told(3, "2024");
    await told(1, "新");
    await client.reportsAre((reports) => reports.has(uriOf("新/b.txt")) && reports.size === 1, "the moved report");
    write("c.txt", report(2025));
    await told(1, "c.txt");
    await client.reportsAre((reports) => reports.size === 2, "a new report");
  });

  it("stay when one is deleted and written anew before that is told, as some programs save", async () => {
    write("a.txt", report(2023));
    write("b.txt", report(2024));
    await start();
    const ids = resultIds(await asked());
    write("b.txt", report(2024, { cells: { "review/review/total": "3" } }));
    const b = uriOf("b.txt");
    const changes = [3, 1, 3, 1].map((type) => ({ uri: b, type }));
    await client.notify("workspace/didChangeWatchedFiles", { changes });
    const items = await asked(ids);
    assert.ok(rulesOf(items.get(b)).includes("row-total"), rulesOf(items.get(b)).join());
    rmSync(folder.pathOf("b.txt"));
    await client.notify("workspace/didChangeWatchedFiles", { changes: [...changes, { uri: b, type: 3 }] });
    await client.reportsAre((reports) => !reports.has(b), "the deleted report gone");
  });

  it("are those of several folders, which may be added and taken away", async () => {
    write("一/2023.txt", report(2023));
    write("二/2024.txt", report(2024));
    await start({ folders: [uriOf("一")] });
    await client.reportsAre((reports) => reports.size === 1, "one folder");
    const event = { added: [{ uri: uriOf("二"), name: "二" }], removed: [] as unknown[] };
    await client.notify("workspace/didChangeWorkspaceFolders", { event });
    await client.reportsAre((reports) => (reports.get(uriOf("二/2024.txt"))?.counts.errors ?? 0) > 0, "two folders");
    await client.notify("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [{ uri: uriOf("一"), name: "一" }] },
    });
    await client.reportsAre(
      (reports) => reports.size === 1 && reports.get(uriOf("二/2024.txt"))?.counts.errors === 0,
      "the folder that is left",
    );
  });

  it("are published to clients that do not ask", async () => {
    write("2024.txt", report(2024, { cells: { "requests/new/total": "1" } }));
    await start({ capabilities: { ...pushed, workspace: {} } });
    await client.publishedFor(uriOf("2024.txt"), ({ diagnostics }) => diagnostics.length > 0);
    rmSync(folder.pathOf("2024.txt"));
    await told(3, "2024.txt");
    await client.publishedFor(uriOf("2024.txt"), ({ diagnostics }) => diagnostics.length === 0);
  });

  it("come through the client where the workspace is virtual", async () => {
    const root = "vscode-vfs://host/%E5%B9%B4%E6%8A%A5";
    const files: Record<string, string> = {
      [`${root}/2023/a.txt`]: report(2023),
      [`${root}/b.nianbao`]: report(2024),
      [`${root}/${configName}`]: '{ "rules": { "carry-over": "hint" } }',
    };
    const directories: Record<string, { name: string; folder: boolean }[]> = {
      [root]: [
        { name: "2023", folder: true },
        { name: "b.nianbao", folder: false },
      ],
      [`${root}/2023`]: [{ name: "a.txt", folder: false }],
    };
    await start({
      folders: [root],
      initializationOptions: { files: true },
      files: (uri) => files[uri] ?? null,
      directories: (uri) => directories[uri] ?? null,
    });
    const items = await asked();
    const found = diagnosticsOf(items.get(`${root}/b.nianbao`)).find(({ code }) => code === "carry-over");
    assert.equal(found?.severity, 4);
  });

  it("are none but those that are open where the setting says so, and none the reader wants as plain text", async () => {
    write("2023.txt", report(2023));
    let checkFolder = false;
    await start({ settings: () => ({ checkFolder }) });
    await client.quiet();
    assert.equal(client.reports.size, 0);
    checkFolder = true;
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.reportsAre((reports) => reports.size === 1, "the folder's report");
    await client.notify("nianbao/plainText", { uris: [uriOf("2023.txt")] });
    await client.reportsAre((reports) => reports.size === 0, "no report");
    await client.notify("nianbao/plainText", { uris: [] });
    await client.reportsAre((reports) => reports.size === 1, "a report again");
    checkFolder = false;
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.reportsAre((reports) => reports.size === 0, "none again");
  });

  it("follow the configuration: what is left out, names of organs, what sums up what, where a rule begins", async () => {
    write("2023.txt", report(2023, { organ: "青禾县水利局" }));
    write("2024.txt", report(2024));
    write("归档/2022.txt", report(2022));
    await start();
    await client.reportsAre((reports) => reports.size === 3, "all three");
    assert.equal(client.reports.get(uriOf("2024.txt"))?.counts.errors, 0);
    write(configName, JSON.stringify({ exclude: ["归档"], organs: { [organ]: ["青禾县水利局"] } }));
    await told(1, configName);
    await client.reportsAre(
      (reports) => reports.size === 2 && (reports.get(uriOf("2024.txt"))?.counts.errors ?? 0) > 0,
      "one organ by two names",
    );
    assert.equal(client.reports.get(uriOf("2023.txt"))?.organ, organ);
    write(configName, JSON.stringify({ rollUps: [{ report: "2024.txt", parts: ["归档/*.txt", "没有.txt"] }] }));
    await told(2, configName);
    const rollUp = async (): Promise<Diagnostic | undefined> =>
      diagnosticsOf((await asked()).get(uriOf("2024.txt"))).find(({ code }) => code === "roll-up");
    await client.reportsAre((reports) => reports.size === 3, "all three again");
    assert.match(String((await rollUp())?.message), /没有\.txt/);
  });

  it("can be silenced in nothing by a folder that is not trusted", async () => {
    write("2023.txt", report(2023));
    write("2024.txt", report(2024));
    await start();
    const items = await asked();
    const [finding] = diagnosticsOf(items.get(uriOf("2024.txt"))).filter(({ code }) => code === "carry-over");
    const range = finding?.range;
    await client.stop();
    await start({ initializationOptions: { commands: ["nianbao.ignoreFinding"] } });
    await client.open(uriOf("2024.txt"), report(2024));
    await client.reportsAre((reports) => reports.size === 2, "both");
    await client.pull(uriOf("2024.txt"));
    const action = await ignoreAction(uriOf("2024.txt"), range);
    const { entry, baseline } = argumentOf(action);
    const ignored = await client.request<IgnoreResult>("nianbao/ignore", { baseline, entry, reason: "已核实" });
    write(baselineName, ignored?.content ?? "");
    write(configName, JSON.stringify({ exclude: ["*.txt"], rules: { "carry-over": "off" }, limits: { similar: 100 } }));
    await client.stop();
    await start({ settings: () => ({ untrustedRules: {} }) });
    const untrusted = await asked();
    assert.ok(rulesOf(untrusted.get(uriOf("2024.txt"))).includes("carry-over"));
    await client.open(uriOf("2024.txt"), report(2024));
    assert.ok((await client.pullItems(uriOf("2024.txt"))).some(({ code }) => code === "carry-over"));
    assert.equal(await ignoreAction(uriOf("2024.txt"), range), undefined);
  });

  const ignoreAction = async (uri: string, range: Diagnostic["range"] | undefined): Promise<CodeAction | undefined> => {
    assert.ok(range);
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    return actions.find(({ title }) => title.startsWith("已核实，今后不再列出"));
  };
  const argumentOf = (action: CodeAction | undefined): IgnoreArguments => action?.command?.arguments?.[0];

  it("let a finding be known of: it goes, is counted, comes back with another number, and leaves a hint", async () => {
    const wrong = (total: string) => report(2024, { cells: { "requests/new/total": total } });
    write("a.txt", wrong("65"));
    await start({ initializationOptions: { commands: ["nianbao.ignoreFinding"] } });
    const uri = uriOf("a.txt");
    await client.open(uri, wrong("65"));
    const [finding] = await client.pullItems(uri);
    assert.equal(finding?.code, "row-total");
    const action = await ignoreAction(uri, finding.range);
    assert.match(action?.title ?? "", /今后不再列出：表三 一、本年新收·总计/);
    const { entry, baseline, message } = argumentOf(action);
    assert.equal(baseline, uriOf(baselineName));
    assert.equal(message, finding.message);
    assert.deepEqual(
      [entry.rule, entry.organ, entry.year, entry.cell],
      ["row-total", organ, 2024, "requests/new/total"],
    );
    const answer = await client.request<IgnoreResult>("nianbao/ignore", { baseline, entry, reason: "台账有据" });
    assert.match(answer?.content ?? "", /"reason": "台账有据"/);
    assert.doesNotMatch(answer?.content ?? "", /"(?:line|start|offset|character)"/);
    write(baselineName, answer?.content ?? "");
    await told(1, baselineName);
    await client.refreshed(1);
    assert.deepEqual(await client.pullItems(uri), []);
    assert.equal((await client.statusFor(uri, ({ known }) => known === 1)).known, 1);
    await client.reportsAre((reports) => reports.get(uri)?.known === 1, "an open report with a known finding");
    await client.close(uri);
    await client.reportsAre((reports) => reports.get(uri)?.known === 1, "a closed report with a known finding");
    // Lines before it make no difference, another number does.
    write("a.txt", wrong("65").replace("一、总体情况\n", "一、总体情况\n\n\n"));
    await told(2, "a.txt");
    await client.quiet();
    await client.reportsAre((reports) => reports.get(uri)?.known === 1, "the same finding on another line");
    write("a.txt", wrong("64"));
    await told(2, "a.txt");
    await client.reportsAre((reports) => reports.get(uri)?.counts.errors === 1, "the finding is back");
    const hints = diagnosticsOf((await asked()).get(uriOf(baselineName)));
    assert.deepEqual(
      hints.map(({ severity, message }) => [severity, /已不适用/.test(String(message))]),
      [[4, true]],
    );
    assert.equal(readFileSync(folder.pathOf("a.txt"), "utf8"), wrong("64"));
  });

  it("let a finding be known of by an edit of the baseline that is there, for clients without the command", async () => {
    const text = report(2024, { cells: { "requests/new/total": "65" } });
    write("a.txt", text);
    const uri = uriOf("a.txt");
    const offered = async (): Promise<CodeAction | undefined> => {
      await start();
      await client.open(uri, text);
      const [finding] = await client.pullItems(uri);
      return await ignoreAction(uri, finding?.range);
    };
    // An edit that makes a baseline might write over one that could not be read.
    assert.equal(await offered(), undefined);
    await client.stop();
    write(baselineName, '{\n  "version": 1,\n  "known": []\n}\n');
    const action = await offered();
    const at = { line: 2, character: 12 };
    const changes = action?.edit?.documentChanges?.flatMap((change) =>
      "edits" in change
        ? change.edits.map((edit) => ({ uri: change.textDocument.uri, range: "range" in edit && edit.range }))
        : [],
    );
    assert.deepEqual(changes, [{ uri: uriOf(baselineName), range: { start: at, end: at } }]);
  });

  it("are checked anew by command, with progress, and summed up", async () => {
    for (let at = 0; at < 60; at++) write(`${at}.txt`, sampleReport({ organ: `青禾县第${at}镇`, year: 2024 }));
    write("错.txt", report(2024, { cells: { "requests/new/total": "65" } }));
    write("坏 政府信息公开年报.txt", Uint8Array.of(0, 1, 2, 3));
    await start();
    const steps: { kind: string; percentage?: number }[] = [];
    const following = client.connection.onProgress(new ProgressType<(typeof steps)[number]>(), "work", (step) => {
      steps.push(step);
    });
    const result = await client.request<CheckFolderResult>("nianbao/checkFolder", { workDoneToken: "work" });
    following.dispose();
    assert.equal(result.reports, 61);
    assert.equal(result.unreadable, 1);
    assert.equal(result.errors, 1);
    assert.equal(steps[0]?.kind, "begin");
    assert.equal(steps.at(-1)?.kind, "end");
    await client.reportsAre((reports) => reports.size === 62, "all of them");
    assert.match(client.reports.get(uriOf("坏 政府信息公开年报.txt"))?.trouble ?? "", /不能读取/);
  });

  it("make a table of all that is found", async () => {
    write("2024/a.txt", report(2024, { cells: { "requests/new/total": "65" } }));
    write("2024/b.txt", sampleReport({ organ: "青禾县林草局", year: 2024 }));
    await start();
    await client.reportsAre((reports) => reports.size === 2, "both");
    for (const [format, shape] of [
      ["markdown", /\| 2024\/a\.txt \|/],
      ["csv", /^\uFEFF.*2024\/a\.txt/s],
      ["html", /^<!DOCTYPE html>.*审核意见单/is],
    ] as const) {
      const review = await client.request<ReviewResult>("nianbao/review", { format });
      assert.match(review.content, shape, format);
      assert.equal(review.reports, 2);
      assert.ok(review.findings > 0);
    }
    const one = await client.request<ReviewResult>("nianbao/review", { format: "csv", uris: [uriOf("2024/b.txt")] });
    assert.equal(one.reports, 1);
    assert.doesNotMatch(one.content, /2024\/a\.txt/);
  });
});
