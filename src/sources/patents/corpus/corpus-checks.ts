import { dayOf, fullDay } from "../../../base/days.ts";
import type { CorpusTable } from "./corpus-format.ts";

type Row = Readonly<Record<string, unknown>>;

/** Characters that a text may have; a first claim may be long. */
const longestText = 200_000;
const key = /^[A-Z]{2}[A-Z0-9]{1,24}$/;
const word = /^[A-Za-z0-9][A-Za-z0-9 .:_/-]{0,39}$/;

const keys: ReadonlySet<string> = new Set(["document", "citing", "cited"]);
const days: ReadonlySet<string> = new Set(["published", "filed", "priority", "date"]);
const listed: ReadonlySet<string> = new Set([
  "office",
  "kind",
  "type",
  "field",
  "language",
  "role",
  "scheme",
  "phase",
  "category",
  "relation",
]);
const counted: ReadonlySet<string> = new Set(["references", "position", "term_days"]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** What is wrong with a row of a corpus that somebody else made, beyond the kinds of its columns; `null` for nothing. */
export function corpusFault(table: CorpusTable, row: Row): string | null {
  for (const [column, value] of Object.entries(row)) {
    const fault = value === null ? null : typeof value === "string" ? textFault(table, column, value) : numberFault(column, value);
    if (fault !== null) return `${table}.${column} ${fault}`;
  }
  return null;
}

function textFault(table: CorpusTable, column: string, text: string): string | null {
  if (text === "") return "is empty text";
  if (text.length > longestText) return `has more than ${longestText} characters`;
  if (control.test(text)) return "has control characters";
  if (keys.has(column) && !key.test(text)) return "is not the key of a document";
  if (days.has(column) && dayOf(fullDay(text)) === null) return "is not a date";
  if (listed.has(column) && !(table === "patent_event" && column === "kind") && !word.test(text)) return "is not a word of its column";
  return null;
}

function numberFault(column: string, value: unknown): string | null {
  if (column === "granted") return value === 0 || value === 1 ? null : "is neither 0 nor 1";
  return counted.has(column) && typeof value === "number" && value < 0 ? "is negative" : null;
}
