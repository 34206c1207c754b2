import { Option } from "commander";
import { LevermapError } from "../../base/errors.ts";
import { count } from "../../base/format.ts";
import { nearName } from "../../link/near-name.ts";
import { type ExportFormat, type ExportTable, exportFormats, exportTableNames } from "../../workspace/export.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, withContext } from "../command.ts";
import { table } from "../page/table.ts";

interface ExportCommandOptions extends CommonOptions {
  readonly format: ExportFormat;
  readonly out?: string;
  readonly inventors?: boolean;
  readonly table?: readonly string[];
  readonly force?: boolean;
}

export const addExport: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "export [what]",
    summary: "write the tables as CSV, Parquet or JSON, one file a table; `export corpus`: patents to pass on",
    examples: ["export", "export --format parquet --out tables", "export --table share parameter --force", "export corpus --out chips"],
    dated: false,
  })
    .addOption(new Option("--format <format>", "csv, parquet or json").choices(exportFormats).default("csv"))
    .option("--out <dir>", "the folder to make (default: levermap-export, or levermap-corpus)")
    .option("--table <table...>", "these tables only")
    .option("--inventors", "of a corpus: take names of inventors along, which are personal data")
    .option("--force", "replace an earlier export")
    .action((what: string | undefined, options: ExportCommandOptions) =>
      withContext(options, signal, (context) => (what === undefined ? writeTables(context, options) : writeCorpus(context, what, options))),
    );
};

async function writeCorpus(
  context: Context,
  what: string,
  { out = "levermap-corpus", inventors = false, force = false }: ExportCommandOptions,
) {
  if (what !== "corpus") throw new LevermapError("LM_USAGE", `There is no "${what}" to export; name nothing, or corpus.`, { what });
  const { exportCorpusTo } = await import("../../library/export-corpus.ts");
  const exported = await exportCorpusTo(context.workspace, out, { inventors, force }, context.effects);
  const columns = [{ title: "table" }, { title: "rows", align: "right" as const }, { title: "bytes", align: "right" as const }];
  await context.answer(exported, ({ folder, tables, leftOut }, page) =>
    [
      table(
        columns,
        tables.map((each) => [each.table, count(each.rows), count(each.bytes)]),
        page,
      ),
      ...(leftOut.length === 0
        ? []
        : [`Left out, as their licence does not let them be passed on or is not known: ${leftOut.join(", ")}.`]),
      `Whoever has the folder loads it with: levermap load corpus ${folder}`,
    ].join("\n"),
  );
}

async function writeTables(
  context: Context,
  { format, out = "levermap-export", table: tables, force = false }: ExportCommandOptions,
): Promise<void> {
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
