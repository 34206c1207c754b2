import { readDataTable } from "../../format/data-table.ts";
import { amount, date, economy, type Field, grade, maybe, number, oneOf, text } from "../../format/table-fields.ts";

/** What a row of the table of offices tells. */
export const officeItems = ["grant", "agent", "pendency", "rate", "year-pending", "year-from-filing", "year-from-grant"] as const;

/** A fee, a cost, an exchange rate or a time of one patent office. */
export interface OfficeFee {
  /** WIPO ST.3. */
  readonly office: string;
  readonly item: (typeof officeItems)[number];
  /** First and last year of a yearly fee; `null` of what is paid once. */
  readonly year_from: number | null;
  readonly year_to: number | null;
  readonly low: number;
  readonly high: number;
  /** A currency, `USD per EUR`, or `years`. */
  readonly unit: string;
  readonly as_of: string | null;
  readonly source: string | null;
  readonly grade: string;
  readonly note: string | null;
}

const fields: Readonly<Record<keyof OfficeFee, Field>> = {
  office: economy,
  item: oneOf(...officeItems),
  year_from: amount,
  year_to: amount,
  low: number,
  high: number,
  unit: text,
  as_of: date,
  source: maybe,
  grade,
  note: maybe,
};

/** What it costs to get and to keep a patent at the offices of `data/plan/offices.csv`. Throws LM_ATLAS_INVALID. */
export async function readOfficeFees(): Promise<readonly OfficeFee[]> {
  // The fields say what each column holds.
  return (await readDataTable("plan/offices.csv", fields)) as unknown as readonly OfficeFee[];
}
