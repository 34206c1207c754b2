import { inEuropeanUnion } from "../../../link/economies.ts";
import { maybeAmount } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { fail } from "../../format/records.ts";
import { partnerOf, periodOf, reporterId } from "./trade-cells.ts";
import type { TradeLayout, TradeRecord } from "./trade-layout.ts";

const document = {
  id: "eurostat-comext",
  title: "Comext, international trade in goods",
  publisher: "Eurostat",
  url: "https://ec.europa.eu/eurostat/comext",
};

/** Column names of the two layouts of Comext. */
interface Names {
  readonly reporter: string;
  readonly partner: string;
  readonly value: string;
  readonly weight: string;
  readonly quantity: string;
  readonly unit: string;
}

const older: Names = {
  reporter: "DECLARANT_ISO",
  partner: "PARTNER_ISO",
  value: "VALUE_IN_EUROS",
  weight: "QUANTITY_IN_KG",
  quantity: "SUP_QUANTITY",
  unit: "SUPP_UNIT",
};
const newer: Names = {
  reporter: "REPORTER",
  partner: "PARTNER",
  value: "VALUE_EUR",
  weight: "QUANTITY_KG",
  quantity: "QUANTITY_SUPPL_UNIT",
  unit: "SUPPL_UNIT",
};

const layout = (name: string, names: Names): TradeLayout => ({
  name,
  columns: [names.reporter, names.partner, "PRODUCT_NC", "FLOW", "PERIOD", names.value],
  document,
  convert: (row) => convert(row, names),
});

/** Eurostat Comext by CN8, with `DECLARANT_ISO` and `VALUE_IN_EUROS`. */
export const comextOld = layout("Eurostat Comext, layout with DECLARANT_ISO", older);
/** Eurostat Comext by CN8, with `REPORTER` and `VALUE_EUR` (files `full_v2`). */
export const comextNew = layout("Eurostat Comext, layout with VALUE_EUR", newer);

function convert(row: CsvRow, names: Names): TradeRecord {
  const code = productOf(row.text("PRODUCT_NC"));
  if (!code) return { leftOut: "product level other than CN8, HS6, HS4 and the total" };
  const reporter = reporterId(names.reporter, row.text(names.reporter));
  const period = periodOf(row.text("PERIOD"), "PERIOD");
  const unit = row.text(names.unit);
  const counted = unit !== "" && unit !== "NO_SU";
  return {
    reporter,
    ...originOf(row, names, reporter, Number(period.slice(0, 4))),
    flow: flowOf(row.text("FLOW")),
    ...code,
    period,
    value: maybeAmount(row, names.value),
    currency: "EUR",
    weight_kg: maybeAmount(row, names.weight),
    quantity: counted ? maybeAmount(row, names.quantity) : null,
    quantity_unit: counted ? unit : null,
  };
}

/** Between members the partner of a member is where goods came from last, not their origin. */
function originOf(row: CsvRow, names: Names, reporter: string, year: number): { partner: string; partner_label: string | null } {
  const text = row.text(names.partner);
  const found = partnerOf(names.partner, text, text);
  const inside = row.text("TRADE_TYPE") === "I" || (row.text("TRADE_TYPE") === "" && inEuropeanUnion(found.partner, year));
  return inside && inEuropeanUnion(reporter, year) ? { partner: "unspecified-eu", partner_label: text } : found;
}

function flowOf(text: string): "import" | "export" {
  if (text === "1") return "import";
  return text === "2" ? "export" : fail("FLOW is neither 1 nor 2");
}

/** Confidential parts of a chapter (`85XXXXXX`, `8542SSSS`) keep their code. */
function productOf(text: string): { scheme: "cn8" | "hs6" | "hs4"; code: string } | null {
  if (text === "TOTAL" || /^\d{8}$/.test(text) || /^\d{2}[\dA-Z]{6}$/.test(text)) return { scheme: "cn8", code: text };
  if (/^\d{6}$/.test(text)) return { scheme: "hs6", code: text };
  return /^\d{4}$/.test(text) ? { scheme: "hs4", code: text } : /^\d{2}$/.test(text) ? null : fail("PRODUCT_NC is no code");
}
