// JSON as the command line writes it: numbers may be given by their digits, so that 4166.20 keeps its last zero.

const exact: unique symbol = Symbol("exact");

/** A number that is written with these digits. */
export interface ExactNumber {
  readonly [exact]: string;
}

export type JsonValue = string | number | boolean | null | ExactNumber | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

const jsonNumber = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/** The digits as a number; what JSON has no number for stays a string, so that the output is JSON whatever the report says. */
export function exactNumber(digits: string): ExactNumber | string {
  return jsonNumber.test(digits) ? { [exact]: digits } : digits;
}

/** On one line, keys in the order given. */
export function toJson(value: JsonValue): string {
  // The platform's own is several times as fast and writes the same; only those numbers it has no way to write.
  return holdsExact(value) ? written(value) : JSON.stringify(value);
}

function holdsExact(value: JsonValue): boolean {
  if (value === null || typeof value !== "object") return false;
  if (isList(value)) return value.some(holdsExact);
  if (isExact(value)) return true;
  for (const key in value) if (holdsExact(value[key] as JsonValue)) return true;
  return false;
}

function written(value: JsonValue): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(written).join(",")}]`;
  if (isExact(value)) return value[exact];
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${written(item)}`)
    .join(",")}}`;
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isExact(value: object): value is ExactNumber {
  return exact in value;
}
