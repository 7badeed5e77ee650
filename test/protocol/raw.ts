// A client that writes its messages by hand, ids and all: for what no library lets one say.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { ResponseMessage } from "vscode-languageserver/node";
import { spawnServer } from "./client";
import { Recorder } from "./conformance";
import { Waiting } from "./waiting";

export interface Said {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
}

export class RawClient {
  /** Every answer, in the order of arrival. */
  readonly answers: ResponseMessage[] = [];
  readonly logs: string[] = [];
  readonly recorder = new Recorder(true);
  private readonly process: ChildProcess;
  private readonly waiting = new Waiting(this.logs);
  private lastId = 0;

  /** `quiet`: the server will complain, and nobody needs to see it. */
  constructor(server?: string, quiet = false) {
    const { process, reader } = spawnServer(server, quiet ? "ignore" : "inherit");
    this.process = process;
    // A server that ended on purpose has closed its end.
    process.stdin.on("error", () => {});
    reader.listen((message) => {
      this.recorder.record("server", message);
      const said = message as Partial<ResponseMessage> & { method?: string; params?: unknown };
      if (said.method === undefined) this.answers.push(said as ResponseMessage);
      else if (said.method === "window/logMessage") this.logs.push((said.params as { message: string }).message);
      // Whatever the server asks for, there is nothing to be had.
      else if (said.id !== undefined) this.send({ id: said.id, result: null } as Said);
      this.waiting.heard();
    });
  }

  /** All of them in one write, so that they arrive together. */
  send(...messages: readonly Said[]): void {
    const parts = messages.map((message) => {
      const whole = { jsonrpc: "2.0", ...message };
      this.recorder.record("client", whole);
      const body = Buffer.from(JSON.stringify(whole));
      return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
    });
    this.process.stdin?.write(Buffer.concat(parts));
  }

  /** As it stands, with or without a head: for what is no message at all. `asks` is the request it is to be taken for. */
  write(bytes: string | Buffer, asks?: Said): void {
    if (asks) this.recorder.record("client", { jsonrpc: "2.0", ...asks });
    this.process.stdin?.write(bytes);
  }

  /** No more input, as when the client has died. */
  hangUp(): void {
    this.process.stdin?.end();
  }

  get running(): boolean {
    return this.process.exitCode === null;
  }

  /** The code it ends with by itself. */
  async exit(): Promise<number | null> {
    if (this.running) await once(this.process, "exit");
    return this.process.exitCode;
  }

  /** The whole answer, an error's as well. */
  async ask(method: string, params?: unknown): Promise<ResponseMessage> {
    const id = `ask ${++this.lastId}`;
    this.send({ id, method, params });
    return this.answerTo(id);
  }

  notify(method: string, params?: unknown): void {
    this.send({ method, params });
  }

  async answerTo(id: number | string): Promise<ResponseMessage> {
    await this.until(() => this.answers.some((answer) => answer.id === id), `an answer to ${id}`);
    return this.answers.find((answer) => answer.id === id) as ResponseMessage;
  }

  async start(capabilities: unknown = {}): Promise<void> {
    const { error } = await this.ask("initialize", { processId: process.pid, rootUri: null, capabilities });
    if (error) throw new Error(error.message);
    this.notify("initialized", {});
  }

  until(done: () => boolean, what: string): Promise<void> {
    return this.waiting.until(done, what);
  }

  /** Ends the server whatever was said before; throws where one of its messages breaks the protocol. */
  async stop(): Promise<number | null> {
    const ended = once(this.process, "exit");
    if (this.process.exitCode === null) {
      this.send({ id: "the last", method: "shutdown" });
      await this.answerTo("the last");
      this.notify("exit");
      await ended;
    }
    const { violations } = this.recorder;
    if (violations.length > 0) throw new Error(`against the protocol:\n${violations.slice(0, 20).join("\n")}`);
    return this.process.exitCode;
  }
}
