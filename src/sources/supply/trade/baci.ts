import { maybeAmount, parseYear } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { fail } from "../../format/records.ts";
import { harmonisedCode, partnerOf, reporterId } from "./trade-cells.ts";
import type { TradeLayout, TradeRecord } from "./trade-layout.ts";

/** CEPII BACI: `i` exports product `k` to `j`; `v` in thousands of USD, `q` in tonnes. A record becomes an import of `j` from `i`. */
export const baci: TradeLayout = {
  name: "CEPII BACI",
  columns: ["t", "i", "j", "k", "v", "q"],
  document: {
    id: "cepii-baci",
    title: "BACI: International Trade Database at the Product Level",
    publisher: "CEPII",
    url: "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37",
  },
  convert,
};

function convert(row: CsvRow): TradeRecord {
  const { scheme, code } = harmonisedCode(row.text("k")) ?? fail("k is no code");
  if (scheme !== "hs6") fail("k has not six digits");
  const thousands = maybeAmount(row, "v");
  const tonnes = row.text("q") === "NA" ? null : maybeAmount(row, "q");
  return {
    reporter: reporterId("j", row.text("j")),
    ...partnerOf("i", "", row.text("i")),
    flow: "import",
    scheme,
    code,
    period: String(parseYear(row.text("t"), "t")),
    value: thousands === null ? null : thousand(thousands),
    currency: "USD",
    weight_kg: tonnes === null ? null : thousand(tonnes),
    quantity: null,
    quantity_unit: null,
  };
}

/** Times 1000, to three decimals, so that the noise of binary fractions stays out. */
const thousand = (value: number): number => Math.round(value * 1e6) / 1e3;
