// What may be said when: nothing but initialize before initialize, and nothing but exit after shutdown. The connection
// itself takes every message at any time, so each is looked at here before it is handed on.
import { type Connection, type ConnectionOptions, Message, ResponseError } from "vscode-languageserver";

// Error codes of the protocol.
const notInitialized = -32002;
const invalidRequest = -32600;
const invalidParams = -32602;

/** Where requests end that come at the wrong time, by position: the error's code and message. No client sends it. */
const refusedMethod = "$/nianbao/refused";

export interface Phases {
  /** For the connection that is to be made. */
  readonly options: ConnectionOptions;
  /** For the connection that was made with them, before it listens. */
  readonly attach: (connection: Connection) => void;
  /** Whether the client has shut the server down. */
  readonly ended: () => boolean;
}

/** No parameters, or an object of them: no request takes them by position, though some clients shut down so. */
function named(params: unknown): boolean {
  return params === undefined || (typeof params === "object" && !Array.isArray(params));
}

/** Whether a client said what it can do: without that the connection cannot be set up, and the client may ask again. */
function saysCapabilities(params: unknown): boolean {
  if (typeof params !== "object" || params === null || !("capabilities" in params)) return false;
  return typeof params.capabilities === "object" && params.capabilities !== null;
}

/** What is wrong with a request's parameters; null where nothing is that would keep it from its handler. */
function misshapen(method: string, params: unknown): string | null {
  if (!named(params) && method !== "shutdown") return "parameters go by their names";
  return method === "initialize" && !saysCapabilities(params) ? "capabilities are missing" : null;
}

/** One for each connection. */
export function phases(): Phases {
  let phase: "new" | "running" | "ended" = "new";

  const refusal = (method: string): readonly [number, string] | null => {
    if (phase === "ended") return [invalidRequest, `${method}: the server was shut down`];
    if (phase === "new") {
      return method === "initialize" ? null : [notInitialized, `${method}: the server was not initialized`];
    }
    return method === "initialize" ? [invalidRequest, "initialize: a second time"] : null;
  };

  const options: ConnectionOptions = {
    messageStrategy: {
      handleMessage(message, next) {
        if (Message.isRequest(message)) {
          const { id, jsonrpc, method, params } = message;
          const wrong = misshapen(method, params);
          const refused = refusal(method) ?? (wrong === null ? null : [invalidParams, `${method}: ${wrong}`]);
          if (refused !== null) return next({ id, jsonrpc, method: refusedMethod, params: refused } as Message);
          if (method === "initialize") phase = "running";
          if (method === "shutdown") phase = "ended";
          // Some clients write null where there are none.
          if (params === null) return next({ id, jsonrpc, method } as Message);
        } else if (Message.isNotification(message)) {
          // What belongs to the transport, such as a cancellation, goes through at any time.
          if (phase !== "running" && message.method !== "exit" && !message.method.startsWith("$/")) return;
        }
        return next(message);
      },
    },
  };
  return {
    options,
    attach: (connection) =>
      connection.onRequest(refusedMethod, (code: number, text: string) => new ResponseError(code, text)),
    ended: () => phase === "ended",
  };
}
