// The one guard around every handler: what goes wrong in one answer must not take the server and all open documents with it.
import { type CancellationToken, ResponseError } from "vscode-languageserver";

/** RequestCancelled of the protocol. */
const requestCancelled = -32800;

export interface Log {
  error(message: string): void;
  warn(message: string): void;
}

/** What a cancelled request is answered with. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(requestCancelled, "cancelled");
}

/** A line for the log: the stack where there is one, for a message alone does not say where it happened. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Wraps a request's handler. A throw is logged with the method and answered with `fallback`; a request cancelled before
 * its turn, or while it waited, is answered with RequestCancelled.
 */
export function guardRequest<P, R>(
  log: Log,
  method: string,
  fallback: R,
  handle: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => R | Promise<R> {
  const failed = (error: unknown): R => {
    if (error instanceof ResponseError) throw error;
    log.error(`${method}: ${describe(error)}`);
    return fallback;
  };
  const waited = async (answer: Promise<R>, token: CancellationToken): Promise<R> => {
    try {
      const result = await answer;
      if (!token.isCancellationRequested) return result;
    } catch (error) {
      return failed(error);
    }
    throw cancelled();
  };
  return (params, token) => {
    try {
      // Inside, for where the parameters are missing so is the token.
      if (token.isCancellationRequested) throw cancelled();
      const answer = handle(params, token);
      return answer instanceof Promise ? waited(answer, token) : answer;
    } catch (error) {
      return failed(error);
    }
  };
}

/** Wraps a notification's handler, or any other entry into the server: a throw is logged with its name. */
export function guardNotice<P extends readonly unknown[]>(
  log: Log,
  method: string,
  handle: (...params: P) => void | Promise<void>,
): (...params: P) => void {
  const failed = (error: unknown): void => log.error(`${method}: ${describe(error)}`);
  return (...params) => {
    try {
      const done = handle(...params);
      if (done instanceof Promise) done.catch(failed);
    } catch (error) {
      failed(error);
    }
  };
}
