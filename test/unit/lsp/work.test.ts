import assert from "node:assert/strict";
import { Lanes } from "../../../server/src/lsp/folder/lanes";
import type { Job, Result } from "../../../server/src/lsp/folder/scan";
import { Work } from "../../../server/src/lsp/folder/work";

/** Work that does nothing but say what it has come to. */
function working(reports: ReadonlySet<string>) {
  const taken: string[] = [];
  let ended: () => void = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const work = new Work({
    lanes: new Lanes(null),
    log: { error: assert.fail, warn: () => undefined },
    isDue: (uri) => reports.has(uri),
    async jobFor(uri: string, kind: Job["kind"], job: number): Promise<Result> {
      return kind === "read"
        ? { kind, uri, job, known: null, trouble: null }
        : { kind, uri, job, checked: null, trouble: null };
    },
    checking: () => undefined,
    take: ({ kind, uri }) => void taken.push(`${kind} ${uri}`),
    allRead: () => undefined,
    ended: () => ended(),
  });
  return { work, taken, end };
}

describe("files that wait to be read or checked", () => {
  it("are pending only as long as something will come of them", async () => {
    const reports = new Set(["a", "b"]);
    const { work, taken, end } = working(reports);
    work.read("a");
    work.check(["b", "c"]);
    assert.deepEqual(
      ["a", "b", "c"].map((uri) => work.isPending(uri)),
      [true, true, false],
    );
    // Known to be no report before its turn has come: nobody is told of it any more.
    reports.delete("b");
    assert.equal(work.isPending("b"), false);
    work.go();
    await end;
    assert.deepEqual(taken, ["read a"]);
    assert.equal(work.isPending("a"), false);
  });

  it("are left unread by who gave up reading all anew only where nothing is known to have changed", async () => {
    const { work, taken, end } = working(new Set(["a", "b", "c"]));
    for (const uri of ["a", "b"]) work.read(uri, true);
    // On the disk it is another than before.
    work.read("b");
    work.read("c");
    work.read("c", true);
    work.leaveUnchanged();
    assert.equal(work.isPending("a"), false);
    work.go();
    await end;
    assert.deepEqual(taken, ["read b", "read c"]);
  });
});
