// The text of .nianbao-baseline.json with entries put in and taken out. All else stays as the reviewers wrote it: the list is
// put together anew of its own pieces, since a general editor of JSON goes through the whole text once an entry.
import { applyEdits, createScanner, modify, type Node } from "jsonc-parser";
import type { TextEdit } from "../rules/types";
import { baselineVersion, readBaseline } from "./baseline";
import { parseJson } from "./json";
import type { BaselineEntry } from "./types";

export interface BaselineChange {
  /** One whose fingerprint is there already stays as it is there. */
  readonly add?: readonly BaselineEntry[];
  /** Fingerprints. */
  readonly remove?: readonly string[];
}

/** `text`: null where there is no file yet. Null where the text cannot be understood, for nothing of it may be lost. */
export function withEntries(text: string | null, change: BaselineChange): string | null {
  if (text === null || text.trim() === "") return withEntries(fresh, change);
  // Offsets stay with a byte order mark read as a space.
  const plain = text.replace(/^\ufeff/, " ");
  const known = listIn(plain);
  if (known === null) return null;
  if (known === "absent") {
    const formattingOptions = { insertSpaces: true, tabSize: 2, eol: eolOf(plain) };
    return withEntries(marked(text, applyEdits(plain, modify(plain, ["known"], [], { formattingOptions }))), change);
  }
  const removed = new Set(change.remove);
  const there = new Set(readBaseline(text).baseline.entries.map(({ entry }) => entry.fingerprint));
  for (const print of removed) there.delete(print);
  const added = (change.add ?? []).filter(({ fingerprint }) => !there.has(fingerprint) && there.add(fingerprint));
  const elements = known.children ?? [];
  const isKept = (node: Node) => !removed.has(printIn(node) ?? "");
  if (added.length === 0 && elements.every(isKept)) return text;
  const list = rewritten(plain, known, isKept, added);
  return marked(text, plain.slice(0, known.offset) + list + plain.slice(known.offset + known.length));
}

/**
 * Puts an entry in front of all others. It says nothing of them, and ends with a comma whatever follows, so that it also fits
 * an editor's text to which more were added than `text` has. Null where the text cannot be understood or has no list.
 */
export function entryEdit(text: string, entry: BaselineEntry): TextEdit | null {
  const plain = text.replace(/^\ufeff/, " ");
  const known = listIn(plain);
  if (known === null || known === "absent") return null;
  const eol = eolOf(plain);
  const { outer, indent, step } = indentsOf(plain, known);
  const at = known.offset + 1;
  const line = /[^\r\n]*/.exec(plain.slice(at))?.[0] ?? "";
  // What stands on the line of the bracket goes to a line of its own.
  const end = line.trim() === "" ? "" : `${eol}${/^\s*\]/.test(line) ? outer : indent}`;
  return { span: { start: at, end: at }, newText: `${eol}${indent}${entryLines(entry, step, eol, indent)},${end}` };
}

const fresh = `{\n  "version": ${baselineVersion},\n  "known": []\n}\n`;

/** With the byte order mark that `text` begins with. */
function marked(text: string, plain: string): string {
  return text.startsWith("\ufeff") ? `\ufeff${plain.slice(1)}` : plain;
}

/** The list of entries; null where nothing says for sure which or of what kind it is. */
function listIn(plain: string): Node | "absent" | null {
  const { root, problems } = parseJson(plain);
  if (problems.length > 0 || root?.type !== "object") return null;
  const values = (key: string) =>
    (root.children ?? []).filter(({ children }) => children?.[0]?.value === key).map(({ children }) => children?.[1]);
  const [version, ...versions] = values("version");
  const [known, ...others] = values("known");
  if (version?.value !== baselineVersion || versions.length + others.length > 0) return null;
  return known === undefined ? "absent" : known.type === "array" ? known : null;
}

function printIn({ type, children = [] }: Node): string | null {
  if (type !== "object") return null;
  const value: unknown = children.find((each) => each.children?.[0]?.value === "fingerprint")?.children?.[1]?.value;
  return typeof value === "string" ? value : null;
}

/** An entry with what stands around it, as it was written. */
interface Piece {
  /** Between what ends before it and itself: the comments above it. */
  readonly lead: string;
  readonly body: string;
  /** In front of its comma. */
  readonly inner: string;
  /** Behind its comma, or itself, on the same line. */
  readonly tail: string;
}

