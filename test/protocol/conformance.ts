// Holds what client and server say to each other against the protocol's meta model, and keeps the books on requests:
// each is answered, once, by the other side.
import { Message, type RequestMessage, type ResponseMessage } from "vscode-languageserver/node";
import { type MessageModel, metaModel, type Shape } from "./metaModel";

export type Side = "client" | "server";

/** What does not fit the shape, each with the place where; empty where all of it fits. */
export function violations(value: unknown, shape: Shape, at = ""): readonly string[] {
  const wrong = (expected: string): readonly string[] => [`${at}: ${shown(value)} is no ${expected}`];
  switch (shape.kind) {
    case "any":
      return [];
    case "nothing":
      return value === undefined || value === null ? [] : wrong("nothing");
    case "literal":
      return value === shape.value ? [] : wrong(JSON.stringify(shape.value));
    case "base":
      return isBase(value, shape.name) ? [] : wrong(shape.name);
    case "array":
      if (!Array.isArray(value)) return wrong("array");
      return value.flatMap((item, index) => violations(item, shape.element, `${at}[${index}]`));
    case "tuple":
      if (!Array.isArray(value) || value.length !== shape.elements.length) return wrong("tuple");
      return shape.elements.flatMap((element, index) => violations(value[index], element, `${at}[${index}]`));
    case "or": {
      // Of the alternatives the one that fits best says what is wrong.
      let best: readonly string[] | null = null;
      for (const item of shape.items) {
        const found = violations(value, item, at);
        if (found.length === 0) return found;
        if (best === null || depth(found) > depth(best)) best = found;
      }
      return best ?? wrong("value at all");
    }
    case "structure": {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(shape.name);
      const given = value as Readonly<Record<string, unknown>>;
      const found: string[] = [];
      for (const [name, property] of shape.properties) {
        if (given[name] !== undefined) found.push(...violations(given[name], property.shape, `${at}.${name}`));
        else if (!property.optional) found.push(`${at}.${name}: is missing in ${shape.name}`);
      }
      for (const [name, item] of Object.entries(given)) {
        if (shape.properties.has(name) || item === undefined) continue;
        if (shape.rest === null) found.push(`${at}.${name}: ${shape.name} has no such property`);
        else found.push(...violations(item, shape.rest, `${at}.${name}`));
      }
      return found;
    }
  }
}

function isBase(value: unknown, name: (Shape & { kind: "base" })["name"]): boolean {
  switch (name) {
    case "null":
      return value === null;
    case "string":
    case "boolean":
      return typeof value === name;
    case "decimal":
      return typeof value === "number";
    case "integer":
      return Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31;
    case "uinteger":
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
    case "DocumentUri":
    case "URI":
      return typeof value === "string" && /^[a-z][a-z\d+.-]*:/i.test(value);
  }
}

/** How deep in the value the first violation lies: the deeper, the more of the value fitted. */
function depth(found: readonly string[]): number {
  return ((found[0] as string).split(":", 1)[0] as string).split(/[.[]/).length;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? "undefined").slice(0, 80);
}

/** Every error code JSON-RPC and the protocol know, and those either leaves to the server. */
function isErrorCode(code: number): boolean {
  const known = [-32700, -32600, -32601, -32602, -32603, -32002, -32001, -32803, -32802, -32801, -32800];
  return known.includes(code) || code > -32000 || code < -32899;
}

/** Everything said over one connection. */
export class Recorder {
  /** What did not conform, in words. */
  readonly violations: string[] = [];
  /** Messages held against the model. */
  checked = 0;
  private readonly open = new Map<string, RequestMessage>();
  private readonly model = metaModel();

  /** `lenient`: the client says what no client may say; then only the server is held to the protocol. */
  constructor(private readonly lenient: boolean) {}

  /** Requests of either side that were not answered yet, as "client 3 textDocument/hover". */
  get unanswered(): readonly string[] {
    return [...this.open].map(([key, { method }]) => `${key} ${method}`);
  }

  record(from: Side, message: Message): void {
    this.checked++;
    const found = this.look(from, message);
    if (found.length === 0 || (this.lenient && from === "client")) return;
    this.violations.push(...found.map((line) => `${from}: ${line}`));
  }

  private look(from: Side, message: Message): readonly string[] {
    if (message.jsonrpc !== "2.0") return ['the message is no JSON-RPC "2.0"'];
    if (Message.isResponse(message)) return this.answer(from, message);
    if (!Message.isRequest(message) && !Message.isNotification(message)) return [`no message: ${shown(message)}`];
    const { method } = message;
    const model = this.model.get(method);
    if (Message.isRequest(message)) {
      const key = `${from} ${message.id}`;
      if (this.open.has(key)) return [`${method}: the id ${message.id} is in use`];
      this.open.set(key, message);
    }
    if (model === undefined) return [`${method}: the protocol has no such message`];
    if (Message.isRequest(message) !== (model.result !== null)) return [`${method}: a request where a notice is due`];
    const direction = from === "client" ? "clientToServer" : "serverToClient";
    if (model.direction !== "both" && model.direction !== direction) return [`${method}: goes the other way`];
    return [
      ...violations(message.params, model.params).map((line) => `${method} params${line}`),
      ...this.registrations(message, model),
    ];
  }

  /** What is registered at run time has options of its own kind. */
  private registrations({ params }: { readonly params?: unknown }, { method }: MessageModel): readonly string[] {
    if (method !== "client/registerCapability") return [];
    const { registrations } = params as { registrations: readonly { method: string; registerOptions?: unknown }[] };
    return registrations.flatMap((registration) => {
      const shape = this.model.get(registration.method)?.registration;
      if (shape === undefined) return [`${registration.method} cannot be registered`];
      return violations(registration.registerOptions, shape).map((line) => `${registration.method} options${line}`);
    });
  }

  private answer(from: Side, { id, result, error }: ResponseMessage): readonly string[] {
    const key = `${from === "client" ? "server" : "client"} ${id}`;
    const request = this.open.get(key);
    // What could not be read at all is answered without an id.
    if (request === undefined) return id === null && error ? [] : [`an answer to ${id}, which nobody asked`];
    this.open.delete(key);
    const { method } = request;
    if (error !== undefined) {
      if (result !== undefined) return [`${method}: an error and a result in one answer`];
      if (typeof error.message !== "string") return [`${method}: an error without message`];
      return isErrorCode(error.code) ? [] : [`${method}: ${error.code} is no error code`];
    }
    if (result === undefined) return [`${method}: neither error nor result`];
    const shape = this.model.get(method)?.result;
    return shape ? violations(result, shape).map((line) => `${method} result${line}`) : [];
  }
}
