import { basename, dirname } from "node:path";
import type { Effects } from "../../../base/effects.ts";
import { csvRows, readHeader } from "../../format/csv-rows.ts";
import { listFiles } from "../../format/list-files.ts";
import { recognised } from "../../format/recognised.ts";
import { mapRecords, rowRecord, type SourceRecord } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { yearColumns } from "../../format/year-columns.ts";
import { MineralProduction, productionColumns } from "./mineral-production.ts";
import { mineralSeries, seriesColumns } from "./mineral-series.ts";

/** Tables of the USGS Mineral Commodity Summaries: yearly series and world production (docs/data.md). */
export const minerals: Source = {
  name: "minerals",
  scope: "parts",
  notice: "Mineral Commodity Summaries, US Geological Survey: public domain; some price series in them are of Argus and Asian Metal.",
  files: async (paths) =>
    recognised(
      await listFiles(paths),
      paths,
      async (file) => layoutOf(await readHeader(file)) !== null,
      "table of mineral series or production",
    ),
  edition,
  read,
};

type Layout = "series" | "production";

function layoutOf(header: readonly string[]): Layout | null {
  const has = (columns: readonly string[]): boolean => columns.every((column) => header.includes(column));
  if (has(seriesColumns) && yearColumns(header, "y").length > 0) return "series";
  return has(productionColumns) && yearColumns(header, "prod_").length > 0 ? "production" : null;
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

async function* read(files: readonly string[], effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    const header = await readHeader(file);
    const year = await edition([file]);
    const source = year ? `usgs-mcs-${year}` : "usgs-mcs";
    yield rowRecord("document", { file, line: 1 }, documentOf(source, year));
    if (layoutOf(header) === "series") {
      const years = yearColumns(header, "y");
      yield* mapRecords(csvRows(file, seriesColumns, effects), (row) => mineralSeries(row, years, source));
    } else {
      const production = new MineralProduction(yearColumns(header, "prod_"), source);
      yield* mapRecords(csvRows(file, productionColumns, effects), (row) => production.rows(row));
      yield* production.shares();
    }
  }
}

const documentOf = (id: string, year: string | null) => ({
  id,
  title: `Mineral Commodity Summaries${year ? ` ${year}` : ""}`,
  publisher: "US Geological Survey",
  year: year ? Number(year) : null,
  url: "https://www.usgs.gov/centers/national-minerals-information-center/mineral-commodity-summaries",
  locator: null,
  access: "secondary",
  note: "read from an extract of the tables",
});
