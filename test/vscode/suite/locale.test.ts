import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Locale } from "../../../client/src/texts";
import en from "../../../package.nls.json";
import zh from "../../../package.nls.zh-cn.json";
import { api, broken, closeAll, findings, language, open, report, said, until } from "./support";

describe("the language", () => {
  afterEach(closeAll);

  it("is that of the setting, by default Chinese, or that of VS Code", () => {
    // Else all that is said in this run would be compared with the wrong thing.
    assert.equal(vscode.env.language, language().display);
    const setting = vscode.workspace.getConfiguration("nianbao").get("language");
    assert.equal(setting, language().settings["nianbao.language"] ?? "zh");
  });

  it("of commands and settings is that of VS Code, whatever the setting", () => {
    const extension = vscode.extensions.getExtension("nianbao.nianbao");
    assert.ok(extension);
    const { displayName, contributes } = extension.packageJSON;
    const texts = language().display === "en" ? en : zh;
    assert.equal(displayName, texts.displayName);
    const { title } = contributes.commands[0];
    // Where it is translated, VS Code may keep the English beside it.
    assert.equal(title.value ?? title, texts["command.restartServer"]);
  });

  it("changes with the setting, for findings and the status alike", async () => {
    const { statusText } = await api();
    const document = await open("语言.nianbao", report(broken), "own-rules");
    const settings = vscode.workspace.getConfiguration("nianbao");
    const before = settings.inspect("language")?.globalValue;
    const untilSaid = (locale: Locale) =>
      until(`everything in ${locale}`, async () => {
        const [finding] = await findings(document.uri, "row-total");
        return (
          finding?.message.startsWith(said("表四", "Table 4", locale)) &&
          statusText()?.includes(said("停用 1 条规则", "1 rule off", locale))
        );
      });
    await untilSaid(language().said);
    try {
      for (const locale of ["en", "zh"] as const) {
        await settings.update("language", locale, vscode.ConfigurationTarget.Global);
        await untilSaid(locale);
      }
      await settings.update("language", "auto", vscode.ConfigurationTarget.Global);
      await untilSaid(language().display === "en" ? "en" : "zh");
    } finally {
      await settings.update("language", before, vscode.ConfigurationTarget.Global);
    }
    await untilSaid(language().said);
  });
});
