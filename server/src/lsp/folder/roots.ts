// The workspace's folders, some of which may stand in others.
import { canonicalUri, isBelow, parentUri } from "../uris";

export class Roots {
  private uris: readonly string[] = [];

  set(uris: readonly string[]): void {
    this.uris = uris.map((uri) => {
      const folder = canonicalUri(uri);
      // The uppermost folder of all is its slash.
      return parentUri(folder) === null ? folder : folder.replace(/\/$/, "");
    });
  }

  all(): readonly string[] {
    return this.uris;
  }

  /** The folder a file stands in, the innermost of several; null where it stands in none. */
  of(uri: string): string | null {
    let found: string | null = null;
    for (const root of this.uris) if (isBelow(uri, root) && root.length > (found?.length ?? 0)) found = root;
    return found;
  }
}
