import { basename } from "node:path";
import type { Effects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { type CsvRow, csvRows, readHeader } from "../../format/csv-rows.ts";
import { listFiles } from "../../format/list-files.ts";
import { recognised } from "../../format/recognised.ts";
import { mapRecords, type RowRecord, rowRecord, type SourceRecord } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { baci } from "./baci.ts";
import { comextNew, comextOld } from "./comext.ts";
import { comtradeOld, comtradePlus } from "./comtrade.ts";
import { partnerTableOfImports, partnerTableWithFlow } from "./partner-table.ts";
import type { TradeLayout } from "./trade-layout.ts";

const layouts: readonly TradeLayout[] = [
  comtradeOld,
  comtradePlus,
  baci,
  comextOld,
  comextNew,
  partnerTableWithFlow,
  partnerTableOfImports,
];

/** Trade by reporter, partner and product; the layout of a file is told by its header (docs/data.md). */
export const trade: Source = {
  name: "trade",
  scope: "parts",
  notice:
    "Trade statistics of UN Comtrade (United Nations), BACI (CEPII, Etalab 2.0) or Comext (Eurostat, CC BY 4.0): cite the publisher; bulk data of UN Comtrade may not be passed on.",
  files: async (paths) => recognised(await listFiles(paths), paths, async (file) => (await layoutOf(file)) !== null, "table of trade"),
  edition: async (files) => editionOf(files),
  read,
};

/** The layout whose columns the header has; `null` if it is none. */
async function layoutOf(file: string): Promise<TradeLayout | null> {
  const header = new Set(await readHeader(file));
  return layouts.find((layout) => layout.columns.every((column) => header.has(column))) ?? null;
}

/** The release in the name of a BACI file (`..._V202401b.csv`); other files do not tell. */
function editionOf(files: readonly string[]): string | null {
  const release = files.map((file) => /_V((?:19|20)\d\d)(0[1-9]|1[0-2])[a-z]?\./.exec(basename(file))).find((match) => match);
  return release ? `${release[1]}-${release[2]}` : null;
}

async function* read(files: readonly string[], effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    const layout = await layoutOf(file);
    if (!layout) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is no table of trade in a known layout`, { file });
    const { id, title, publisher, url } = layout.document;
    yield rowRecord(
      "document",
      { file, line: 1 },
      { id, title, publisher, url, year: null, locator: null, access: "secondary", note: null },
    );
    if (layout.notice) effects.log.warn(`${file}: ${layout.notice}`);
    const leftOut = new Map<string, number>();
    yield* mapRecords(csvRows(file, layout.columns, effects), (row) => convert(row, layout, leftOut));
    for (const [reason, count] of leftOut) effects.log.info(`${file}: ${count} records left out: ${reason}`);
  }
}

function convert(row: CsvRow, layout: TradeLayout, leftOut: Map<string, number>): readonly RowRecord[] {
  const record = layout.convert(row);
  if (!("leftOut" in record)) return [rowRecord("trade", row, { ...record, source: layout.document.id })];
  if (leftOut.has(record.leftOut) || leftOut.size < 20) leftOut.set(record.leftOut, (leftOut.get(record.leftOut) ?? 0) + 1);
  return [];
}
