import { LevermapError } from "../../../base/errors.ts";
import type { ColumnPlan } from "../../format/column-plan.ts";
import { planRows } from "../../format/plan-rows.ts";
import type { SourceRecord, Stream } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { cutRows, patentsViewTable, patentsview, tablePlan } from "../tables/patentsview.ts";
import type { Cut, CutTable } from "./cut-tables.ts";

/** PatentsView as cut: each file is read from the table that was cut from it, but its rows keep the file and the number of their record. */
export function cutSource(cut: Cut): Source {
  const tables = new Map(cut.tables.map((table) => [table.file, table]));
  const tableOf = (file: string): CutTable => {
    const table = tables.get(file);
    if (table === undefined) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is not a table that was cut`, { file });
    return table;
  };
  const planOf = async (file: string): Promise<ColumnPlan | null> => {
    const table = await patentsViewTable(tableOf(file).path);
    if (table === null) return null;
    const { format, ...plan } = tablePlan({ ...table, columns: table.columns.slice(1) });
    return { ...plan, format: { ...format, numbered: true } as ColumnPlan["format"] };
  };
  return {
    ...patentsview,
    files: async () => [...tables.keys()],
    settings: () => `cut ${cut.digest}`,
    columns: planOf,
    reads: (file) => tableOf(file).path,
    stated: async (file) => cutRows(file, cut.classes),
    async *read(files, effects): Stream<SourceRecord> {
      for (const file of files) {
        const plan = await planOf(file);
        if (plan === null) continue;
        for await (const record of planRows(tableOf(file).path, plan, effects)) yield { ...record, file };
      }
    },
  };
}
