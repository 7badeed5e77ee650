// Where settings come from: asked of the client per document where it can answer, else what it sent on its own.
import type { ConfigurationItem, Connection, DidChangeConfigurationParams } from "vscode-languageserver";
import { type Client, readOptions } from "./client";
import type { OpenDocument } from "./documents";
import { type FolderGrounds, type Grounds, noGrounds } from "./grounds";
import { describe, type Log } from "./guard";
import { readSettings, type Settings, untrusted } from "./settings";
import { canonicalUri } from "./uris";

const section = "nianbao";

/** All that comes and goes: of a folder that is moved or deleted nothing is told but itself. */
const watched = ["**/*"];

export class Configuration {
  /** What stands where the client answers nothing for a document. */
  private base: unknown;
  private readonly complaints = new Set<string>();
  /** The number of the last question per document: an answer to an older one is out of date. */
  private readonly asked = new WeakMap<OpenDocument, number>();
  private questions = 0;
  /** What the client says of a folder of the workspace, for the files in it that are not open. */
  private readonly ofFolders = new Map<string, Promise<unknown>>();

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly log: Log,
    private readonly grounds: FolderGrounds,
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
    const { registersConfiguration, registersWatchers } = this.client;
    const watchers = watched.map((globPattern) => ({ globPattern }));
    const registrations = [
      registersConfiguration ? [{ method: "workspace/didChangeConfiguration", registerOptions: { section } }] : [],
      registersWatchers ? [{ method: "workspace/didChangeWatchedFiles", registerOptions: { watchers } }] : [],
    ].flatMap((each) => each.map((one) => ({ id: one.method, ...one })));
    if (registrations.length === 0) return;
    this.connection
      .sendRequest("client/registerCapability", { registrations })
      .catch((error: unknown) => this.log.error(`client/registerCapability: ${describe(error)}`));
  }

  /** Lets the document wait for its first settings, where there is something to wait for. */
  opened(document: OpenDocument): void {
    this.hold([document], this.fetch([document]));
  }

  /** Takes changed settings for all open documents; the answer names those of which something shown may be other now. */
  async changed(params: DidChangeConfigurationParams, open: readonly OpenDocument[]): Promise<readonly OpenDocument[]> {
    this.complaints.clear();
    this.ofFolders.clear();
    const settings: unknown = params.settings;
    if (!this.client.configuration) {
      if (typeof settings !== "object" || settings === null || !(section in settings)) return [];
      this.base = (settings as Record<string, unknown>)[section];
    }
    return await this.again(open);
  }

  /** Of the workspace as a whole. Never rejects. */
  async ofFolder(): Promise<Settings> {
    return this.read(this.sectionIn(await this.ask([undefined]), 0));
  }

  /** Of a file that is not open: its canonical URI, and that of the workspace's folder it stands in. Never rejects. */
  async ofFile(uri: string, folder: string): Promise<Settings> {
    let section = this.ofFolders.get(folder);
    if (section === undefined) {
      section = this.ask([folder]).then((answers) => {
        // The next file asks again.
        if (answers === null) this.ofFolders.delete(folder);
        return this.sectionIn(answers, 0);
      });
      this.ofFolders.set(folder, section);
    }
    const [input, grounds] = await Promise.all([section, this.grounds.of(uri)]);
    return this.read(input, grounds);
  }

  /** Takes what may have changed around all open documents; the answer as of `changed`. */
  async again(open: readonly OpenDocument[]): Promise<readonly OpenDocument[]> {
    const answers = this.fetch(open);
    this.hold(
      open.filter((document) => document.ready !== null),
      answers,
    );
    return await answers;
  }

  /** Lets documents that show nothing yet wait for the latest answer about them. */
  private hold(documents: readonly OpenDocument[], answers: Promise<unknown>): void {
    const ready = answers.then(() => {
      for (const document of documents) if (document.ready === ready) document.ready = null;
    });
    for (const document of documents) document.ready = ready;
  }

  private read(input: unknown, grounds: Grounds = noGrounds): Settings {
    const complain = (line: string): void => {
      if (this.complaints.has(line)) return;
      this.complaints.add(line);
      this.log.warn(line);
    };
    return readSettings(input, this.client.locale, complain, grounds);
  }

  private async fetch(documents: readonly OpenDocument[]): Promise<readonly OpenDocument[]> {
    if (documents.length === 0) return [];
    const question = ++this.questions;
    for (const document of documents) this.asked.set(document, question);
    const around = Promise.all(documents.map(({ uri }) => this.grounds.of(canonicalUri(uri))));
    const [answers, found] = await Promise.all([this.ask(documents.map(({ uri }) => uri)), around]);
    return documents.filter(
      (document, index) =>
        this.asked.get(document) === question &&
        document.configure(this.read(this.sectionIn(answers, index), found[index])),
    );
  }

  /** What counts for one of those that `ask` asked for. */
  private sectionIn(answers: readonly unknown[] | null, index: number): unknown {
    return answers === null ? untrusted(this.base) : (answers[index] ?? this.base);
  }

  /** The client's settings of each document or folder; fewer where it gives none, null where it could not answer. */
  private async ask(uris: readonly (string | undefined)[]): Promise<readonly unknown[] | null> {
    if (!this.client.configuration) return [];
    const items: ConfigurationItem[] = uris.map((scopeUri) => ({
      ...(scopeUri === undefined ? {} : { scopeUri }),
      section,
    }));
    try {
      const answers: unknown = await this.connection.workspace.getConfiguration(items);
      return Array.isArray(answers) ? answers : [];
    } catch (error) {
      this.log.error(`workspace/configuration: ${describe(error)}`);
      return null;
    }
  }
}
