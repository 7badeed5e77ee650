// What changes around reports that nobody has opened, in orders and at moments that are easily got wrong.
import assert from "node:assert/strict";
import { renameSync, rmSync } from "node:fs";
import { baselineName, configName } from "../../server/src/config/types";
import type { CheckFolderResult, IgnoreArguments, IgnoreResult } from "../../server/src/lsp/protocol";
import { canonicalUri } from "../../server/src/lsp/uris";
import { type SampleOptions, sampleReport } from "../support/sample";
import { Client, type ClientOptions, pushed } from "./client";
import { ReportFolder } from "./reportFolder";

const organ = "青禾县水务局";
const wrong: SampleOptions = { cells: { "review/review/total": "3" } };
/** By its name alone a report. */
const named = "青禾县水务局2024年政府信息公开工作年度报告.txt";

function report(year: number, options: SampleOptions = {}): string {
  return sampleReport({ year, organ, ...options });
}

describe("what changes in a folder", () => {
  let client: Client;
  let folder: ReportFolder;
  const uriOf = (name: string): string => folder.uriOf(name);
  const write = (name: string, text: string | Uint8Array): void => folder.write(name, text);
  /** A client to which everything is published. */
  const start = async (options: ClientOptions = {}): Promise<void> => {
    client = await Client.start({
      capabilities: {
        ...pushed,
        workspace: {
          ...pushed.workspace,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
      folders: [folder.uri],
      initializationOptions: { reports: true, commands: ["nianbao.ignoreFinding"] },
      ...options,
    });
  };
  /** One message: 1 created, 2 changed, 3 deleted. */
  const told = (...changes: readonly (readonly [string, 1 | 2 | 3])[]): Promise<void> =>
    client.notify("workspace/didChangeWatchedFiles", {
      changes: changes.map(([name, type]) => ({ uri: uriOf(name), type })),
    });
  const errorsOf = (name: string): number | undefined => client.reports.get(uriOf(name))?.counts.errors;
  /** What was said last of a file; empty where nothing was. */
  const saidOf = (name: string): string[] =>
    (client.published.findLast(({ uri }) => uri === uriOf(name))?.diagnostics ?? []).map(({ message }) =>
      String(message),
    );
  /** Lets whatever waits for the folder to be settled come in. */
  const settled = async (): Promise<CheckFolderResult> => {
    const result = await client.request<CheckFolderResult>("nianbao/checkFolder", {});
    // What is told is put together for a moment.
    await new Promise((resolve) => setTimeout(resolve, 150));
    await client.quiet();
    return result;
  };

  beforeEach(() => {
    folder = new ReportFolder();
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  it("counts in the order in which it was told, however long the settings are waited for", async () => {
    for (const [name, text] of [
      ["2023.txt", report(2023)],
      ["2024.txt", report(2024)],
      [configName, "{}"],
    ] as const)
      write(name, text);
    await start();
    await client.open(uriOf("2024.txt"), report(2024));
    await client.reportsAre((reports) => reports.size === 2, "both");
    let answer: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    client.connection.onRequest("workspace/configuration", async ({ items }: { items: unknown[] }) => {
      await held;
      return items.map(() => null);
    });
    await told([configName, 2], ["2023.txt", 3]);
    await told(["2023.txt", 1]);
    await client.quiet();
    answer();
    await settled();
    assert.deepEqual([...client.reports.keys()].sort(), [uriOf("2023.txt"), uriOf("2024.txt")]);
  });

  it("takes the configuration along with its folder", async () => {
    write(`旧/${configName}`, '{ "rules": { "row-total": "off" } }');
    write("旧/a.txt", report(2024, wrong));
    await start();
    await client.reportsAre(() => errorsOf("旧/a.txt") === 0, "a rule off");
    await client.open(uriOf("旧/a.txt"), report(2024, wrong));
    renameSync(folder.pathOf("旧"), folder.pathOf("新"));
    await told(["旧", 3], ["新", 1]);
    await client.reportsAre(() => errorsOf("新/a.txt") === 0 && errorsOf("旧/a.txt") === 1, "the document on its own");
    await client.close(uriOf("旧/a.txt"));
    write("旧/a.txt", report(2024, wrong));
    await told(["旧", 1], ["旧/a.txt", 1]);
    await client.reportsAre(() => errorsOf("旧/a.txt") === 1, "a folder of the old name");
  });

  it("reads the files of a folder anew that was put in place of another", async () => {
    write("2024/a.txt", report(2024));
    write("新/a.txt", report(2024, wrong));
    await start();
    await client.reportsAre(() => errorsOf("2024/a.txt") === 0 && errorsOf("新/a.txt") === 1, "both");
    rmSync(folder.pathOf("2024"), { recursive: true });
    renameSync(folder.pathOf("新"), folder.pathOf("2024"));
    await told(["2024", 3], ["新", 3], ["2024", 1]);
    await client.reportsAre((reports) => errorsOf("2024/a.txt") === 1 && reports.size === 1, "the other folder");
  });

  it("is published also where more is to be looked at, and the same comes of that", async () => {
    const root = "vscode-vfs://host/r";
    const [last, own, other] = [`${root}/2023.txt`, `${root}/2024.txt`, `${root}/其他.txt`].map(canonicalUri);
    const files = new Map([
      [last, report(2023)],
      [own, report(2024)],
      [other, "没有什么。"],
    ]);
    const changed = (...uris: readonly (string | undefined)[]): Promise<void> =>
      client.notify("workspace/didChangeWatchedFiles", { changes: uris.map((uri) => ({ uri, type: 2 })) });
    await start({
      folders: [root],
      initializationOptions: { reports: true, files: true },
      files: (uri) => files.get(uri) ?? null,
      directories: () => ["2023.txt", "2024.txt", "其他.txt"].map((name) => ({ name, folder: false })),
    });
    await client.reportsAre((reports) => reports.size === 2, "both");
    files.set(own, report(2024, wrong)).set(last, report(2023, wrong));
    let reads = 0;
    client.connection.onRequest("nianbao/readFile", async ({ uri }: { uri: string }) => {
      // It is asked for to be read and to be checked. Before that is told it waits again, for last year's report has changed,
      // until the other one has been read.
      if (uri === own && ++reads === 2) await changed(last, other);
      if (uri === other) await new Promise((resolve) => setTimeout(resolve, 300));
      const text = files.get(uri);
      return { content: text === undefined ? null : Buffer.from(text).toString("base64") };
    });
    await changed(own);
    await client.publishedFor(own ?? "", ({ diagnostics }) => diagnostics.some(({ code }) => code === "row-total"));
  });

  it("leaves no warning of a file that is gone, but one of a file that cannot be read", async () => {
    write(named, report(2024));
    await start();
    await client.open(uriOf(named), report(2024));
    await client.reportsAre((reports) => reports.size === 1, "the report");
    rmSync(folder.pathOf(named));
    await client.close(uriOf(named));
    await client.reportsAre((reports) => reports.size === 0, "none");
    assert.deepEqual(saidOf(named), []);
    write(named, Uint8Array.of(0, 1, 2));
    await told([named, 1]);
    await client.reportsAre((reports) => reports.size === 1, "what cannot be read");
    assert.match(saidOf(named).join(), /不能读取/);
  });

  it("publishes nothing of a document that is closed while its settings are asked for", async () => {
    let answer: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await start({ folders: [] });
    await client.open(uriOf("a.txt"), report(2024, wrong));
    await client.publishedFor(uriOf("a.txt"), ({ diagnostics }) => diagnostics.length > 0);
    client.connection.onRequest("workspace/configuration", async ({ items }: { items: unknown[] }) => {
      await held;
      return items.map(() => ({ language: "en" }));
    });
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.quiet();
    await client.close(uriOf("a.txt"));
    answer();
    await client.quiet();
    assert.deepEqual(saidOf("a.txt"), []);
  });

  it("says the same of a text without a report whether it is open or not", async () => {
    write(named, "待补\n");
    await start();
    await client.reportsAre((reports) => reports.size === 1, "the file");
    const closed = [await settled(), client.reports.get(uriOf(named))];
    await client.open(uriOf(named), "待补\n");
    await client.publishedFor(uriOf(named), ({ version }) => version === 1);
    assert.deepEqual([await settled(), client.reports.get(uriOf(named))], closed);
  });

  it("calls no known finding out of date for want of last year's report, nor of a report that cannot be read", async () => {
    write("2023.txt", report(2023));
    write(named, report(2024));
    await start();
    await client.reportsAre((reports) => reports.size === 2, "both");
    await client.open(uriOf(named), report(2024));
    const finding = (
      await client.publishedFor(uriOf(named), ({ diagnostics }) =>
        diagnostics.some(({ code }) => code === "carry-over"),
      )
    ).diagnostics.find(({ code }) => code === "carry-over");
    const actions = await client.request<{ command?: { command: string; arguments: [IgnoreArguments] } }[]>(
      "textDocument/codeAction",
      { textDocument: { uri: uriOf(named) }, range: finding?.range, context: { diagnostics: [] } },
    );
    const ignore = actions.find(({ command }) => command?.command === "nianbao.ignoreFinding")?.command;
    assert.ok(ignore);
    const { baseline, entry } = ignore.arguments[0];
    const ignored = await client.request<IgnoreResult>("nianbao/ignore", { baseline, entry, reason: "" });
    await client.close(uriOf(named));
    write(baselineName, ignored?.content ?? "");
    await told([baselineName, 1]);
    await client.reportsAre((reports) => reports.get(uriOf(named))?.known === 1, "the known finding");
    rmSync(folder.pathOf("2023.txt"));
    await told(["2023.txt", 3]);
    await client.reportsAre((reports) => reports.size === 1, "last year's gone");
    await settled();
    assert.deepEqual(saidOf(baselineName), []);
    write("林草局.txt", sampleReport({ organ: "青禾县林草局", year: 2024 }));
    write(named, Uint8Array.of(0, 1, 2));
    await told([named, 2], ["林草局.txt", 1]);
    await client.reportsAre((reports) => reports.get(uriOf(named))?.trouble !== null && reports.size === 2, "unread");
    await settled();
    assert.deepEqual(saidOf(baselineName), []);
    rmSync(folder.pathOf(named));
    await told([named, 3]);
    await client.reportsAre((reports) => reports.size === 1, "gone as well");
    await settled();
    assert.match(saidOf(baselineName).join(), /文件夹中没有/);
  });
});
