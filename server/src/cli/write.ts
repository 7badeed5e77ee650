// Puts a corrected text back: in its own encoding, whole or not at all, and never over somebody else's change.
import { access, constants, readFile, realpath, stat, writeFile } from "node:fs/promises";
import writeFileAtomic from "write-file-atomic";
import type { Bilingual } from "../form/types";
import { decode, encode } from "./encoding";
import { errorCode } from "./files";
import type { Loaded } from "./input";
import { cannotWrite } from "./texts";

/** Null when the file was written, else why it was not. Never rejects; what fails leaves the file as it was. */
export async function writeBack(
  input: Pick<Loaded, "absolute" | "bytes" | "decoded">,
  text: string,
): Promise<Bilingual | null> {
  const { encoding, bom, lossless } = input.decoded;
  if (!lossless) return cannotWrite("LOSSY");
  const bytes = encode(text, encoding, bom);
  // Reading it again must give the corrected text in the same encoding.
  const again = decode(bytes).decoded;
  if (again?.text !== text || again.encoding !== encoding || again.bom !== bom) return cannotWrite("LOSSY");
  try {
    // A symbolic link stays one: what it points at is written.
    const target = await realpath(input.absolute);
    const { mode } = await stat(target);
    // Renaming over a read-only file would succeed; whoever made it read-only meant it.
    if ((mode & 0o222) === 0) return cannotWrite("READONLY");
    await access(target, constants.W_OK);
    if (!(await readFile(target)).equals(input.bytes)) return cannotWrite("CHANGED");
    await writeFileAtomic(target, bytes);
    return null;
  } catch (error) {
    return cannotWrite(errorCode(error));
  }
}

/** Null when the file was written, else why it was not: never over one that has come meanwhile. Never rejects. */
export async function writeNew(absolute: string, text: string): Promise<Bilingual | null> {
  try {
    // Made before it is filled, so that two runs cannot both think it absent.
    await writeFile(absolute, "", { flag: "wx" });
    await writeFileAtomic(absolute, text);
    return null;
  } catch (error) {
    return errorCode(error) === "EEXIST" ? cannotWrite("CHANGED") : cannotWrite(errorCode(error));
  }
}
