import { type ErrorCode, LevermapError } from "../base/errors.ts";

export interface LoadFailure {
  readonly path: string;
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Errors that stop the whole load. */
const endsAll = /^LM_(WORKSPACE_\w+|INTERNAL|INTERRUPTED)$/;

/** The failure of one file; rethrows errors that stop the load, and the reason of `signal`. */
export function loadFailure(thrown: unknown, path: string, signal: AbortSignal): LoadFailure {
  signal.throwIfAborted();
  if (!(thrown instanceof LevermapError) || endsAll.test(thrown.code)) throw thrown;
  return { path, code: thrown.code, message: thrown.message, details: thrown.details };
}

/** LM_LOAD_INCOMPLETE with every failed file and the number loaded. */
export function incomplete(loads: readonly object[], failed: readonly LoadFailure[]): LevermapError {
  const total = loads.length + failed.length;
  const each = failed.map(
    ({ path, code, message }) => `\n  ${path}: ${code}: ${message.replace(`${path}: `, "").replaceAll("\n", "\n  ")}`,
  );
  const message = `${loads.length} of ${total} files ${loads.length === 1 ? "is" : "are"} loaded; not loaded:${each.join("")}`;
  return new LevermapError("LM_LOAD_INCOMPLETE", message, { loads, failed });
}
