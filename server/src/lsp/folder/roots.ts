// The workspace's folders, those that stand in another one among them.
import { canonicalUri, isBelow } from "../uris";

export class Roots {
  private uris: readonly string[] = [];

  set(uris: readonly string[]): void {
    this.uris = uris.map((uri) => canonicalUri(uri).replace(/\/$/, ""));
  }

  /** Those that stand in no other one: together they hold everything, and nothing twice. */
  outermost(): readonly string[] {
    return this.uris.filter((uri) => !this.uris.some((other) => other !== uri && isBelow(uri, other)));
  }

  /** The folder a file stands in, the innermost of several; null where it stands in none. */
  of(uri: string): string | null {
    let found: string | null = null;
    for (const root of this.uris) if (isBelow(uri, root) && root.length > (found?.length ?? 0)) found = root;
    return found;
  }
}
