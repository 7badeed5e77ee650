// Which documents are reports. By name VS Code decides; here by content, and with respect for what the reader decided.
import { Disposable, EventEmitter, extensions, languages, type Memento, type TextDocument, workspace } from "vscode";
import { associationPattern, isMarkdownName, isReport } from "../detect";
import type { Locale } from "../texts";
import { EncodingNotice } from "./encoding";
import { linesOf } from "./lines";

const memoryKey = "plainText";
/** Enough for a few years of reports; the oldest are forgotten. */
const memorySize = 500;
/** Milliseconds without typing before an untitled text is looked at again. */
const pause = 150;
/** Milliseconds around a change of associations or extensions in which a change of language is not taken for the reader's. */
const guessing = 1000;

/** The documents the reader set back to plain text, by URI. */
export class PlainTextMemory implements Disposable {
  readonly #state: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(state: Memento) {
    this.#state = state;
  }

  has(document: TextDocument): boolean {
    return this.all().includes(document.uri.toString());
  }

  async set(document: TextDocument, remembered: boolean): Promise<void> {
    if (remembered === this.has(document)) return;
    const uri = document.uri.toString();
    const others = this.all().filter((other) => other !== uri);
    await this.#state.update(memoryKey, remembered ? [...others, uri].slice(-memorySize) : others);
    this.#changed.fire();
  }

  all(): readonly string[] {
    return this.#state.get<readonly string[]>(memoryKey, []);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/**
 * `found` is called for every document that is a report. Nothing else is done before the first one. `names` are the patterns
 * of the file names that make a report, as `contributes.languages` has them.
 */
export function watchLanguages(
  memory: PlainTextMemory,
  names: readonly string[],
  found: () => void,
  locale: () => Locale,
): Disposable {
  const encoding = new EncodingNotice(locale, (document) => void consider(document));
  /** A language change closes the document and opens the same object again; this is the language it had before. */
  const before = new WeakMap<TextDocument, string>();
  const timers = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  /**
   * When associations or extensions change, VS Code guesses every document's language again and forgets what was set; the
   * documents change a moment before their cause is told. So what was learnt last is kept here until it can be trusted.
   */
  const learnt = new Map<TextDocument, { readonly time: number; readonly remembered: boolean }>();
  let guessedAt = Number.NEGATIVE_INFINITY;

  async function consider(document: TextDocument): Promise<void> {
    if (document.isClosed) return;
    if (document.languageId === "nianbao") {
      // Its name makes it a report, but the reader wants this one as plain text.
      if (memory.has(document) && !isAssociated(associationsOf(document))) return setLanguage(document, "plaintext");
      found();
      return encoding.consider(document);
    }
    if (document.languageId !== "plaintext" && workspace.isTrusted) return;
    const associations = associationsOf(document);
    const imposed = isImposed(document, associations);
    if ((document.languageId !== "plaintext" && !imposed) || memory.has(document)) return;
    if (imposed && isNamed(document, associations)) return setLanguage(document, "nianbao");
    if (isMarkdownName(document.uri.path) || isAssociated(associations)) return;
    if (!workspace.getConfiguration("nianbao", document).get("detectByContent", true)) return;
    if (isReport(linesOf(document))) return setLanguage(document, "nianbao");
    return encoding.consider(document);
  }

  /** Whether it would be a report by its name, or by what the reader says of that name, without the folder. */
  function isNamed(document: TextDocument, { own }: Associations): boolean {
    return own.length > 0 ? own.includes("nianbao") : names.some((name) => matches(document, name));
  }

  async function opened(document: TextDocument): Promise<void> {
    const old = before.get(document);
    before.delete(document);
    if (old !== undefined && Date.now() - guessedAt > guessing) {
      if (old === "nianbao" && (document.languageId === "plaintext" || isImposed(document, associationsOf(document))))
        await learn(document, true);
      else if (document.languageId === "nianbao") await learn(document, false);
    }
    return consider(document);
  }

  function learn(document: TextDocument, remembered: boolean): Promise<void> {
    const time = Date.now();
    for (const [other, known] of learnt) if (time - known.time > guessing) learnt.delete(other);
    learnt.set(document, { time, remembered: memory.has(document) });
    return memory.set(document, remembered);
  }

  async function guessedAgain(): Promise<void> {
    guessedAt = Date.now();
    const doubtful = [...learnt].filter(([, { time }]) => guessedAt - time <= guessing);
    learnt.clear();
    for (const [document, { remembered }] of doubtful) {
      await memory.set(document, remembered);
      await consider(document);
    }
  }

  function closed(document: TextDocument): void {
    clearTimeout(timers.get(document));
    timers.delete(document);
    if (!document.isClosed) before.set(document, document.languageId);
    // The name of an untitled document is given to the next one.
    else if (document.isUntitled) void memory.set(document, false);
  }

  for (const document of workspace.textDocuments) void consider(document);
  return Disposable.from(
    workspace.onDidOpenTextDocument((document) => void opened(document)),
    workspace.onDidCloseTextDocument(closed),
    workspace.onDidSaveTextDocument((document) => void consider(document)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!document.isUntitled || document.languageId !== "plaintext" || contentChanges.length === 0) return;
      clearTimeout(timers.get(document));
      timers.set(
        document,
        setTimeout(() => void consider(document), pause),
      );
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("files.associations")) void guessedAgain();
      if (!event.affectsConfiguration("nianbao.detectByContent")) return;
      for (const document of workspace.textDocuments) void consider(document);
    }),
    extensions.onDidChange(() => void guessedAgain()),
    new Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  );
}

async function setLanguage(document: TextDocument, language: string): Promise<void> {
  try {
    await languages.setTextDocumentLanguage(document, language);
  } catch (error) {
    // It may have been closed meanwhile; then there is nothing to set.
    if (!document.isClosed) throw error;
  }
}

interface Associations {
  /** The languages that the reader's own `files.associations` give a document of this name. */
  readonly own: readonly string[];
  /** Those that the settings of the workspace and the folder give it. */
  readonly folder: readonly string[];
}

function associationsOf(document: TextDocument): Associations {
  const setting = workspace.getConfiguration("files", document).inspect<Record<string, string>>("associations");
  const languagesIn = (associations: Readonly<Record<string, string>> | undefined) =>
    Object.entries(associations ?? {}).flatMap(([key, language]) => (matches(document, key) ? [language] : []));
  return {
    own: languagesIn(setting?.globalValue),
    folder: [...languagesIn(setting?.workspaceValue), ...languagesIn(setting?.workspaceFolderValue)],
  };
}

/** Whether an explicit association, which wins over name and content, names this document: of a folder one that is trusted. */
function isAssociated({ own, folder }: Associations): boolean {
  return own.length > 0 || (workspace.isTrusted && folder.length > 0);
}

/**
 * Whether the document has its language from a folder that the reader does not trust, which cannot keep its reports from being
 * seen. Of a language that is not installed VS Code makes plain text.
 */
function isImposed({ languageId }: TextDocument, { own, folder }: Associations): boolean {
  const given = folder.includes(languageId) || (languageId === "plaintext" && folder.length > 0);
  return !workspace.isTrusted && given && !own.includes(languageId);
}

/**
 * Whether a document's name matches a key of `files.associations`. VS Code's matcher is used, so that a pattern means here what
 * it means there; as there, upper and lower case are the same.
 */
function matches(document: TextDocument, key: string): boolean {
  const uri = document.uri.with({ path: document.uri.path.toLowerCase() });
  const lower: TextDocument = Object.create(document, { uri: { value: uri } });
  return languages.match({ pattern: associationPattern(key) }, lower) > 0;
}
