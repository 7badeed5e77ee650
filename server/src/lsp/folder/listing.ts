// Which files of the workspace are looked at, and what counts for each. Listing them takes a while; what is asked for meanwhile
// is done behind it.
import { wantedBy } from "../../config/matcher";
import type { Config } from "../../config/types";
import { perObject } from "../../report/memo";
import type { Files } from "../files";
import { describe, type Log } from "../guard";
import type { Settings } from "../settings";
import { isBelow, pathBelow } from "../uris";
import { walk } from "./walk";

interface Around {
  readonly files: Files;
  readonly log: Log;
  /** The workspace's folders as they are now. */
  roots(): readonly string[];
  /** Of a file that is not open, as it counts now. */
  settingsOf(uri: string): Promise<Settings>;
  /** The files there are now, with what counts for each; `all`: nothing known of them is to be relied on. */
  listed(files: ReadonlyMap<string, Settings>, all: boolean): void;
  /** Nothing more is to be listed. */
  ended(): void;
}

const wants = perObject((config: Config) => wantedBy(config));

export class Listing {
  private running: Promise<void> | null = null;
  private due: "nothing" | "new" | "all" = "nothing";
  private stops = 0;
  private last: ReadonlyMap<string, Settings> = new Map();

  constructor(private readonly around: Around) {}

  /** Pending while files are listed. */
  get pending(): Promise<void> | null {
    return this.running;
  }

  /** Lists the files again. Resolves when what was asked for so far is listed; never rejects. */
  again(all = false): Promise<void> {
    if (this.due !== "all") this.due = all ? "all" : "new";
    this.running ??= this.work().finally(() => {
      this.running = null;
      // What was asked for at the very last.
      if (this.due !== "nothing") void this.again();
      else this.around.ended();
    });
    return this.running;
  }

  /** What is being listed is forgotten. */
  stop(): void {
    this.stops++;
    this.due = "nothing";
    this.last = new Map();
  }

  private async work(): Promise<void> {
    while (this.due !== "nothing") {
      const all = this.due === "all";
      this.due = "nothing";
      try {
        await this.list(all);
      } catch (error) {
        this.around.log.error(`listing the workspace: ${describe(error)}`);
      }
    }
  }

  private async list(all: boolean): Promise<void> {
    const { files, log, settingsOf } = this.around;
    const { stops } = this;
    const roots = this.around.roots();
    const walked = await walk(files, roots, () => stops !== this.stops);
    // A folder that cannot be listed at the moment may hold what it held.
    const kept = [...this.last.keys()].filter((uri) => walked.failed.some((folder) => isBelow(uri, folder)));
    for (const folder of walked.failed) log.warn(`${folder}: 不能列出其中的文件 (its files cannot be listed)`);
    const found = new Map<string, Settings>();
    for (const uri of new Set([...walked.files, ...kept])) {
      const settings = await settingsOf(uri);
      const folder = settings.grounds.folder ?? roots.find((root) => isBelow(uri, root));
      if (folder !== undefined && wants(settings.grounds.config)(pathBelow(uri, folder))) found.set(uri, settings);
    }
    if (stops !== this.stops) return;
    this.last = found;
    this.around.listed(found, all);
  }
}
