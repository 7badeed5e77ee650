// The files around the open documents. Those of this machine are read by the server where it runs in Node; all others, and
// all of them in a browser, come through the client, which knows where they really are.
import type { Connection } from "vscode-languageserver";
import type { Client } from "./client";
import { describe, type Log } from "./guard";
import type { ReadFileParams, ReadFileRequest, ReadFileResult } from "./protocol";

/** Bytes of a file by its URI; null where there is none or it cannot be read. Never rejects. */
export type ReadFile = (uri: string) => Promise<Uint8Array | null>;

const readFileMethod: ReadFileRequest = "nianbao/readFile";

/** `own` reads the files of this machine; null where the server has none. */
export function readerOf(own: ReadFile | null, connection: Connection, client: Client, log: Log): ReadFile {
  return async (uri) => {
    if (own !== null && uri.startsWith("file:")) return own(uri);
    if (!client.readsFiles) return null;
    try {
      const params: ReadFileParams = { uri };
      const { content } = await connection.sendRequest<ReadFileResult>(readFileMethod, params);
      return typeof content === "string" ? Uint8Array.from(atob(content), (char) => char.charCodeAt(0)) : null;
    } catch (error) {
      log.error(`${readFileMethod}: ${describe(error)}`);
      return null;
    }
  };
}
