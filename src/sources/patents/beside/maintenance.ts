import type { ColumnPlan, Expression } from "../../format/column-plan.ts";
import { partsSource } from "../../format/parts-source.ts";
import { firstEntryText, planRows } from "../../format/plan-rows.ts";

/**
 * What the event codes of maintenance fees mean for a patent being in force, from the USPTO's list of event codes: payments for the
 * 4th, 8th and 12th year by large (`M155x`, `M18x`, `M17x`), small (`M255x`, `M28x`, `M27x`) and micro (`M355x`) entities. Surcharges,
 * reminders, refunds, petitions, changes of status and of address are other events.
 */
export const maintenanceKinds: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...["M1551", "M1552", "M1553", "M2551", "M2552", "M2553", "M3551", "M3552", "M3553"],
      ...["M170", "M171", "M172", "M173", "M174", "M175", "M183", "M184", "M185"],
      ...["M273", "M274", "M275", "M283", "M284", "M285"],
    ].map((code) => [code, "fee-paid"]),
  ),
  "EXP.": "lapsed",
  EXPX: "reinstated",
  REIN: "reinstated",
};

/** The maintenance fee events of US patents, the cumulative text file of the USPTO, as it is or zipped (docs/data.md). */
export const maintenance = partsSource<ColumnPlan>({
  name: "maintenance",
  notice: "Patent Maintenance Fee Events, United States Patent and Trademark Office, public domain.",
  fitting: /\.(txt|zip|tar|tgz)(\.gz)?$/i,
  what: "file of maintenance fee events",
  layoutOf: planOf,
  rows: planRows,
  columns: planOf,
});

/** Patent, application, payer's status (may be missing), days of filing, grant and event, code; widths changed over the years. */
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
