import { findEconomy } from "../../../link/economies.ts";
import { maybeText, needText, parseNumber } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { fail, type RowRecord, rowRecord } from "../../format/records.ts";

export const seriesColumns = ["mineral", "series", "unit"] as const;

/** Rows of one yearly series: one a year with a value. Per cent become fractions, and `>95` the interval up to the whole. */
export function mineralSeries(row: CsvRow, years: readonly YearColumn[], source: string): RowRecord[] {
  const mineral = needText(row, "mineral").replaceAll("_", "-");
  const series = needText(row, "series");
  const written = needText(row, "unit");
  const percent = written === "pct" || written === "%" || written === "percent";
  const common = { mineral, series, economy: ownerOf(series), unit: percent ? "fraction" : written, source, note: maybeText(row, "note") };
  return years.flatMap(({ column, year, estimated }) => {
    const text = row.text(column);
    if (text === "") return [];
    return [rowRecord("mineral", row, { ...common, year, ...interval(text, column, percent), estimated: estimated ? 1 : 0 })];
  });
}

function interval(text: string, column: string, percent: boolean): { low: number; high: number | null } {
  const bound = /^([<>])\s*(.*)$/.exec(text);
  const value = parseNumber(bound?.[2] ?? text, column) / (percent ? 100 : 1);
  if (percent && (value < 0 || value > 1)) fail(`${column} is not between 0 and 100 per cent`);
  if (bound?.[1] === ">") return { low: value, high: percent ? 1 : null };
  return bound ? { low: 0, high: value } : { low: value, high: value };
}

/** The economy that the first word of a series names, as in `US imports`; `null` where it names none. */
function ownerOf(series: string): string | null {
  const [word = ""] = series.split(" ");
  return word === "US" || word.length > 3 ? findEconomy(word) : null;
}

/** A column that holds the values of one year; `estimated` where its name ends in `e`, as in `y2025e`. */
export interface YearColumn {
  readonly column: string;
  readonly year: number;
  readonly estimated: boolean;
}

/** The columns named `prefix` and a year, in the order of the header. */
export const yearColumns = (header: readonly string[], prefix: string): readonly YearColumn[] =>
  header.flatMap((column) => {
    const match = column.startsWith(prefix) ? /^((?:19|20)\d\d)(e?)$/.exec(column.slice(prefix.length)) : null;
    return match ? [{ column, year: Number(match[1]), estimated: match[2] === "e" }] : [];
  });
