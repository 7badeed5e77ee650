// A folder of reports on the disk, for one test.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { canonicalUri } from "../../server/src/lsp/uris";

export class ReportFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), "nianbao-folder-"));
  readonly uri = pathToFileURL(this.path).href;

  pathOf(name: string): string {
    return path.join(this.path, name);
  }

  uriOf(name: string): string {
    return canonicalUri(pathToFileURL(this.pathOf(name)).href);
  }

  write(name: string, text: string | Uint8Array): void {
    mkdirSync(path.dirname(this.pathOf(name)), { recursive: true });
    writeFileSync(this.pathOf(name), text);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
