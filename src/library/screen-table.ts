import { setImmediate } from "node:timers/promises";
import type { ScreenQuery, ScreenQuestion } from "../answers/screen/screen-questions.ts";
import type { ScreenHit, ScreenReport, ScreenResult } from "../answers/screen/screen-report.ts";
import { asText } from "../answers/shared/csv-line.ts";
import type { Ask } from "../ask/ask.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import type { ErrorCode } from "../base/errors.ts";
import { shareRange } from "../base/format.ts";
import { findEconomy } from "../link/economies.ts";
import { type Identifier, writtenIdentifier } from "../link/identifiers.ts";
import type { CsvRow } from "../sources/format/csv-rows.ts";
import { type GivenTable, partsOf, readTable, withColumns } from "./read-table.ts";

export type TableQuestion = Omit<ScreenQuestion, "queries"> & { readonly kind?: ScreenQuery["kind"] };

/** A part of a table with the answers for its rows. */
export interface ScreenedPart {
  readonly rows: readonly CsvRow[];
  readonly report: ScreenReport;
}

const together = 25;

/** Reads column `name` and optional `kind` (or `schema`), `country`, `id`, `born`, `identifiers`, `lei`, `imo`, `registration`, `tax`, `address`. */
export const readNames = (file: string, effects: Effects = quietEffects): Promise<GivenTable> => readTable(file, ["name"], effects);

/** Screens a table by parts. Throws what `screen` throws, or the reason of `effects.signal`. */
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

/** An invalid country is ignored: place only counts against a match. */
function queryOf(row: CsvRow, usual: ScreenQuery["kind"]): ScreenQuery {
  const kind = row.text("kind") || row.text("schema");
  const [identifiers, addresses] = [identifiersOf(row), partsOf(row, "address")];
  return {
    id: row.text("id") || null,
    name: row.text("name"),
    kind: /^person$|^individual$/i.test(kind) ? "person" : kind === "" ? usual : "organisation",
    economy: findEconomy(row.text("country")),
    born: row.text("born") || row.text("date_of_birth") || null,
    ...(identifiers.length > 0 && { identifiers }),
    ...(addresses.length > 0 && { addresses }),
  };
}

const schemes = ["lei", "imo", "registration", "tax"] as const;

/** Those of the column `identifiers`, and of columns that are called by their scheme. */
const identifiersOf = (row: CsvRow): readonly Identifier[] => [
  ...partsOf(row, "identifiers").map(writtenIdentifier),
  ...schemes.flatMap((scheme) => partsOf(row, scheme).map((value) => ({ scheme, value }))),
];

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
  "evidence",
  "decision",
  "rows",
  "lists",
  "owners",
  "fault",
] as const;

/** Lines that could not be read have this in `fault`. */
const brokenFault: ErrorCode = "LM_LOAD_BAD_ROW";

/**
 * Result rows: one per likely hit in force (`rows`: total, `lists`: all their lists, `owners`: whether listed parties own a half or more), one for a name without hits; appended to the given
 * columns. `broken`: a row for each line that could not be read, with what stands there as its name.
 */
export function screenedRows(table: GivenTable): {
  readonly header: readonly string[];
  rowsOf(part: ScreenedPart): readonly (readonly string[])[];
  readonly broken: readonly (readonly string[])[];
} {
  const { header, cellsOf, cellsOfBroken } = withColumns(table, added);
  return {
    header,
    broken: table.broken.map((line) => [...cellsOfBroken(line, "name"), ...withFault(brokenFault)]),
    rowsOf: ({ rows, report }) =>
      report.results.flatMap((result, at) => found(result).map((cells) => [...cellsOf(rows[at] as CsvRow), ...cells])),
  };
}

function found({ matched, hits, total, lists, owners, fault }: ScreenResult): readonly (readonly string[])[] {
  if (fault !== null) return [withFault(fault.code)];
  const tail = [String(total), lists.join(" "), ownersCell(owners), ""];
  if (hits.length === 0) return [[String(matched), ...added.slice(1, -tail.length).map(() => ""), ...tail]];
  return hits.map((hit) => [String(matched), ...hitCells(hit), ...tail]);
}

const withFault = (code: string): readonly string[] => [...added.slice(0, -1).map(() => ""), code];

/** `yes, 55 to 80% (bis-affiliates)`: whether listed parties own a half or more. */
const ownersCell = (owners: ScreenResult["owners"]): string =>
  owners === undefined || owners.rule === null ? "not known" : `${owners.answer}, ${shareRange(owners.low, owners.high)} (${owners.rule})`;

const hitCells = ({ score, list, entry, name, matchedName, standing, citation, others, decision }: ScreenHit): readonly string[] => [
  score.toFixed(4),
  list,
  entry,
  asText(name),
  asText(matchedName),
  standing.status,
  standing.since ?? "",
  standing.basis ?? "",
  asText(citation ?? ""),
  asText(
    others.map(({ field, asked, listed, says }) => `${says}: ${field} ${asked}${listed === null ? "" : `, listed ${listed}`}`).join("; "),
  ),
  decision?.verdict ?? "",
];
