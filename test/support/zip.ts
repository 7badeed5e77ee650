// A zip archive, read from its directory at the end; enough to see what a VSIX holds and to unpack it.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inflateRawSync } from "node:zlib";

const endMark = 0x06054b50;
const entryMark = 0x02014b50;

interface Entry {
  readonly name: string;
  readonly compressed: boolean;
  /** Bytes in the archive. */
  readonly size: number;
  /** Where its own head begins. */
  readonly start: number;
}

function entriesOf(archive: Buffer): Entry[] {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== endMark) end--;
  if (end < 0) throw new Error("not a zip archive");
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== entryMark) throw new Error("the archive's directory is damaged");
    const length = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString("utf8", at + 46, at + 46 + length),
      compressed: archive.readUInt16LE(at + 10) !== 0,
      size: archive.readUInt32LE(at + 20),
      start: archive.readUInt32LE(at + 42),
    });
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

export function zipEntries(archive: Buffer): string[] {
  return entriesOf(archive).map(({ name }) => name);
}

/** Writes all files of an archive into a folder. */
export function unpack(archive: Buffer, folder: string): void {
  for (const { name, compressed, size, start } of entriesOf(archive)) {
    // The head repeats the name, with another length of what follows it than the directory has.
    const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const bytes = archive.subarray(from, from + size);
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, compressed ? inflateRawSync(bytes) : bytes);
  }
}
