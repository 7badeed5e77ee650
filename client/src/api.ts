/** What `activate` hands to other extensions, and to the tests that run inside VS Code. */
export interface NianbaoApi {
  /** Resolves when the language server runs for the first time. Waiting for it does not start the server. */
  readonly ready: Promise<void>;
  /** The text of the status bar item, or undefined while it is hidden. */
  statusText(): string | undefined;
  /** The tree of reports as it is now, whether or not it is shown. */
  reportTree(): readonly TreeEntry[];
}

/** An organ, a report or a finding in the tree of reports. */
export interface TreeEntry {
  readonly label: string;
  readonly description: string;
  readonly children: readonly TreeEntry[];
}
