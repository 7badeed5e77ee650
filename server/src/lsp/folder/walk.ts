// The texts of the workspace's folders, found one folder after the other.
import { isPassedOver, isTextName } from "../../workspace/candidates";
import type { Files } from "../files";
import { childUri } from "../uris";

/** Folders that are asked for at the same time: through a client each takes a while. */
const atOnce = 16;

/** Canonical URIs, each once, in no order. Ends early where `given up` says so. */
export async function walk(
  files: Pick<Files, "list">,
  roots: readonly string[],
  givenUp: () => boolean,
): Promise<readonly { readonly uri: string; readonly root: string }[]> {
  const found = new Map<string, { uri: string; root: string }>();
  const seen = new Set(roots);
  const pending = roots.map((root) => ({ folder: root, root }));
  while (pending.length > 0 && !givenUp()) {
    const some = pending.splice(-atOnce);
    const listed = await Promise.all(some.map(({ folder }) => files.list(folder)));
    for (const [at, { folder, root }] of some.entries())
      for (const entry of listed[at] ?? []) {
        if (isPassedOver(entry.name)) continue;
        const uri = childUri(folder, entry.name);
        if (entry.folder && !seen.has(uri)) {
          seen.add(uri);
          pending.push({ folder: uri, root });
        } else if (!entry.folder && isTextName(entry.name) && !found.has(uri)) found.set(uri, { uri, root });
      }
  }
  return [...found.values()];
}
