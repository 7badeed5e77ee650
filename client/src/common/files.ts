// Files for the server, of whatever place VS Code can read: it has none of its own in a browser, nor of a virtual workspace.
import { FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type {
  ReadDirectoryParams,
  ReadDirectoryRequest,
  ReadDirectoryResult,
  ReadFileParams,
  ReadFileRequest,
  ReadFileResult,
} from "../../../server/src/lsp/protocol";

const readFileMethod: ReadFileRequest = "nianbao/readFile";
const readDirectoryMethod: ReadDirectoryRequest = "nianbao/readDirectory";

export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(readFileMethod, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    try {
      return { content: base64(await workspace.fs.readFile(Uri.parse(uri))) };
    } catch {
      return { content: null };
    }
  });
  client.onRequest(readDirectoryMethod, async ({ uri }: ReadDirectoryParams): Promise<ReadDirectoryResult> => {
    try {
      const entries = await workspace.fs.readDirectory(Uri.parse(uri));
      // A link says beside what it is what it leads to: it may be a folder above it, so that it is not followed.
      const kinds = FileType.Directory | FileType.SymbolicLink;
      return { entries: entries.map(([name, type]) => ({ name, folder: (type & kinds) === FileType.Directory })) };
    } catch {
      return { entries: null };
    }
  });
}

/** Characters a call may have as arguments are limited, so a long file goes by parts. */
const part = 0x8000;

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += part) binary += String.fromCharCode(...bytes.subarray(at, at + part));
  return btoa(binary);
}
