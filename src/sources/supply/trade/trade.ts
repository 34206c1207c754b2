import { basename } from "node:path";
import type { Effects } from "../../../base/effects.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { partsSource, tableLayout, tableRows } from "../../format/parts-source.ts";
import { type RowRecord, rowRecord, type SourceRecord } from "../../format/records.ts";
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
export const trade = partsSource<TradeLayout>({
  name: "trade",
  notice:
    "Trade statistics of UN Comtrade (United Nations), BACI (CEPII, Etalab 2.0) or Comext (Eurostat, CC BY 4.0): cite the publisher; bulk data of UN Comtrade may not be passed on.",
  what: "table of trade",
  edition: async (files) => editionOf(files),
  layoutOf: (file) => tableLayout(file, layouts),
  rows,
});

/** The release in the name of a BACI file (`..._V202401b.csv`); other files do not tell. */
function editionOf(files: readonly string[]): string | null {
  const release = files.map((file) => /_V((?:19|20)\d\d)(0[1-9]|1[0-2])[a-z]?\./.exec(basename(file))).find((match) => match);
  return release ? `${release[1]}-${release[2]}` : null;
}

async function* rows(file: string, layout: TradeLayout, effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  const place = { file, line: 1 };
  yield rowRecord("document", place, { ...layout.document, year: null, locator: null, access: "secondary", note: null });
  if (layout.notice) effects.log.warn(`${file}: ${layout.notice}`);
  const leftOut = new Map<string, number>();
  yield* tableRows(file, layout, (row) => convert(row, layout, leftOut), effects);
  for (const [reason, count] of leftOut) effects.log.info(`${file}: ${count} records left out: ${reason}`);
}

function convert(row: CsvRow, layout: TradeLayout, leftOut: Map<string, number>): readonly RowRecord[] {
  const record = layout.convert(row);
  if (!("leftOut" in record)) return [rowRecord("trade", row, { ...record, source: layout.document.id })];
  if (leftOut.has(record.leftOut) || leftOut.size < 20) leftOut.set(record.leftOut, (leftOut.get(record.leftOut) ?? 0) + 1);
  return [];
}
