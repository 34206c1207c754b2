import type { Place, RejectRecord } from "./source.ts";

/** What is wrong with a record: thrown by the readers of cells, caught by `mapRows`; it never leaves this room. */
export class BadRow extends Error {}

/** At most 200 characters of a record, on one line and without control characters. */
export const excerptOf = (text: string): string =>
  text
    .slice(0, 400)
    .replace(/\p{C}+/gu, " ")
    .slice(0, 200);

/** The same reject where the file ends in its record or loses what comes after it. */
export const breakingOff = (record: RejectRecord): RejectRecord => ({ ...record, breaksOff: true });

/** A bad record; `excerpt` is cut to 200 characters. */
export const reject = (place: Place, reason: string, excerpt: string): RejectRecord => ({
  kind: "reject",
  code: "LM_LOAD_BAD_ROW",
  file: place.file,
  line: place.line,
  reason,
  excerpt: excerptOf(excerpt),
});
