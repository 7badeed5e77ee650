// The one thing a server needs that Node and a browser's worker call by different names.

/** Runs something in a later turn of the event loop, behind the messages that have already arrived and been answered. */
export function inLaterTurn(act: () => void): void {
  if (typeof setImmediate === "function") setImmediate(act);
  else setTimeout(act);
}
