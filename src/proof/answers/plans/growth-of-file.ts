import { groupBy } from "../../../base/collections.ts";
import { type Effects, quietEffects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { csvRows } from "../../../sources/format/csv-rows.ts";
import { JsonRecord, jsonText } from "../../../sources/format/json-record.ts";
import { jsonRows } from "../../../sources/format/json-rows.ts";
import type { GrowthSeries } from "../../measure/plans/growth-score.ts";
import { answerPlanGrowth } from "./plan-growth.ts";
import type { PlanGrowth } from "./plan-growth-report.ts";

export interface GrowthTable {
  /** A CSV file with a header, or a `.json` file of objects. */
  readonly file: string;
  /** Last year known to the forecasts. */
  readonly cutOff: number;
  /** Years to forecast; default 5. */
  readonly after?: number | undefined;
  /** Columns of series, year and count; default `series`, `year` and `count`. */
  readonly columns?: Partial<GrowthColumns> | undefined;
}

const usualColumns = { series: "series", year: "year", count: "count" };
type GrowthColumns = Readonly<typeof usualColumns>;

/**
 * Scores forecasts of growth after a year against counts by year from a file; needs no workspace. Rows of one series and year are added up.
 * Throws LM_USAGE for an invalid row, LM_LOAD_UNRECOGNISED for a missing column, LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE.
 *
 * @example
 * const { finding } = await planGrowth({ file: "holders.csv", cutOff: 2014, columns: { series: "player", year: "filing_year" } });
 */
export async function planGrowth({ file, cutOff, after, columns }: GrowthTable, effects: Effects = quietEffects): Promise<PlanGrowth> {
  const named = { ...usualColumns, ...columns };
  return answerPlanGrowth({ file, series: await readSeries(file, named, effects), cutOff, after });
}

async function readSeries(file: string, columns: GrowthColumns, effects: Effects): Promise<readonly GrowthSeries[]> {
  const needed = [columns.series, columns.year, columns.count];
  const rows: { name: string; year: number; families: number }[] = [];
  for await (const row of /\.json$/i.test(file) ? jsonRows(file, null, effects) : csvRows(file, needed, effects)) {
    if ("kind" in row) throw badRow(row.file, row.line, row.reason);
    const cell = (column: string): string => (row instanceof JsonRecord ? jsonText(row.value[column]) : row.text(column));
    const [name, year, count] = needed.map(cell) as [string, string, string];
    if (name === "") throw badRow(row.file, row.line, `"${columns.series}" is empty`);
    if (!/^\d{4}$/.test(year)) throw badRow(row.file, row.line, `"${columns.year}" is not a year: "${year}"`);
    if (!/^\d+(\.\d+)?$/.test(count)) throw badRow(row.file, row.line, `"${columns.count}" is not a count: "${count}"`);
    rows.push({ name, year: Number(year), families: Number(count) });
  }
  return [...groupBy(rows, ({ name }) => name)].map(([name, own]) => ({
    name,
    counts: [...groupBy(own, ({ year }) => year)]
      .map(([year, same]) => ({ year, families: same.reduce((sum, { families }) => sum + families, 0) }))
      .sort((a, b) => a.year - b.year),
  }));
}

const badRow = (file: string, line: number, reason: string): LevermapError =>
  new LevermapError("LM_USAGE", `${file}, line ${line}: ${reason}.`, { file, line });
