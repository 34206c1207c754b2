import type { Effects } from "../../../base/effects.ts";
import type { ColumnPlan, Expression } from "../../format/column-plan.ts";
import { listFiles } from "../../format/list-files.ts";
import { firstEntryText, planRows } from "../../format/plan-rows.ts";
import { recognised } from "../../format/recognised.ts";
import type { SourceRecord } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { maintenanceKinds } from "./maintenance-codes.ts";

/** The maintenance fee events of US patents, the cumulative text file of the USPTO, as it is or zipped (docs/data.md). */
export const maintenance: Source = {
  name: "maintenance",
  scope: "parts",
  notice: "Patent Maintenance Fee Events, United States Patent and Trademark Office, public domain.",
  files: async (paths) =>
    recognised(await listFiles(paths, /\.(txt|zip)(\.gz)?$/i), paths, isMaintenance, "file of maintenance fee events"),
  edition: async () => null,
  read,
  columns: async () => maintenancePlan,
};

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

async function* read(files: readonly string[], effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) yield* planRows(file, maintenancePlan, effects);
}

const firstCharacters = 4096;

async function isMaintenance(file: string): Promise<boolean> {
  const [first] = (await firstEntryText(file, firstCharacters))?.split(/\r?\n/).filter((line) => line.trim() !== "") ?? [];
  return first !== undefined && new RegExp(`^(?:${pattern})$`).test(first);
}
