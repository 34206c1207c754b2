import { documentKey } from "../../../link/document-number.ts";
import { maybeText } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { fail, type RowRecord, rowRecord } from "../../format/records.ts";
import { parseDate, tidy } from "../tables/patent-table-cells.ts";

export const assignmentColumns = ["reel", "frame", "conveyance", "execution_date", "assignors", "assignees", "patent"];

/** Conveyances that hand a patent to another holder; names that change, securities and corrections do not. */
const transfers = /^(nunc pro tunc )?assignment\b|^merger\b|\btransfer\b|\bbill of sale\b/i;
const licences = /\blicen[cs]e\b/i;

/** A record of the USPTO's register of assignments as an event of its patent; none where only the application is known. Throws BadRow. */
export function assignmentRows(row: CsvRow): readonly RowRecord[] {
  const number = row.text("patent");
  if (number === "") return [];
  const document = documentKey("US", number) ?? fail(`patent ${number.slice(0, 40)} is no number of a US patent`);
  const conveyance = tidy(row.text("conveyance"));
  const kind = transfers.test(conveyance) ? "transferred" : licences.test(conveyance) ? "licensed" : "other";
  const parties = `${tidy(row.text("assignors"))} to ${tidy(row.text("assignees"))}`;
  const record = `reel ${row.text("reel")}/${row.text("frame")}`;
  return [
    rowRecord("patent_event", row, {
      document,
      kind,
      code: maybeText(row, "conveyance_code"),
      date: parseDate(row.text("execution_date"), "execution_date"),
      note: `${conveyance}: ${parties}; ${record}`,
    }),
  ];
}
