// Publishes diagnostics to clients that do not pull. Keys typed faster than they are checked arrive as a burst of changes;
// only the text behind the last of them is worth a check.
import type { OpenDocument } from "./documents";
import { inLaterTurn } from "./turn";

/** A burst that does not end must not keep the diagnostics away for longer than this, in milliseconds. */
const longestBurst = 50;

export class Publisher {
  private readonly waiting = new Set<OpenDocument>();

  constructor(private readonly publish: (document: OpenDocument) => void) {}

  /** Publishes as soon as the changes already received are taken in. */
  schedule(document: OpenDocument): void {
    if (this.waiting.has(document)) return;
    this.waiting.add(document);
    this.settle(document, performance.now());
  }

  /** For a document that was closed. */
  forget(document: OpenDocument): void {
    this.waiting.delete(document);
  }

  /**
   * The connection takes one message from its queue in each turn of the event loop. Two turns from here the next message,
   * if there was one, has been taken: if it changed this text, its turn is awaited. No timer, so an only change waits for
   * nothing.
   */
  private settle(document: OpenDocument, since: number): void {
    const { changes } = document;
    inLaterTurn(() =>
      inLaterTurn(() => {
        if (!this.waiting.has(document)) return;
        if (document.changes !== changes && performance.now() - since < longestBurst) {
          this.settle(document, since);
        } else {
          this.waiting.delete(document);
          this.publish(document);
        }
      }),
    );
  }
}
