/** What there is to say, one behind the other; parts that say nothing are left out. */
export function joined(separator: string, parts: readonly (string | false | null)[]): string {
  return parts.filter((part) => typeof part === "string" && part !== "").join(separator);
}
