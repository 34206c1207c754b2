import type { ColumnPlan, Expression } from "../../format/column-plan.ts";
import { partsSource } from "../../format/parts-source.ts";
import { firstEntryText, planRows } from "../../format/plan-rows.ts";
import { maintenanceKinds } from "./maintenance-codes.ts";

/** The maintenance fee events of US patents, the cumulative text file of the USPTO, as it is or zipped (docs/data.md). */
export const maintenance = partsSource<ColumnPlan>({
  name: "maintenance",
  notice: "Patent Maintenance Fee Events, United States Patent and Trademark Office, public domain.",
  fitting: /\.(txt|zip)(\.gz)?$/i,
  what: "file of maintenance fee events",
  layoutOf: planOf,
  rows: planRows,
  columns: planOf,
});

/**
 * Patent, application, status of the payer, days of filing, grant and event, code. The published columns have been widened over the
 * years and stand apart by blanks; the status may be missing.
 */
const pattern =
  " *0*((?:[A-Z]{1,2})?[0-9]{4,13}) +([0-9]{6,10}) +([A-Z?])? *((?:19|20)[0-9]{6}) +((?:19|20)[0-9]{6}) +((?:19|20)[0-9]{6}) +([A-Z0-9.]{2,6}) *";

const code: Expression = { kind: "text", columns: ["code"] };
const document: Expression = { kind: "document", column: "patent" };

const maintenancePlan: ColumnPlan = {
  format: { kind: "lines", pattern },
  columns: ["patent", "application", "status", "filed", "granted", "day", "code"],
  outputs: [
    {
      table: "patent_event",
      values: {
        document,
        kind: { kind: "mapped", column: "code", values: maintenanceKinds, otherwise: "other" },
        code,
        date: { kind: "date", column: "day" },
      },
      where: code,
    },
  ],
};

const firstCharacters = 4096;

async function planOf(file: string): Promise<ColumnPlan | null> {
  const [first] = (await firstEntryText(file, firstCharacters))?.split(/\r?\n/).filter((line) => line.trim() !== "") ?? [];
  return first !== undefined && new RegExp(`^(?:${pattern})$`).test(first) ? maintenancePlan : null;
}
