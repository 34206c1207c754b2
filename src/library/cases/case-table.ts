import { type Effects, quietEffects } from "../../base/effects.ts";
import { readWholeTable } from "../read-table.ts";

/** A row of a table of decisions. */
export interface CaseTableRow {
  readonly customer: string;
  readonly entry: string;
  readonly verdict: string;
  readonly note: string | null;
}

/** Reads a CSV table of cases: columns customer, entry, those of `required`, and note where it is there. Throws what `readWholeTable` throws. */
export async function readCaseTable(
  file: string,
  required: readonly string[],
  effects: Effects = quietEffects,
): Promise<readonly CaseTableRow[]> {
  const { rows } = await readWholeTable(file, ["customer", "entry", ...required], effects);
  return rows.map((row) => ({
    customer: row.text("customer"),
    entry: row.text("entry"),
    verdict: row.text("verdict"),
    note: row.text("note") || null,
  }));
}
