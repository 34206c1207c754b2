import { basename } from "node:path";
import type { Effects } from "../../../base/effects.ts";
import type { Row } from "../../../base/tables.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { partsSource, tableLayout, tableRows } from "../../format/parts-source.ts";
import { type RowRecord, rowRecord, type SourceRecord } from "../../format/records.ts";
import { amountIn, partnerOf, periodIn, reporterOf, type TradeLayout } from "./trade-cells.ts";
import { tradeLayouts } from "./trade-layouts.ts";

/** Trade by reporter, partner and product; the layout of a file is told by its header (docs/data.md). */
export const trade = partsSource<TradeLayout>({
  name: "trade",
  notice:
    "Trade statistics of UN Comtrade (United Nations), BACI (CEPII, Etalab 2.0) or Comext (Eurostat, CC BY 4.0): cite the publisher; bulk data of UN Comtrade may not be passed on.",
  what: "table of trade",
  edition: async (files) => editionOf(files),
  layoutOf: (file) => tableLayout(file, tradeLayouts),
  rows,
});

/** The release in the name of a BACI file (`..._V202401b.csv`); other files do not tell. */
function editionOf(files: readonly string[]): string | null {
  const release = files.map((file) => /_V((?:19|20)\d\d)(0[1-9]|1[0-2])[a-z]?\./.exec(basename(file))).find((match) => match);
  return release ? `${release[1]}-${release[2]}` : null;
}

async function* rows(file: string, layout: TradeLayout, effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  const place = { file, line: 1 };
  yield rowRecord("document", place, {
    ...layout.document,
    published: null,
    locator: null,
    class: "primary",
    access: "secondary",
    note: null,
  });
  if (layout.notice) effects.log.warn(`${file}: ${layout.notice}`);
  const leftOut = new Map<string, number>();
  yield* tableRows(file, layout, (row) => convert(row, layout, leftOut), effects);
  for (const [reason, count] of leftOut) effects.log.info(`${file}: ${count} records left out: ${reason}`);
}

/** The row of a record; none where it is left out, which is counted by its reason. */
function convert(row: CsvRow, layout: TradeLayout, counts: Map<string, number>): readonly RowRecord[] {
  const record = recordOf(row, layout);
  if (!("leftOut" in record)) return [rowRecord("trade", row, { ...record, source: layout.document.id })];
  if (counts.has(record.leftOut) || counts.size < 20) counts.set(record.leftOut, (counts.get(record.leftOut) ?? 0) + 1);
  return [];
}

function recordOf(row: CsvRow, layout: TradeLayout): Omit<Row<"trade">, "source"> | { readonly leftOut: string } {
  const leftOut = layout.leftOut?.(row) ?? null;
  if (leftOut !== null) return { leftOut };
  const [flow, product] = [layout.flow(row), layout.product(row)];
  if (typeof flow !== "string") return flow;
  if ("leftOut" in product) return product;
  const reporter = reporterOf(row, layout.reporter);
  const period = periodIn(row, layout.period);
  const unit = layout.unit === undefined ? "" : row.text(layout.unit);
  const counted = !/^(no quantity|n\/a|no_su|)$/i.test(unit);
  return {
    reporter,
    ...partnerOf(row, layout, reporter, Number(period.slice(0, 4))),
    flow,
    ...product,
    period,
    value: amountIn(row, layout.value, layout),
    currency: layout.currency,
    weight_kg: amountIn(row, layout.weight, layout),
    quantity: counted ? amountIn(row, layout.quantity, layout) : null,
    quantity_unit: counted ? unit : null,
  };
}
