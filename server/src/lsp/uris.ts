// URIs as names of files: clients write the same file in more than one way, and the server names files itself when it lists a
// folder. Everything that is kept by file goes by the form VS Code writes.

/** All but unreserved characters escaped, as VS Code does it. */
function escaped(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not escaped at all, or not as it should be.
    return part;
  }
}

const shape = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)(.*)$/i;

/** The same for every way of writing the same file. */
export function canonicalUri(uri: string): string {
  const [, front = "", path = "", rest = ""] = shape.exec(uri) ?? [];
  if (front === "") return uri;
  const parts = path.split("/").map((part) => escaped(unescaped(part)));
  // C: and c: are one drive.
  const drive = front === "file://" ? parts[1]?.match(/^([A-Za-z])%3A$/)?.[1] : undefined;
  if (drive !== undefined) parts[1] = `${drive.toLowerCase()}%3A`;
  return `${front}${parts.join("/")}${rest}`;
}

/** Of the uppermost folder of all nothing is left but what stands in front of its slash. */
function withoutSlash(folder: string): string {
  const [, front = "", path = ""] = shape.exec(folder) ?? [];
  return `${front}${path.replace(/\/$/, "")}`;
}

/** What stands in a folder. */
export function childUri(folder: string, name: string): string {
  return `${withoutSlash(folder)}/${escaped(name)}`;
}

/** The folder a file or folder stands in; null at the root. Canonical in, canonical out. */
export function parentUri(uri: string): string | null {
  const [, front = "", path = ""] = shape.exec(uri) ?? [];
  const at = path.replace(/\/$/, "").lastIndexOf("/");
  return at < 0 || path === "/" ? null : `${front}${path.slice(0, Math.max(at, 1))}`;
}

/** Whether a file stands in a folder or in one below it; both canonical. */
export function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(`${withoutSlash(folder)}/`);
}

/** The way from a folder to a file below it, as people see it; both canonical. */
export function pathBelow(uri: string, folder: string): string {
  return uri
    .slice(withoutSlash(folder).length + 1)
    .split("/")
    .map(unescaped)
    .join("/");
}

export function nameOf(uri: string): string {
  return unescaped(uri.slice(uri.lastIndexOf("/") + 1));
}

export function schemeOf(uri: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase() ?? "";
}
