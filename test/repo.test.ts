// The house rules that a reader of one file alone would not notice being broken.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { globSync } from "tinyglobby";
import { baselineSchema, configSchema } from "../scripts/configSchema";
import { rulePages, ruleSettings, ruleTextPrefix, ruleTexts } from "../scripts/generated";
import { root, vsix } from "../scripts/root";
import { rules } from "../server/src/rules/index";
import { ruleIds } from "../server/src/rules/types";
import { unpack, zipEntries } from "./support/zip";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const readJson = (file: string) => JSON.parse(read(file));

/** Files of the project by their path with slashes, without what is built or installed. */
function files(...patterns: readonly string[]): string[] {
  const ignore = ["node_modules", "dist", "out", ".git", ".vscode-host", ".vscode-test"].map((each) => `${each}/**`);
  return globSync([...patterns], { cwd: root, ignore, dot: true }).sort();
}

interface Import {
  /** The module as written. */
  readonly name: string;
  /** The file it means, relative to the root and without extension; null for a package or a module of Node. */
  readonly target: string | null;
  readonly typeOnly: boolean;
}

function importsIn(source: string, file: string): Import[] {
  const text = source.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
  const pattern =
    /(?:^|[;\s])(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s*)?"([^"]+)"|\b(?:import|require)\s*\(\s*"([^"]+)"/g;
  return [...text.matchAll(pattern)].map((match) => {
    const name = match[2] ?? match[3] ?? "";
    const target = name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name).replace(/\.ts$/, "") : null;
    return { name, target, typeOnly: match[1] !== undefined };
  });
}

const importsOf = (file: string) => importsIn(read(file), file);

describe("imports", () => {
  // Each folder of the server and the folders it may import besides itself.
  const below: Readonly<Record<string, readonly string[]>> = {
    form: [],
    syntax: [],
    report: ["form", "syntax"],
    rules: ["form", "syntax", "report"],
    features: ["form", "syntax", "report", "rules"],
    workspace: ["form", "syntax", "report"],
    config: ["form", "syntax", "report", "rules", "workspace"],
    lsp: ["form", "syntax", "report", "rules", "features", "workspace", "config"],
    cli: ["form", "syntax", "report", "rules", "features", "workspace", "config"],
  };
  const pure = ["form", "syntax", "report", "rules", "features", "workspace"];

  it("are found in every way of writing them", () => {
    const source = [
      'import fs from "node:fs";\nimport "./one";\nimport type {\n  A,\n} from "./two";',
      'export { b } from "../three";\nconst c = await import("./four");\nconst d = require("five");',
      '// import "./comment";\nexport const text = "from";',
    ].join("\n");
    assert.deepEqual(
      importsIn(source, "a/b.ts").map((each) => [each.name, each.target, each.typeOnly]),
      [
        ["node:fs", null, false],
        ["./one", "a/one", false],
        ["./two", "a/two", true],
        ["../three", "three", false],
        ["./four", "a/four", false],
        ["five", null, false],
      ],
    );
  });

  it("of the server run one way", () => {
    for (const file of files("server/src/*/**/*.ts")) {
      const folder = file.split("/")[2] ?? "";
      const allowed = below[folder];
      assert.ok(allowed, `${file}: the folder has no place among the layers`);
      for (const { target, name } of importsOf(file)) {
        // The command line tells the version that stands there.
        if (target === null || target === "package.json") continue;
        const other = /^server\/src\/([^/]+)\//.exec(target)?.[1];
        assert.ok(other === folder || (other && allowed.includes(other)), `${file} imports ${name}`);
      }
    }
  });

  it("of the core are its own files only", () => {
    for (const file of files(`server/src/{${pure.join(",")}}/**/*.ts`)) {
      for (const { target, name } of importsOf(file)) assert.ok(target !== null, `${file} imports ${name}`);
    }
  });

  it("of vscode-languageserver stand in server/src/lsp and the entry only", () => {
    for (const file of files("server/src/**/*.ts")) {
      // An entry only says over which transport the server speaks.
      if (file.startsWith("server/src/lsp/") || /^server\/src\/(?:node|browser)\.ts$/.test(file)) continue;
      for (const { name } of importsOf(file))
        assert.doesNotMatch(name, /^vscode(?:-languageserver|-languageclient|-jsonrpc)?(?:\/|$)/, file);
    }
  });

  it("of the client from the server are types of the protocol", () => {
    for (const file of files("client/src/**/*.ts")) {
      for (const { target, name, typeOnly } of importsOf(file)) {
        if (target === null || target.startsWith("client/src/")) continue;
        assert.ok(typeOnly && target === "server/src/lsp/protocol", `${file} imports ${name}`);
      }
    }
  });

  it("reach no network and start no process", () => {
    const threaded = /^server\/src\/(?:cli\/.*|lsp\/folder\/nodeThreads\.ts|node\.ts)$/;
    const forbidden = /^(?:node:)?(?:net|tls|dgram|dns|https?|http2|child_process|cluster|worker_threads)(?:\/|$)/;
    for (const file of files("server/src/**/*.ts", "client/src/**/*.ts")) {
      for (const { name } of importsOf(file)) {
        // The command line and the server read many files in threads of their own process.
        if (name === "node:worker_threads" && threaded.test(file)) continue;
        assert.ok(!forbidden.test(name), `${file} imports ${name}`);
      }
    }
  });
});

