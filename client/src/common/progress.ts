// How far the server is with what it was asked to do. A module of its own: it takes a value from the language client, which is
// not loaded before there is one.
import { type BaseLanguageClient, type Disposable, WorkDoneProgress } from "vscode-languageclient";

/** `advanced` is called with the per cent done, whenever the server tells it. */
export function followProgress(
  client: BaseLanguageClient,
  token: string | number,
  advanced: (percentage: number) => void,
): Disposable {
  return client.onProgress(WorkDoneProgress.type, token, (value) => {
    if (value.kind !== "end" && value.percentage !== undefined) advanced(value.percentage);
  });
}
