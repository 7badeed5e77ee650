// The texts of the workspace's folders, found one folder after the other.
import { isPassedOver, isTextName } from "../../workspace/candidates";
import type { Files } from "../files";
import { childUri } from "../uris";

/** Folders that are asked for at the same time: through a client each takes a while. */
const atOnce = 16;
/** Folders in each other: more are a link that leads back to where it stands. */
const deepest = 40;

export interface Walked {
  /** Canonical URIs of the texts, each once, in no order. */
  readonly files: readonly string[];
  /** Folders that could not be listed: nothing is known of what is in them. */
  readonly failed: readonly string[];
}

/** `roots`: canonical URIs of folders; what stands in several is found once. Ends early where `givenUp` says so. */
export async function walk(
  files: Pick<Files, "list">,
  roots: readonly string[],
  givenUp: () => boolean,
): Promise<Walked> {
  const found = new Set<string>();
  const failed: string[] = [];
  const seen = new Set(roots);
  const pending = roots.map((folder) => ({ folder, depth: 0 }));
  while (pending.length > 0 && !givenUp()) {
    const some = pending.splice(-atOnce);
    const listed = await Promise.all(some.map(({ folder }) => files.list(folder)));
    for (const [at, { folder, depth }] of some.entries()) {
      const entries = listed[at] ?? null;
      if (entries === null) failed.push(folder);
      for (const entry of entries ?? []) {
        // Half a character has no place in a URI, so that nobody could ask for such a file.
        if (isPassedOver(entry.name) || /\p{Surrogate}/u.test(entry.name)) continue;
        const uri = childUri(folder, entry.name);
        if (!entry.folder) {
          if (isTextName(entry.name)) found.add(uri);
        } else if (depth < deepest && !seen.has(uri)) {
          seen.add(uri);
          pending.push({ folder: uri, depth: depth + 1 });
        }
      }
    }
  }
  return { files: [...found], failed };
}
