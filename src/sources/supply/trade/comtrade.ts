import { maybeAmount } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { harmonisedCode, partnerOf, periodOf, reporterId } from "./trade-cells.ts";
import type { TradeLayout, TradeRecord } from "./trade-layout.ts";

const document = {
  id: "un-comtrade",
  title: "UN Comtrade Database",
  publisher: "United Nations Statistics Division",
  url: "https://comtradeplus.un.org",
};

const flows: Readonly<Record<string, "import" | "export">> = {
  import: "import",
  imports: "import",
  m: "import",
  export: "export",
  exports: "export",
  x: "export",
};

/** The CSV of UN Comtrade until 2022 (`Trade Flow`, `Trade Value (US$)`). */
export const comtradeOld: TradeLayout = {
  name: "UN Comtrade, layout until 2022",
  columns: ["Period", "Trade Flow", "Reporter Code", "Reporter", "Partner Code", "Partner", "Commodity Code", "Trade Value (US$)"],
  document,
  convert: (row) =>
    partial(row, ["2nd Partner Code", "Customs Proc. Code", "Mode of Transport Code"]) ??
    toTrade(row, {
      flow: row.text("Trade Flow"),
      code: row.text("Commodity Code"),
      reporter: [row.text("Reporter Code"), row.text("Reporter ISO"), row.text("Reporter")],
      partner: [row.text("Partner Code"), row.text("Partner ISO"), row.text("Partner")],
      partnerName: row.text("Partner"),
      period: "Period",
      value: maybeAmount(row, "Trade Value (US$)"),
      weight: "Netweight (kg)",
      quantity: "Qty",
      unit: row.text("Qty Unit"),
    }),
};

/** The CSV of Comtrade Plus and its API (`flowCode`, `primaryValue`). */
export const comtradePlus: TradeLayout = {
  name: "UN Comtrade, layout of Comtrade Plus",
  columns: ["period", "reporterCode", "flowCode", "partnerCode", "cmdCode", "primaryValue"],
  document,
  convert: (row) =>
    (row.text("typeCode").toUpperCase() === "S" ? { leftOut: "services" } : null) ??
    partial(row, ["partner2Code", "customsCode", "motCode"]) ??
    toTrade(row, {
      flow: row.text("flowCode"),
      code: row.text("cmdCode"),
      reporter: [row.text("reporterCode"), row.text("reporterISO"), row.text("reporterDesc")],
      partner: [row.text("partnerCode"), row.text("partnerISO"), row.text("partnerDesc")],
      partnerName: row.text("partnerDesc"),
      period: "period",
      value: maybeAmount(row, "primaryValue"),
      weight: "netWgt",
      quantity: "qty",
      unit: row.text("qtyUnitAbbr"),
    }),
};

/** Rows by second partner, customs procedure or mode of transport are parts of the row of the total and would count twice. */
function partial(row: CsvRow, columns: readonly string[]): TradeRecord | null {
  const split = columns.some((column) => !["", "0", "C00"].includes(row.text(column)));
  return split ? { leftOut: "parts of a total (second partner, customs procedure or transport)" } : null;
}

interface ComtradeCells {
  readonly flow: string;
  readonly code: string;
  readonly reporter: readonly string[];
  readonly partner: readonly string[];
  readonly partnerName: string;
  readonly period: string;
  readonly value: number | null;
  readonly weight: string;
  readonly quantity: string;
  readonly unit: string;
}

function toTrade(row: CsvRow, cells: ComtradeCells): TradeRecord {
  const flow = Object.hasOwn(flows, cells.flow.toLowerCase()) ? flows[cells.flow.toLowerCase()] : undefined;
  if (!flow) return { leftOut: `flow "${cells.flow.slice(0, 40)}"` };
  const code = harmonisedCode(cells.code);
  if (!code) return { leftOut: "product level other than HS4, HS6, HS8" };
  const counted = !/^(no quantity|n\/a|)$/i.test(cells.unit);
  return {
    reporter: reporterId("reporter", ...cells.reporter),
    ...partnerOf("partner", cells.partnerName, ...cells.partner),
    flow,
    ...code,
    period: periodOf(row.text(cells.period), cells.period),
    value: cells.value,
    currency: "USD",
    weight_kg: maybeAmount(row, cells.weight),
    quantity: counted ? maybeAmount(row, cells.quantity) : null,
    quantity_unit: counted ? cells.unit : null,
  };
}
