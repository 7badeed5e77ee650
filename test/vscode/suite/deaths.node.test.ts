// The server is killed as an operating system kills it, and must be missed for no more than a moment. Only where the server is
// a process.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as vscode from "vscode";
import { texts } from "../../../client/src/texts";
import { api, broken, closeAll, findings, language, open, report, until, untilClean } from "./support";

/**
 * Milliseconds from the death to the findings of the next server. It takes one to two seconds, which are printed; a busy machine
 * may take longer, but not each time.
 */
const limit = 4000;
/** More deaths than this in a row, and the reader is asked. */
const deaths = 5;

/** The process of the server: the child of the extension host that runs it. */
function serverProcess(): number | undefined {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const found = lines.find((line) => {
    const [, parent] = line.trim().split(/\s+/);
    return Number(parent) === process.pid && /dist[\\/]server\.js/.test(line);
  });
  return found === undefined ? undefined : Number(found.trim().split(/\s+/)[0]);
}

function kill(): number {
  const running = serverProcess();
  assert.ok(running, "no server to be killed");
  process.kill(running, "SIGKILL");
  return running;
}

describe("a server that is killed", () => {
  // Restarted by hand the server has a clean slate, whatever the tests before it did.
  before(async () => {
    await vscode.commands.executeCommand("notifications.clearAll");
    await vscode.commands.executeCommand("nianbao.restartServer");
  });
  afterEach(closeAll);

  it("is replaced, with its findings, within moments; after five deaths the reader is asked", async function () {
    this.timeout(60_000);
    const document = await open("被杀.nianbao", report(broken));
    const { uri } = document;
    const { statusText } = await api();
    await findings(uri, "row-total");
    const times: number[] = [];
    for (let death = 1; death < deaths; death++) {
      const killed = kill();
      const begin = Date.now();
      await until("another server", () => {
        const running = serverProcess();
        return running !== undefined && running !== killed;
      });
      // The status is forgotten with the server that gave it.
      await until("the status of the next server", () => statusText()?.includes("✗ 1 / 42"));
      await findings(uri, "row-total");
      const took = Date.now() - begin;
      times.push(took);
      assert.equal(vscode.languages.getDiagnostics(uri).length, 1, "not those of both servers");
      console.log(`      killed for the ${death}. time: findings were back after ${took} ms`);
    }
    assert.ok(Math.min(...times) <= limit, `findings were back after ${times.join(", ")} ms`);
    // What it says is about the text as it is now.
    const editor = await vscode.window.showTextDocument(document);
    const [{ range: total }] = (await findings(uri, "row-total")) as [vscode.Diagnostic];
    assert.equal(document.getText(total), "3");
    await editor.edit((edit) => edit.replace(total, "2"));
    await untilClean(uri);
    await vscode.commands.executeCommand("undo");
    await findings(uri, "row-total");

    kill();
    await until("the status that says so", () => statusText() === texts.stopped[language().said]);
    assert.equal(serverProcess(), undefined);
    // The only notification there is; its first button starts the server again.
    await until("a notice whose button starts the server", async () => {
      await vscode.commands.executeCommand("notification.acceptPrimaryAction");
      await new Promise((resolve) => setTimeout(resolve, 100));
      return serverProcess() !== undefined;
    });
    await until("the status of the next server", () => statusText()?.includes("✗ 1 / 42"));
    await findings(uri, "row-total");
  });
});