describe("files", () => {
  it("of more than 300 lines say why in their first comment", () => {
    for (const file of files("{client,server,scripts,test}/**/*.{ts,mjs}", "*.mjs")) {
      const text = read(file);
      if (text.split("\n").length <= 301) continue;
      const comment = /^(?:#!.*\n)?((?:\/\/.*\n)+)/.exec(text)?.[1] ?? "";
      assert.match(comment, /\b(?:long|length|lines)\b/i, `${file} has ${text.split("\n").length - 1} lines`);
    }
  });

  it("name no path of a machine", () => {
    const machine = /(?<![\w.])\/(?:home|root|work|Users)\/\w|\b[A-Z]:\\\\?Users\b/;
    const texts = files("**/*.{ts,mjs,js,json,md,txt,yml,yaml,snap}", ".ci/*", ".vscodeignore", ".npmrc");
    for (const file of texts) {
      const line = read(file)
        .split("\n")
        .find((each) => machine.test(each));
      assert.equal(line, undefined, file);
    }
  });

  it("turn no check off", () => {
    const words = ["@ts-" + "ignore", "@ts-" + "expect-error", "@ts-" + "nocheck", "biome-" + "ignore"];
    for (const file of files("{client,server,scripts,test}/**/*.{ts,mjs}", "*.mjs")) {
      const text = read(file);
      for (const word of words) assert.ok(!text.includes(word), `${file}: ${word}`);
    }
  });
});

describe("package.json", () => {
  const manifest: Manifest = readJson("package.json");

  it("pins every package exactly", () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/, name);
    }
  });

  it("is matched by the lock file, on every platform", () => {
    // A registry that lacks the package of one platform makes npm leave it out of the lock file, and `npm ci` then fails.
    const { packages }: { packages: Record<string, Manifest> } = readJson("package-lock.json");
    assert.deepEqual(packages[""]?.devDependencies, manifest.devDependencies);
    const locked = new Set(Object.keys(packages).map((each) => each.replace(/^.*node_modules\//, "")));
    for (const [name, { optionalDependencies }] of Object.entries(packages)) {
      for (const needed of Object.keys(optionalDependencies ?? {})) assert.ok(locked.has(needed), `${name}: ${needed}`);
    }
  });

  it("has every text in both languages", () => {
    const en: Record<string, string> = readJson("package.nls.json");
    const zh: Record<string, string> = readJson("package.nls.zh-cn.json");
    assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? "");
    assert.deepEqual([...new Set(used)].sort(), Object.keys(en).sort());
    for (const [key, text] of Object.entries(zh)) assert.match(text, /\p{Script=Han}/u, key);
    for (const [key, text] of Object.entries(en)) assert.ok(text.trim(), key);
  });
});