function rewritten(text: string, list: Node, isKept: (node: Node) => boolean, added: readonly BaselineEntry[]): string {
  const nodes = list.children ?? [];
  const { pieces, closing, lastComma } = taken(text, list);
  const eol = eolOf(text);
  const { outer, indent, step } = indentsOf(text, list);
  // What stands above an entry may speak of more than it, and stays; what stands on its line goes with it.
  let left = pieces.length === 0 ? closing.trimEnd() : "";
  const written: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const node = nodes[at];
    if (node && isKept(node)) {
      written.push({ ...piece, lead: after(left, piece.lead, eol) });
      left = "";
    } else if (piece.lead.trim() !== "") left = after(left, piece.lead, eol).trimEnd();
  }
  for (const entry of added) {
    const body = entryLines(entry, step, eol, indent);
    written.push({ lead: `${left}${eol}${indent}`, body, inner: "", tail: "" });
    left = "";
  }
  const rest = pieces.length === 0 ? "" : closing;
  const end = rest.includes("\n") || added.length === 0 ? rest : `${rest.trimEnd()}${eol}${outer}`;
  if (written.length === 0 && left === "" && end.trim() === "") return "[]";
  let inside = "";
  let tail = "";
  for (const [at, piece] of written.entries()) {
    const comma = at < written.length - 1 || lastComma ? "," : "";
    inside += `${after(tail, piece.lead, eol)}${piece.body}${piece.inner}${comma}`;
    tail = piece.tail;
  }
  const comments = left === "" ? tail : after(tail, left, eol);
  return `[${inside}${after(comments, end, eol)}]`;
}

/** In front of the list's own line, of its entries, and by how much these stand further in. */
function indentsOf(text: string, list: Node) {
  const outer = /[ \t]*/.exec(text.slice(text.lastIndexOf("\n", list.offset) + 1))?.[0] ?? "";
  const lead = text.slice(list.offset + 1, list.children?.[0]?.offset ?? list.offset + 1);
  const indent = /\n([ \t]*)$/.exec(lead)?.[1] ?? `${outer}${outer.includes("\t") ? "\t" : "  "}`;
  return { outer, indent, step: (indent.startsWith(outer) && indent.slice(outer.length)) || "  " };
}

/** A line comment ends with its line. */
function after(comments: string, blank: string, eol: string): string {
  return comments === "" || /^[ \t]*\r?\n/.test(blank) ? comments + blank : `${comments}${eol}${blank}`;
}

function taken(text: string, list: Node) {
  const scanner = createScanner(text, false);
  const pieces: Piece[] = [];
  const nodes = list.children ?? [];
  const close = list.offset + list.length - 1;
  let from = list.offset + 1;
  let lastComma = false;
  for (const [at, { offset, length }] of nodes.entries()) {
    const end = offset + length;
    const next = nodes[at + 1]?.offset ?? close;
    let comma: number | null = null;
    // Where nothing but comments follows on the line.
    let lineEnd: number | null = null;
    scanner.setPosition(end);
    for (scanner.scan(); scanner.getTokenOffset() < next; scanner.scan()) {
      const begin = scanner.getTokenOffset();
      if (text[begin] === ",") {
        comma = begin;
        lineEnd = null;
      } else if (/[\r\n]/.test(text[begin] ?? "")) lineEnd ??= begin;
    }
    const behind = comma === null ? end : comma + 1;
    const to = lineEnd ?? behind;
    pieces.push({
      lead: text.slice(from, offset),
      body: text.slice(offset, end),
      inner: text.slice(end, comma ?? end),
      tail: text.slice(behind, to),
    });
    from = to;
    lastComma = comma !== null;
  }
  return { pieces, closing: text.slice(from, close), lastComma };
}

function entryLines(entry: BaselineEntry, step: string, eol: string, indent: string): string {
  const { rule, organ, year, cell, text, fingerprint, reason } = entry;
  const ordered = { rule, organ, year, cell, text, fingerprint, reason };
  return JSON.stringify(ordered, null, step).replaceAll("\n", `${eol}${indent}`);
}

function eolOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? "\n";
}
