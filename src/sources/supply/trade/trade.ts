import { basename } from "node:path";
import type { Effects } from "../../../base/effects.ts";
import type { Row } from "../../../base/tables.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { partsSource, tableLayout, tableRows } from "../../format/parts-source.ts";
import { fail, type RowRecord, rowRecord, type SourceRecord, type Stream } from "../../format/records.ts";
import {
  amountIn,
  combinedProduct,
  type Flow,
  flowIn,
  harmonised,
  partnerOf,
  periodIn,
  reporterOf,
  type TradeLayout,
} from "./trade-cells.ts";

const comtrade = {
  document: {
    id: "un-comtrade",
    title: "UN Comtrade Database",
    publisher: "United Nations Statistics Division",
    url: "https://comtradeplus.un.org",
  },
  currency: "USD",
} as const;
const flows: Readonly<Record<string, Flow>> = {
  ...{ import: "import", imports: "import", m: "import" },
  ...{ export: "export", exports: "export", x: "export" },
};

/** Rows by second partner, customs procedure or mode of transport are parts of the row of the total and would count twice. */
const partOf =
  (...columns: readonly string[]) =>
  (row: CsvRow): string | null =>
    columns.every((column) => ["", "0", "C00"].includes(row.text(column)))
      ? null
      : "parts of a total (second partner, customs procedure or transport)";
const partOfPlus = partOf("partner2Code", "customsCode", "motCode");

/** Until 2022. */
const comtradeOld: TradeLayout = {
  ...comtrade,
  columns: ["Period", "Trade Flow", "Reporter Code", "Reporter", "Partner Code", "Partner", "Commodity Code", "Trade Value (US$)"],
  leftOut: partOf("2nd Partner Code", "Customs Proc. Code", "Mode of Transport Code"),
  reporter: ["Reporter Code", "Reporter ISO", "Reporter"],
  partner: ["Partner Code", "Partner ISO", "Partner"],
  flow: flowIn("Trade Flow", flows),
  product: harmonised("Commodity Code"),
  period: "Period",
  value: "Trade Value (US$)",
  weight: "Netweight (kg)",
  quantity: "Qty",
  unit: "Qty Unit",
};

/** Comtrade Plus and its API. */
const comtradePlus: TradeLayout = {
  ...comtrade,
  columns: ["period", "reporterCode", "flowCode", "partnerCode", "cmdCode", "primaryValue"],
  leftOut: (row) => (row.text("typeCode").toUpperCase() === "S" ? "services" : partOfPlus(row)),
  reporter: ["reporterCode", "reporterISO", "reporterDesc"],
  partner: ["partnerCode", "partnerISO", "partnerDesc"],
  flow: flowIn("flowCode", flows),
  product: harmonised("cmdCode"),
  period: "period",
  value: "primaryValue",
  weight: "netWgt",
  quantity: "qty",
  unit: "qtyUnitAbbr",
};

/** `i` exports product `k` to `j`; `v` in thousands of USD, `q` in tonnes. A record becomes an import of `j` from `i`. */
const baci: TradeLayout = {
  document: {
    id: "cepii-baci",
    title: "BACI: International Trade Database at the Product Level",
    publisher: "CEPII",
    url: "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37",
  },
  columns: ["t", "i", "j", "k", "v", "q"],
  reporter: ["j"],
  partner: ["i"],
  flow: () => "import",
  product: harmonised("k", ["hs6"]),
  period: "t",
  currency: "USD",
  value: "v",
  weight: "q",
  thousands: true,
};

const comext = {
  document: {
    id: "eurostat-comext",
    title: "Comext, international trade in goods",
    publisher: "Eurostat",
    url: "https://ec.europa.eu/eurostat/comext",
  },
  currency: "EUR",
  flow: flowIn("FLOW", { "1": "import", "2": "export" }, "FLOW is neither 1 nor 2"),
  product: combinedProduct("PRODUCT_NC"),
  period: "PERIOD",
  lastPlace: true,
} as const;

/** Comext by CN8, with `DECLARANT_ISO` and `VALUE_IN_EUROS`. */
const comextOld: TradeLayout = {
  ...comext,
  columns: ["DECLARANT_ISO", "PARTNER_ISO", "PRODUCT_NC", "FLOW", "PERIOD", "VALUE_IN_EUROS"],
  reporter: ["DECLARANT_ISO"],
  partner: ["PARTNER_ISO"],
  value: "VALUE_IN_EUROS",
  weight: "QUANTITY_IN_KG",
  quantity: "SUP_QUANTITY",
  unit: "SUPP_UNIT",
};

/** Comext by CN8, with `REPORTER` and `VALUE_EUR` (files `full_v2`). */
const comextNew: TradeLayout = {
  ...comext,
  columns: ["REPORTER", "PARTNER", "PRODUCT_NC", "FLOW", "PERIOD", "VALUE_EUR"],
  reporter: ["REPORTER"],
  partner: ["PARTNER"],
  value: "VALUE_EUR",
  weight: "QUANTITY_KG",
  quantity: "QUANTITY_SUPPL_UNIT",
  unit: "SUPPL_UNIT",
};

const extract = {
  document: {
    ...comtrade.document,
    id: "un-comtrade-extract",
    title: "Table of trade by partner and year, taken from UN Comtrade",
  },
  currency: "USD",
  reporter: ["reporter"],
  period: "year",
} as const;
const levels = ["hs4", "hs6", "hs8"] as const;

const partnerTableWithFlow: TradeLayout = {
  ...extract,
  columns: ["year", "partner_country", "trade_value_usd", "reporter", "flow", "hs_code"],
  partner: ["partner_country"],
  flow: flowIn("flow", { import: "import", export: "export" }),
  product: harmonised("hs_code", levels),
  value: "trade_value_usd",
};

/** Tables by partner without a flow are of imports. */
const partnerTableOfImports: TradeLayout = {
  ...extract,
  columns: ["reporter", "partner", "value", "year", "product_code", "unit"],
  notice: "the table names no flow: its rows are taken as imports",
  leftOut: (row) => (row.text("unit") === "USD" ? null : fail(`unit ${row.text("unit").slice(0, 40)} is not USD`)),
  partner: ["partner"],
  flow: () => "import",
  product: harmonised("product_code", levels),
  value: "value",
};

/** In the order in which they are tried. */
export const tradeLayouts: readonly TradeLayout[] = [
  ...[comtradeOld, comtradePlus, baci],
  ...[comextOld, comextNew, partnerTableWithFlow, partnerTableOfImports],
];

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

async function* rows(file: string, layout: TradeLayout, effects: Effects): Stream<SourceRecord> {
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