describe("generated files are fresh (npm run generate)", () => {
  it("docs/rules", () => {
    const pages = rulePages();
    assert.deepEqual(
      files("docs/rules/*").map((file) => path.posix.basename(file)),
      [...pages.keys()].sort(),
    );
    for (const [name, text] of pages) assert.equal(read(`docs/rules/${name}`), text, name);
  });

  it("the setting nianbao.rules", () => {
    const found = JSON.stringify(readJson("package.json"));
    assert.ok(found.includes(JSON.stringify(ruleSettings())));
  });

  it("the schemas of nianbao.config.json and .nianbao-baseline.json", () => {
    assert.deepEqual(readJson("assets/nianbao.config.schema.json"), configSchema());
    assert.deepEqual(readJson("assets/nianbao.baseline.schema.json"), baselineSchema());
  });

  it("the texts of the setting", () => {
    for (const [name, locale] of [
      ["package.nls.json", "en"],
      ["package.nls.zh-cn.json", "zh"],
    ] as const) {
      const own = Object.entries(readJson(name)).filter(([key]) => key.startsWith(ruleTextPrefix));
      assert.deepEqual(Object.fromEntries(own), ruleTexts(locale));
    }
  });
});

describe("rules", () => {
  it("are all of the ids, each once", () => {
    assert.deepEqual(rules.map((rule) => rule.id).sort(), [...ruleIds].sort());
  });

  it("have their texts in both languages", () => {
    for (const { id, title, page } of rules) {
      for (const text of [title, page.what, page.why, page.remedy]) {
        assert.match(text.zh, /\p{Script=Han}/u, id);
        assert.match(text.en, /[a-z]/i, id);
      }
    }
  });
});

describe("the package", () => {
  it("holds what runs and what is shown, and nothing else", () => {
    assert.ok(existsSync(vsix), "npm run package makes it");
    const content = zipEntries(readFileSync(vsix)).map((entry) => entry.replace(/^extension\//, ""));
    const needed = [
      ...["[Content_Types].xml", "extension.vsixmanifest"],
      ...["package.json", "package.nls.json", "package.nls.zh-cn.json"],
      ...["readme.md", "changelog.md", "LICENSE.txt"],
      ...["dist/client.js", "dist/server.js", "dist/cli.js", "dist/THIRD-PARTY-NOTICES.txt"],
      ...["dist/client.web.js", "dist/server.web.js"],
    ];
    const assets = files("syntaxes/*.json", "assets/*");
    assert.deepEqual(content.sort(), [...needed, ...assets].sort());
  });

  it("has a page without pictures and links to what it does not hold", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "nianbao-package-"));
    try {
      unpack(readFileSync(vsix), folder);
      const page = readFileSync(path.join(folder, "extension", "readme.md"), "utf8");
      assert.match(page, /^# 年报审校/);
      assert.doesNotMatch(page, /!\[/);
      assert.doesNotMatch(page, /\]\((?!#|https:)/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("has code for browsers that needs no Node and that no content security policy refuses", () => {
    for (const name of ["client.web.js", "server.web.js"]) {
      const text = readFileSync(path.join(root, "dist", name), "utf8");
      const required = new Set([...text.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map((match) => match[1]));
      assert.deepEqual([...required], name === "client.web.js" ? ["vscode"] : [], name);
      for (const pattern of [/["'`]node:/, /\beval\s*\(/, /\bnew Function\b/, /\bBuffer\.|\b__dirname\b/]) {
        assert.doesNotMatch(text, pattern, name);
      }
      // A little over today's size: a package that slips in by mistake is seen here.
      assert.ok(text.length < 630_000, `${name}: ${text.length} characters`);
    }
  });

  it("names the packages it contains, with their licences", () => {
    const text = readFileSync(path.join(root, "dist", "THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of [
      "vscode-languageclient",
      "vscode-languageserver",
      "commander",
      "iconv-lite",
      "write-file-atomic",
    ])
      assert.match(text, new RegExp(`^${name} \\d`, "m"));
    assert.doesNotMatch(text, /undefined/, "a package that names no licence or author");
  });
});
