import { etoTechnologies } from "../../../link/technologies.ts";
import { maybeYear, needText } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { fail, type RowRecord, rowRecord } from "../../format/records.ts";
import type { EtoDocuments, EtoIds } from "./eto-ids.ts";

/** Our kinds by the data set's types. */
const kinds: Readonly<Record<string, string>> = {
  process: "process",
  tool_resource: "tool",
  material_resource: "material",
  design_resource: "design",
  ultimate_output: "product",
};

/** Our stages by the data set's ids. */
export const etoStages: Readonly<Record<string, string>> = { S1: "design", S2: "fabrication", S3: "packaging" };

/** Rows of one record of the inputs: the technology, and its market size where that is given for the whole of it. */
export function etoTechnologyRows(row: CsvRow, ids: EtoIds, documents: EtoDocuments): RowRecord[] {
  const native = needText(row, "input_id");
  const name = needText(row, "input_name");
  const type = needText(row, "type");
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (!kind) fail(`type ${type} is not known`);
  if (ids.known(native)) fail(`input_id ${native} stands twice`);
  const stage = row.text("stage_id");
  if (stage !== "" && !Object.hasOwn(etoStages, stage)) fail(`stage_id ${stage} is not known`);
  const year = maybeYear(row, "year");
  const technology = ids.technology(native, name);
  const rows = [
    rowRecord("technology", row, {
      id: technology,
      native,
      name,
      kind,
      stage: etoStages[stage] ?? null,
    }),
  ];
  const size = parseMarketSize(row.text("market_share_chart_global_market_size_info"));
  if (size && size.of === null) {
    const value = { low: size.usdBn, high: size.usdBn, unit: "USD bn", year: size.year ?? year, known: documents.published };
    rows.push(
      rowRecord("parameter", row, {
        technology,
        parameter: "market-size",
        scope: "world",
        ...value,
        source: documents.dataset,
        grade: "published",
        note: linkNote(native, name),
      }),
    );
  }
  return rows;
}

/** What is to be minded of a link: the note of the link table, and a name that differs from the one the link was made for. */
export function linkNote(native: string, name: string): string | null {
  const link = etoTechnologies().get(native);
  if (link?.relation !== "same") return null;
  const renamed = link.name === name ? [] : [`called "${name}" in this edition`];
  const notes = [...renamed, ...(link.note ? [link.note] : [])];
  return notes.length > 0 ? notes.join("; ") : null;
}

/** A market size as it is written in prose: USD bn a year, the year if it is said, and what it is the size of if it is not the whole. */
export interface MarketSize {
  readonly usdBn: number;
  readonly year: number | null;
  readonly of: string | null;
}

const written = /^\$\s?(\d[\d,]*(?:\.\d+)?) (billion|million|trillion)((?: \([^()]*\))*)$/;
const scale: Readonly<Record<string, number>> = { million: 1e-3, billion: 1, trillion: 1e3 };

/** Reads `$13 billion (2025)`, `$503.4 million` or `$1 billion (sputtering targets) (2019)`; `null` for anything else. */
export function parseMarketSize(text: string): MarketSize | null {
  const match = written.exec(text.trim());
  if (!match) return null;
  const [, digits = "", unit = "", brackets = ""] = match;
  const notes = [...brackets.matchAll(/\(([^()]*)\)/g)].map((each) => (each[1] ?? "").trim());
  const year = notes.find((note) => /^(?:19|20)\d\d$/.test(note));
  const usdBn = Number((Number(digits.replaceAll(",", "")) * (scale[unit] ?? Number.NaN)).toPrecision(12));
  return Number.isFinite(usdBn) ? { usdBn, year: year ? Number(year) : null, of: notes.find((note) => note !== year) ?? null } : null;
}
