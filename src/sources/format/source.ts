import type { Effects } from "../../base/effects.ts";
import type { ColumnPlan } from "./column-plan.ts";
import type { RowRecord, SourceRecord } from "./records.ts";

/** One outside format: bytes in, typed rows and rejects out, streaming, no database. */
export interface Source {
  /** The name used by `levermap load`. */
  readonly name: string;
  /** `whole`: all paths are one edition, which a newer one replaces. `parts`: each file is a load of its own and adds to the others. */
  readonly scope: "whole" | "parts";
  /** Whether a file that breaks off is refused as a whole: a truncated list would clear parties that the missing part names. */
  readonly needsWholeFiles?: true;
  /** Licence and notice shown when the data is loaded or fetched. */
  readonly notice: string;
  /** Files among `paths` (files or folders) that belong to this source, in a fixed order. Throws LM_LOAD_UNRECOGNISED if none. */
  files(paths: readonly string[]): Promise<readonly string[]>;
  /** The edition of these files (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), from their content or name; `null` if they do not tell. */
  edition(files: readonly string[]): Promise<string | null>;
  /** `edition`: the one that a user names, where the files do not tell; `null` without. */
  read(files: readonly string[], effects: Effects, edition?: string | null): AsyncIterable<SourceRecord>;
  /** What, beside its content, decides the rows of a file that `files` gave; the same content under other settings is another load. */
  settings?(file: string): string;
  /** How a large file is loaded as a whole, as plain data; `read` must give the same rows and rejects. `null` if only `read` can. */
  columns?(file: string): Promise<ColumnPlan | null>;
  /** Rows that a file gives beside those of its records, of its header for example. */
  stated?(file: string): Promise<readonly RowRecord[]>;
  /** The plain file that `columns` tells of, where the records of a file are read from another. */
  reads?(file: string): string;
}
