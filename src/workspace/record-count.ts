import { type ErrorCode, LevermapError } from "../base/errors.ts";
import type { RejectRecord, SourceRecord } from "../sources/format/records.ts";

/** Rejects carried by an error, and those in its text. */
const shown = 10;
const named = 3;

/** Counts records. A record is a place in a file: it may give several rows, and is bad if anything is rejected. */
export class RecordCount {
  rows = 0;
  rejects = 0;
  #records = 0;
  #bad = 0;
  #file = "";
  #line = -1;
  #lastIsBad = false;
  readonly #first: RejectRecord[] = [];

  /** Counts of a bulk read: `bad` records with one reject each, and the `first` of these. */
  static of(records: number, bad: number, rows: number, first: readonly RejectRecord[]): RecordCount {
    const count = new RecordCount();
    [count.rows, count.rejects, count.#records, count.#bad] = [rows, bad, records, bad];
    count.#first.push(...first.slice(0, shown));
    return count;
  }

  add(record: SourceRecord): void {
    if (record.file !== this.#file || record.line !== this.#line) {
      this.#records += 1;
      this.#file = record.file;
      this.#line = record.line;
      this.#lastIsBad = false;
    }
    if (record.kind === "row") {
      this.rows += 1;
      return;
    }
    this.rejects += 1;
    if (!this.#lastIsBad) this.#bad += 1;
    this.#lastIsBad = true;
    if (this.#first.length < shown) this.#first.push(record);
  }

  #named(): string {
    return this.#first
      .slice(0, named)
      .map(({ file, line, reason }) => `\n  ${file}:${line}: ${reason}`)
      .join("");
  }

  /** Throws LM_LOAD_TOO_MANY_REJECTS if more than this share of the records is bad. */
  check(maxRejects: number, path: string): void {
    if (this.#bad <= maxRejects * this.#records) return;
    const percent = (100 * this.#bad) / this.#records;
    const counted = `${this.#bad} of ${this.#records} records of ${path} are bad (${percent.toFixed(1)}%); at most ${100 * maxRejects}% are allowed.`;
    const sound = this.#bad < this.#records ? ` To keep the valid ones, pass --max-rejects ${Math.ceil(percent)}%.` : "";
    const message = `${counted}${sound} The first bad ones:${this.#named()}`;
    throw new LevermapError("LM_LOAD_TOO_MANY_REJECTS", message, {
      path,
      records: this.#records,
      bad: this.#bad,
      maxRejects,
      first: this.#first.map(({ file, line, code, reason, excerpt }) => ({ file, line, code, reason, excerpt })),
    });
  }
}

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
  const each = failed.map(({ path, code, message }) => {
    const reason = message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
    return `\n  ${path}: ${code}: ${reason.replaceAll("\n", "\n  ")}`;
  });
  const message = `${loads.length} of ${total} files ${loads.length === 1 ? "is" : "are"} loaded; not loaded:${each.join("")}`;
  return new LevermapError("LM_LOAD_INCOMPLETE", message, { loads, failed });
}
