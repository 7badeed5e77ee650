// The files around the open documents. Those of this machine are read by the server where it runs in Node; all others, and
// all of them in a browser, come through the client, which knows where they really are.
import type { Connection } from "vscode-languageserver";
import type { Client } from "./client";
import { describe, type Log } from "./guard";
import type {
  ReadDirectoryParams,
  ReadDirectoryRequest,
  ReadDirectoryResult,
  ReadFileParams,
  ReadFileRequest,
  ReadFileResult,
} from "./protocol";

/** Files by their URIs. Nothing of it rejects. */
export interface Files {
  /** Bytes of a file; null where there is none or it cannot be read. */
  read(uri: string): Promise<Uint8Array | null>;
  /** What stands in a folder itself; null where there is no such folder or it cannot be read. */
  list(uri: string): Promise<readonly Entry[] | null>;
}

export interface Entry {
  readonly name: string;
  readonly folder: boolean;
}

const readFileMethod: ReadFileRequest = "nianbao/readFile";
const readDirectoryMethod: ReadDirectoryRequest = "nianbao/readDirectory";

/** Whether a file is one of the machine the server runs on, so that any thread of it can read it. */
export function isOwn(uri: string, own: Files | null): boolean {
  return own !== null && uri.startsWith("file:");
}

/** `own` has the files of this machine; null where the server has none. */
export function filesOf(own: Files | null, connection: Connection, client: Client, log: Log): Files {
  /** Null where the client cannot be asked, does not answer, or nothing can be made of its answer. */
  const ask = async <P, R, T>(method: string, params: P, make: (answer: R | null) => T): Promise<T | null> => {
    if (!client.readsFiles) return null;
    try {
      return make(await connection.sendRequest<R | null>(method, params));
    } catch (error) {
      log.error(`${method}: ${describe(error)}`);
      return null;
    }
  };
  return {
    async read(uri) {
      if (own !== null && isOwn(uri, own)) return own.read(uri);
      const params: ReadFileParams = { uri };
      return await ask(readFileMethod, params, (answer: ReadFileResult | null) => {
        const content = answer?.content;
        return typeof content === "string" ? Uint8Array.from(atob(content), (char) => char.charCodeAt(0)) : null;
      });
    },
    async list(uri) {
      if (own !== null && isOwn(uri, own)) return own.list(uri);
      const params: ReadDirectoryParams = { uri };
      return await ask(readDirectoryMethod, params, (answer: ReadDirectoryResult | null) =>
        Array.isArray(answer?.entries) ? answer.entries : null,
      );
    },
  };
}
