// Standard input and output as the way to the client. What comes in is looked at before it is taken for a message: one that
// cannot be read is answered as such, and an input that has lost its beginnings and ends ends the server, since it would
// hear nothing more and the client would wait for ever.
import {
  type Message,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

// Error codes of JSON-RPC.
const parseError = -32700;
const invalidRequest = -32600;

/** Characters of what is printed of an input that makes no sense: it may be a whole report. */
const longest = 200;

export interface Transports {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** What was answered where it was found. */
class Unreadable extends Error {}

/** `ended` tells whether the client has shut the server down: without that the end of the input is an error. */
export function stdio(ended: () => boolean): Transports {
  const writer = new StreamMessageWriter(process.stdout);
  const refuse = (id: number | string | null, code: number, message: string): void => {
    const answer = { jsonrpc: "2.0", id, error: { code, message } };
    void writer.write(answer);
  };
  const decoder = new TextDecoder();
  const reader = new StreamMessageReader(process.stdin, {
    contentTypeDecoder: {
      name: "application/json",
      decode: async (bytes) => {
        try {
          return JSON.parse(decoder.decode(bytes)) as Message;
        } catch (error) {
          refuse(null, parseError, `no JSON: ${error instanceof Error ? error.message : error}`);
          throw new Unreadable();
        }
      },
    },
  });
  reader.onError((error) => {
    if (error instanceof Unreadable) return;
    console.error(`the input cannot be told apart into messages: ${error.message.slice(0, longest)}`);
    process.exit(1);
  });
  for (const event of ["end", "close"]) process.stdin.on(event, () => process.exit(ended() ? 0 : 1));
  return {
    writer,
    reader: {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      dispose: () => reader.dispose(),
      listen: (take) =>
        reader.listen((message) => {
          if (!isMessage(message)) return refuse(idOf(message), invalidRequest, "neither request, notice nor answer");
          try {
            take(message);
          } catch (error) {
            // A cancellation without an id, or the like: no error of the input, and nothing to answer.
            console.error(`a message was dropped: ${error instanceof Error ? error.message : error}`);
          }
        }),
    },
  };
}

/** Several in a list, as JSON-RPC has it, are no message of this protocol. */
function isMessage(given: unknown): boolean {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return false;
  const { id, method } = given as { readonly id?: unknown; readonly method?: unknown };
  if (method !== undefined) return typeof method === "string" && (id === undefined || isId(id));
  return "id" in given && ("result" in given || "error" in given);
}

function idOf(given: unknown): number | string | null {
  const id = typeof given === "object" && given !== null && "id" in given ? given.id : null;
  return isId(id) ? id : null;
}

function isId(id: unknown): id is number | string {
  return typeof id === "string" || typeof id === "number";
}
