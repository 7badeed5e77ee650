// Where no process can be started.
import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("tasks of the type nianbao", () => {
  it("are not offered", async () => {
    assert.deepEqual(await vscode.tasks.fetchTasks({ type: "nianbao" }), []);
  });
});
