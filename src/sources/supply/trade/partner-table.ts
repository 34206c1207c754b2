import { maybeAmount, parseYear } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { fail } from "../../format/records.ts";
import { harmonisedCode, partnerOf, reporterId } from "./trade-cells.ts";
import type { TradeLayout, TradeRecord } from "./trade-layout.ts";

const document = {
  id: "un-comtrade-extract",
  title: "Table of trade by partner and year, taken from UN Comtrade",
  publisher: "United Nations Statistics Division",
  url: "https://comtradeplus.un.org",
};

/** A table by partner with a flow (`year, partner_country, trade_value_usd, reporter, flow, hs_code`). */
export const partnerTableWithFlow: TradeLayout = {
  name: "table by partner with a flow",
  columns: ["year", "partner_country", "trade_value_usd", "reporter", "flow", "hs_code"],
  document,
  convert: (row) => toTrade(row, { partner: "partner_country", value: "trade_value_usd", code: "hs_code", flow: flowOf(row.text("flow")) }),
};

/** A table by partner without a flow (`reporter, partner, value, year, product_code, unit`): such tables are of imports. */
export const partnerTableOfImports: TradeLayout = {
  name: "table by partner without a flow",
  columns: ["reporter", "partner", "value", "year", "product_code", "unit"],
  document,
  notice: "the table names no flow: its rows are taken as imports",
  convert: (row) =>
    row.text("unit") === "USD"
      ? toTrade(row, { partner: "partner", value: "value", code: "product_code", flow: "import" })
      : fail(`unit ${row.text("unit").slice(0, 40)} is not USD`),
};

function toTrade(row: CsvRow, from: { partner: string; value: string; code: string; flow: "import" | "export" | null }): TradeRecord {
  if (!from.flow) return { leftOut: `flow "${row.text("flow").slice(0, 40)}"` };
  const partner = row.text(from.partner);
  return {
    reporter: reporterId("reporter", row.text("reporter")),
    ...partnerOf(from.partner, partner, partner),
    flow: from.flow,
    ...(harmonisedCode(row.text(from.code)) ?? fail(`${from.code} is no code of 4, 6 or 8 digits`)),
    period: String(parseYear(row.text("year"), "year")),
    value: maybeAmount(row, from.value),
    currency: "USD",
    weight_kg: null,
    quantity: null,
    quantity_unit: null,
  };
}

function flowOf(text: string): "import" | "export" | null {
  const flow = text.toLowerCase();
  return flow === "import" || flow === "export" ? flow : null;
}
