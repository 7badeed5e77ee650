// Where settings come from: asked of the client per document where it can answer, else what it sent on its own.
import type { ConfigurationItem, Connection, DidChangeConfigurationParams } from "vscode-languageserver";
import { type Client, readOptions } from "./client";
import type { OpenDocument } from "./documents";
import { describe, type Log } from "./guard";
import { readSettings, type Settings } from "./settings";

const section = "nianbao";

export class Configuration {
  /** What stands where the client answers nothing for a document. */
  private base: unknown;
  private readonly complaints = new Set<string>();
  /** The number of the last question per document: an answer to an older one is out of date. */
  private readonly asked = new WeakMap<OpenDocument, number>();
  private questions = 0;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly log: Log,
    initializationOptions: unknown,
  ) {
    this.base = readOptions(initializationOptions).settings;
  }

  /** For a document that is about to be opened. */
  get initial(): Settings {
    return this.read(this.base);
  }

  /** Asks to be told of changes, where the client leaves that to the server. */
  register(): void {
    if (!this.client.registersConfiguration) return;
    const method = "workspace/didChangeConfiguration";
    this.connection
      .sendRequest("client/registerCapability", {
        registrations: [{ id: method, method, registerOptions: { section } }],
      })
      .catch((error: unknown) => this.log.error(`client/registerCapability: ${describe(error)}`));
  }

  /** Lets the document wait for its first settings, where there is something to wait for. */
  opened(document: OpenDocument): void {
    if (!this.client.configuration) return;
    this.hold([document], this.fetch([document]));
  }

  /** Takes changed settings for all open documents; the answer names those of which something shown may be other now. */
  async changed(params: DidChangeConfigurationParams, open: readonly OpenDocument[]): Promise<readonly OpenDocument[]> {
    this.complaints.clear();
    if (this.client.configuration) {
      const answers = this.fetch(open);
      this.hold(
        open.filter((document) => document.ready !== null),
        answers,
      );
      return await answers;
    }
    const settings: unknown = params.settings;
    if (typeof settings !== "object" || settings === null || !(section in settings)) return [];
    this.base = (settings as Record<string, unknown>)[section];
    const read = this.initial;
    return open.filter((document) => document.configure(read));
  }

  /** Lets documents that show nothing yet wait for the latest answer about them. */
  private hold(documents: readonly OpenDocument[], answers: Promise<unknown>): void {
    const ready = answers.then(() => {
      for (const document of documents) if (document.ready === ready) document.ready = null;
    });
    for (const document of documents) document.ready = ready;
  }

  private read(input: unknown): Settings {
    return readSettings(input, this.client.locale, (line) => {
      if (this.complaints.has(line)) return;
      this.complaints.add(line);
      this.log.warn(line);
    });
  }

  private async fetch(documents: readonly OpenDocument[]): Promise<readonly OpenDocument[]> {
    if (documents.length === 0) return [];
    const question = ++this.questions;
    for (const document of documents) this.asked.set(document, question);
    const items: ConfigurationItem[] = documents.map((document) => ({ scopeUri: document.uri, section }));
    let answers: unknown;
    try {
      answers = await this.connection.workspace.getConfiguration(items);
    } catch (error) {
      this.log.error(`workspace/configuration: ${describe(error)}`);
    }
    const list: readonly unknown[] = Array.isArray(answers) ? answers : [];
    return documents.filter(
      (document, index) =>
        this.asked.get(document) === question && document.configure(this.read(list[index] ?? this.base)),
    );
  }
}
