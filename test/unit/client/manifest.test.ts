// What package.json says of commands and views, against the sources that register them.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import picomatch from "picomatch";
import { globSync } from "tinyglobby";
import { root } from "../../../scripts/root";

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly {
      readonly extensions: readonly string[];
      readonly filenamePatterns: readonly string[];
    }[];
    readonly commands: readonly { readonly command: string; readonly icon?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
  };
}

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const manifest: Manifest = JSON.parse(read("package.json"));
const { commands, menus, views, languages } = manifest.contributes;
const sources = globSync("client/src/**/*.ts", { cwd: root }).map(read).join("\n");

describe("package.json", () => {
  it("names no command that nobody registers", () => {
    const registered = new Set([...sources.matchAll(/registerCommand\(\s*"([^"]+)"/g)].map(([, command]) => command));
    for (const { command } of commands) assert.ok(registered.has(command), command);
  });

  it("has menus of its own commands, with an icon where they are shown by it alone", () => {
    for (const [menu, items] of Object.entries(menus)) {
      for (const { command } of items) {
        const found = commands.find((each) => each.command === command);
        assert.ok(found, `${menu}: ${command}`);
        if (menu === "view/title") assert.match(found.icon ?? "", /^\$\([a-z-]+\)$/, command);
      }
    }
  });

  it("hides what needs arguments from the command palette", () => {
    const hidden = menus.commandPalette?.filter(({ when }) => when === "false").map(({ command }) => command);
    assert.deepEqual(hidden, ["nianbao.copyComment", "nianbao.exportReviewOf", "nianbao.ignoreFinding"]);
  });

  it("has the views that the sources fill, and their pictures", () => {
    for (const { id, icon } of Object.values(views).flat()) {
      assert.ok(sources.includes(`"${id}"`), id);
      assert.ok(existsSync(path.join(root, icon)), icon);
    }
  });

  it("wakes the extension for a folder that holds a report of each kind of name, or a configuration", () => {
    const globs = manifest.activationEvents.flatMap((event) => /^workspaceContains:\*\*\/(.+)$/.exec(event)?.[1] ?? []);
    const names = languages.flatMap(({ extensions, filenamePatterns }) => [
      ...extensions.map((extension) => `青禾县水务局${extension}`),
      ...filenamePatterns.map((pattern) => pattern.replaceAll("*", "2024年")),
    ]);
    for (const name of [...names, "nianbao.config.json"])
      assert.ok(
        globs.some((glob) => picomatch.isMatch(name, glob)),
        name,
      );
  });
});
