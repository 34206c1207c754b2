import { CsvRow } from "../../format/csv-rows.ts";
import { isObject, type JsonRecord, jsonText } from "../../format/json-record.ts";
import type { Cell } from "../../format/mapping-file.ts";
import { tidy } from "./patent-table-cells.ts";

/** The values of a cell in order, empty ones left out. */
export function valuesOf(record: CsvRow | JsonRecord, cell: Cell): readonly string[] {
  if (typeof cell === "object" && "constant" in cell) return [cell.constant];
  const { column, separator, match, values } =
    typeof cell === "string" ? { column: cell, separator: undefined, match: undefined, values: undefined } : cell;
  const found =
    (typeof column === "string" ? [column] : column).map((each) => valuesAt(record, each)).find((each) => each.length > 0) ?? [];
  const parts = separator === undefined ? found : found.flatMap((text) => text.split(separator));
  const matched = match === undefined ? parts : parts.map((text) => firstGroup(match, text));
  return matched.map((text) => (values === undefined ? tidy(text) : (values[tidy(text)] ?? ""))).filter((text) => text !== "");
}

/** Characters of a value that an expression is applied to: no name, number or date is longer, and time may grow with their square. */
const longestMatched = 4096;

const firstGroup = (match: string, text: string): string =>
  text.length > longestMatched ? "" : (new RegExp(match, "u").exec(text.trim())?.[1] ?? "");

/** What stands in a column, empty cells left out; in JSON at a path of names (`biblio.parties.name`), lists on the way walked through. */
export function valuesAt(record: CsvRow | JsonRecord, column: string): readonly string[] {
  const texts = record instanceof CsvRow ? [record.text(column)] : atPath(record.value, column);
  return texts.filter((text) => text !== "");
}

function atPath(value: unknown, path: string): readonly string[] {
  let found: readonly unknown[] = [value];
  for (const name of path.split(".")) found = found.flatMap((each) => (isObject(each) ? spread(each[name]) : []));
  return found.map(jsonText);
}

const spread = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
