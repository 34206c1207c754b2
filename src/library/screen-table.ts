import { setImmediate } from "node:timers/promises";
import type { Ask } from "../answers/ask/ask.ts";
import type { ScreenQuery, ScreenQuestion } from "../answers/screen/screen.ts";
import type { ScreenHit, ScreenReport, ScreenResult } from "../answers/screen/screen-report.ts";
import { asText } from "../answers/shared/csv-line.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { findEconomy } from "../link/economies.ts";
import type { CsvRow } from "../sources/format/csv-rows.ts";
import { type GivenTable, readTable, withColumns } from "./read-table.ts";

/** How names of a table are screened: as one, but for the names. */
export type TableQuestion = Omit<ScreenQuestion, "queries"> & { readonly kind?: ScreenQuery["kind"] };

/** A part of a table with the answer for its rows, in their order. */
export interface ScreenedPart {
  readonly rows: readonly CsvRow[];
  readonly report: ScreenReport;
}

const together = 25;

/** Reads a table of names: column `name`, and `kind` (or `schema`), `country` and `id` where they are there. */
export const readNames = (file: string, effects: Effects = quietEffects): Promise<GivenTable> => readTable(file, ["name"], effects);

/** Screens a table of names part by part. Throws what `screen` throws, or the reason of `effects.signal`. */
export async function* screenTable(
  ask: Pick<Ask, "screen">,
  { rows }: GivenTable,
  { kind: usual, ...question }: TableQuestion,
  effects: Effects = quietEffects,
): AsyncGenerator<ScreenedPart, void, undefined> {
  for (let from = 0; from < rows.length; from += together) {
    effects.signal.throwIfAborted();
    effects.progress.report(from, rows.length, "names");
    const part = rows.slice(from, from + together);
    yield { rows: part, report: await ask.screen({ ...question, queries: part.map((row) => queryOf(row, usual)) }) };
    await setImmediate();
  }
  effects.progress.report(rows.length, rows.length, "names");
}

/** A country that cannot be read costs a row the place, not its screening: the place only ever speaks against a match. */
function queryOf(row: CsvRow, usual: ScreenQuery["kind"]): ScreenQuery {
  const kind = row.text("kind") || row.text("schema");
  return {
    id: row.text("id") || null,
    name: row.text("name"),
    kind: /^person$|^individual$/i.test(kind) ? "person" : kind === "" ? usual : "organisation",
    economy: findEconomy(row.text("country")),
  };
}

const added = [
  "matched",
  "score",
  "list",
  "entry",
  "listed_name",
  "matched_name",
  "status",
  "since",
  "basis",
  "citation",
  "decision",
  "rows",
  "lists",
  "fault",
] as const;

/**
 * The rows of a screened table: one for each of the likeliest hits in force (`rows` counts all of them, `lists` names all their lists), one
 * for a name without; what was found stands behind the columns given, which are left as they are.
 */
export function screenedRows(table: GivenTable): {
  readonly header: readonly string[];
  rowsOf(part: ScreenedPart): readonly (readonly string[])[];
} {
  const { header, cellsOf } = withColumns(table, added);
  return {
    header,
    rowsOf: ({ rows, report }) =>
      report.results.flatMap((result, at) => found(result).map((cells) => [...cellsOf(rows[at] as CsvRow), ...cells])),
  };
}

function found({ matched, hits, total, lists, fault }: ScreenResult): readonly (readonly string[])[] {
  if (fault !== null) return [[...added.slice(0, -1).map(() => ""), fault.code]];
  const tail = [String(total), lists.join(" "), ""];
  if (hits.length === 0) return [[String(matched), ...added.slice(1, -tail.length).map(() => ""), ...tail]];
  return hits.map((hit) => [String(matched), ...hitCells(hit), ...tail]);
}

const hitCells = ({ score, list, entry, name, matchedName, standing, citation, decision }: ScreenHit): readonly string[] => [
  score.toFixed(4),
  list,
  entry,
  asText(name),
  asText(matchedName),
  standing.status,
  standing.since ?? "",
  standing.basis ?? "",
  asText(citation ?? ""),
  decision?.verdict ?? "",
];
