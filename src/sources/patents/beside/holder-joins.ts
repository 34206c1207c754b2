import { maybeText, needText } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { partsSource, type TableLayout, tableLayout, tableRows } from "../../format/parts-source.ts";
import { fail, type RowRecord, rowRecord } from "../../format/records.ts";

export const holderJoinColumns = ["name", "relation", "other"];

const relations: ReadonlySet<string> = new Set(["together", "apart"]);

/** A user's row on a printed name: `together` with a name or holder, or `apart` from one, or from all. Throws BadRow. */
export function holderJoinRows(row: CsvRow): readonly RowRecord[] {
  const [name, relation, other] = [needText(row, "name"), needText(row, "relation"), maybeText(row, "other")];
  if (!relations.has(relation)) fail(`relation is together or apart, not ${relation.slice(0, 40)}`);
  if (relation === "together" && other === null) fail("together with whom is not said");
  if (name === other) fail("a name is joined to itself");
  return [rowRecord("holder_join", row, { name, relation, other, note: row.text("note") || null })];
}

const layouts: readonly TableLayout[] = [{ columns: holderJoinColumns }];

/** Which names of holders are one and which are not, as a user knows better (docs/data.md). */
export const holderJoins = partsSource<TableLayout>({
  name: "holder-joins",
  notice: "Your own table of names of holders.",
  fitting: /\.(csv|tsv|txt)(\.gz)?$/i,
  what: "table of joins of holders",
  layoutOf: (file) => tableLayout(file, layouts),
  rows: (file, layout, effects) => tableRows(file, layout, holderJoinRows, effects),
});
