// The workspace's folders, those that stand in another one among them.
import { isPassedOver } from "../../workspace/candidates";
import { canonicalUri, isBelow, parentUri, pathBelow } from "../uris";

export class Roots {
  private uris: readonly string[] = [];

  set(uris: readonly string[]): void {
    this.uris = uris.map((uri) => {
      const folder = canonicalUri(uri);
      // The uppermost folder of all is its slash.
      return parentUri(folder) === null ? folder : folder.replace(/\/$/, "");
    });
  }

  /** Those that are not come to from another one: together they hold everything, and nothing twice. */
  outermost(): readonly string[] {
    return this.uris.filter((uri) => !this.uris.some((other) => other !== uri && isFoundIn(uri, other)));
  }

  /** The folder a file stands in, the innermost of several; null where it stands in none. */
  of(uri: string): string | null {
    let found: string | null = null;
    for (const root of this.uris) if (isBelow(uri, root) && root.length > (found?.length ?? 0)) found = root;
    return found;
  }
}

/** Whether whoever looks through `root` comes to this folder: on the way there may be one that is passed over. */
function isFoundIn(folder: string, root: string): boolean {
  return isBelow(folder, root) && !pathBelow(folder, root).split("/").some(isPassedOver);
}
