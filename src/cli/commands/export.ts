import { Option } from "commander";
import { LevermapError } from "../../base/errors.ts";
import { count, counted } from "../../base/format.ts";
import { nearName } from "../../link/near-name.ts";
import { type ExportFormat, type ExportTable, exportFormats, exportTableNames } from "../../workspace/export.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, withContext } from "../command.ts";
import { table } from "../page/table.ts";

interface ExportCommandOptions extends CommonOptions {
  readonly format: ExportFormat;
  readonly out: string;
  readonly table?: readonly string[];
  readonly layout?: string;
  readonly force?: boolean;
}

export const addExport: AddCommand = (program, signal) => {
  const command = addCommand(program, {
    usage: "export",
    summary: "write the tables as CSV, Parquet or JSON, one file a table; `export corpus`: patents to pass on",
    examples: [
      "export",
      "export --format parquet --out tables",
      "export --table share parameter --force",
      "export --layout layout",
      "export corpus --out chips",
    ],
    dated: false,
  })
    .enablePositionalOptions()
    .addOption(new Option("--format <format>", "csv, parquet or json").choices(exportFormats).default("csv"))
    .option("--out <dir>", "the folder to make", "levermap-export")
    .option("--table <table...>", "these tables only")
    .option("--layout <dir>", "make this folder of Parquet files, of all loads and measures, for `load layout` and `measure --layout`")
    .option("--force", "replace an earlier export")
    .action((options: ExportCommandOptions) =>
      withContext(options, signal, (context) =>
        options.layout === undefined ? writeTables(context, options) : writeLayout(context, options.layout, options.force),
      ),
    );
  addCorpus(command, signal);
};

interface CorpusCommandOptions extends CommonOptions {
  readonly out: string;
  readonly inventors?: boolean;
  readonly force?: boolean;
}

const addCorpus: AddCommand = (command, signal) => {
  addCommand(command, {
    usage: "corpus",
    summary: "write patents that may be passed on as one folder, for `load corpus`",
    examples: ["export corpus --out chips"],
    dated: false,
  })
    .option("--out <dir>", "the folder to make", "levermap-corpus")
    .option("--inventors", "take names of inventors along, which are personal data")
    .option("--force", "replace an earlier corpus")
    .action((options: CorpusCommandOptions) => withContext(options, signal, (context) => writeCorpus(context, options)));
};

async function writeCorpus(context: Context, { out, inventors = false, force = false }: CorpusCommandOptions): Promise<void> {
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

async function writeLayout(context: Context, out: string, force = false): Promise<void> {
  const { exportLayout } = await import("../../cluster/layout.ts");
  const exported = await exportLayout(context.workspace, out, { force }, context.effects);
  await context.answer(exported, ({ folder, loads, rows, rejects, measures, graph }) =>
    [
      `${folder}: ${counted(loads, "load")}, ${counted(rows, "row")}, ${counted(rejects, "reject")}`,
      `Measures: ${measures.length === 0 ? "none" : measures.join(", ")}`,
      graph === null
        ? "No citation graph: run `levermap measure` first where measures are to be made by slices."
        : `Citation graph: ${counted(graph.documents, "document")}, ${counted(graph.citations, "citation")}`,
      `Next: levermap load layout ${folder}`,
    ].join("\n"),
  );
}

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
