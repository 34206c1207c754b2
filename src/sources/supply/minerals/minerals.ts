import { basename, dirname } from "node:path";
import type { Effects } from "../../../base/effects.ts";
import { findEconomy } from "../../../link/economies.ts";
import { maybeText, needText, parseNumber } from "../../format/cells.ts";
import { type CsvRow, readHeader } from "../../format/csv-rows.ts";
import { partsSource, tableRows } from "../../format/parts-source.ts";
import { fail, type RowRecord, rowRecord, type SourceRecord, type Stream } from "../../format/records.ts";
import { MineralProduction, productionColumns, type YearColumn, yearColumns } from "./mineral-production.ts";

const seriesColumns = ["mineral", "series", "unit"] as const;
const layouts = { series: { columns: seriesColumns, years: "y" }, production: { columns: productionColumns, years: "prod_" } } as const;
type Layout = keyof typeof layouts;

/** Tables of the USGS Mineral Commodity Summaries: yearly series and world production (docs/data.md). */
export const minerals = partsSource<Layout>({
  name: "minerals",
  notice: "Mineral Commodity Summaries, US Geological Survey: public domain; some price series in them are of Argus and Asian Metal.",
  what: "table of mineral series or production",
  edition,
  layoutOf,
  rows,
});

async function layoutOf(file: string): Promise<Layout | null> {
  const header = await readHeader(file);
  const fits = (layout: Layout): boolean =>
    layouts[layout].columns.every((column) => header.includes(column)) && yearColumns(header, layouts[layout].years).length > 0;
  return fits("series") ? "series" : fits("production") ? "production" : null;
}

/** The year in the name of the file or of its folder (`mcs2026`), else the newest year of the table. */
async function edition(files: readonly string[]): Promise<string | null> {
  let newest = 0;
  for (const file of files) {
    const named = /mcs[-_ ]?(20\d\d)/i.exec(`${basename(dirname(file))}/${basename(file)}`)?.[1];
    if (named) return named;
    const header = await readHeader(file);
    newest = Math.max(newest, ...[...yearColumns(header, "y"), ...yearColumns(header, "prod_")].map(({ year }) => year));
  }
  return newest > 0 ? String(newest) : null;
}

async function* rows(file: string, layout: Layout, effects: Effects): Stream<SourceRecord> {
  const years = yearColumns(await readHeader(file), layouts[layout].years);
  const year = await edition([file]);
  const source = year ? `usgs-mcs-${year}` : "usgs-mcs";
  yield rowRecord("document", { file, line: 1 }, documentOf(source, year));
  const production = new MineralProduction(years, source);
  if (layout === "series") yield* tableRows(file, layouts.series, (row) => mineralSeries(row, years, source), effects);
  else yield* tableRows(file, layouts.production, (row) => production.rows(row), effects);
  yield* production.shares();
}

const documentOf = (id: string, year: string | null) => ({
  id,
  title: `Mineral Commodity Summaries${year ? ` ${year}` : ""}`,
  publisher: "US Geological Survey",
  published: year,
  url: "https://www.usgs.gov/centers/national-minerals-information-center/mineral-commodity-summaries",
  class: "primary",
  access: "secondary",
  note: "read from an extract of the tables",
});

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
