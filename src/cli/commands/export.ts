import { Option } from "commander";
import { LevermapError } from "../../base/errors.ts";
import { count } from "../../base/format.ts";
import { nearName } from "../../link/near-name.ts";
import { type ExportFormat, type ExportTable, exportFormats, exportTableNames } from "../../workspace/export.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, withContext } from "../command.ts";
import { table } from "../page/table.ts";

interface ExportCommandOptions extends CommonOptions {
  readonly format: ExportFormat;
  readonly out: string;
  readonly table?: readonly string[];
  readonly force?: boolean;
}

export const addExport: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "export",
    summary: "write the tables as CSV, Parquet or JSON, one file a table",
    examples: ["export", "export --format parquet --out tables", "export --table share parameter --force"],
    dated: false,
  })
    .addOption(new Option("--format <format>", "csv, parquet or json").choices(exportFormats).default("csv"))
    .option("--out <dir>", "the folder to make", "levermap-export")
    .option("--table <table...>", "these tables only")
    .option("--force", "replace an earlier export")
    .action((options: ExportCommandOptions) => withContext(options, signal, (context) => writeTables(context, options)));
};

async function writeTables(context: Context, { format, out, table: tables, force = false }: ExportCommandOptions): Promise<void> {
  const { exportTo } = await import("../../library/export.ts");
  const chosen = tables?.map((name) => requireTable(name, nearName(name, exportTableNames)));
  const files = await exportTo(context.workspace, out, { format, force, ...(chosen && { tables: chosen }) }, context.effects);
  const columns = [{ title: "table" }, { title: "rows", align: "right" as const }, { title: "file" }];
  await context.answer({ files }, (answer, page) =>
    table(
      columns,
      answer.files.map((file) => [file.table, count(file.rows), file.path]),
      page,
    ),
  );
}

function requireTable(name: string, near: string | null): ExportTable {
  const found = exportTableNames.find((each) => each === name);
  if (found !== undefined) return found;
  const hint = near === null ? `There are ${exportTableNames.join(", ")}.` : `Did you mean ${near}?`;
  throw new LevermapError("LM_USAGE", `There is no table "${name}". ${hint}`, { table: name });
}
