import { Option } from "commander";
import { count } from "../../base/format.ts";
import { type ReportFormat, reportFormats } from "../../paper/report-bytes.ts";
import { type AddCommand, addCommand, type CommonOptions, withContext } from "../command.ts";

interface ReportCommandOptions extends CommonOptions {
  readonly home: string;
  readonly out?: string;
  readonly format?: ReportFormat;
  readonly font?: string;
  readonly force?: boolean;
}

/** All that is told of one home, as a document. */
export const addReport: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "report",
    summary: "all that is known of one home as one file of HTML or PDF: weak links, scenarios, leverage, patents, plan, controls, sources",
    examples: ["report --home CN --out china.pdf", "report --home DE", "report --home JP --out japan.pdf --font NotoSansJP-Regular.ttf"],
    dated: true,
  })
    .requiredOption("--home <economy>", "an economy by code or name")
    .option("--out <file>", "the file to make (default: levermap-HOME.html or .pdf)")
    .addOption(new Option("--format <format>", "html or pdf (default: as the file ends, else html)").choices(reportFormats))
    .option("--font <file>", "a font for PDF that all letters come from, TrueType or OpenType (default: those of the system)")
    .option("--force", "replace the file")
    .action((options: ReportCommandOptions) =>
      withContext(options, signal, async (context) => {
        const { report } = await import("../../library/report.ts");
        const { home, format, font, force } = options;
        const out = options.out ?? `levermap-${home.replace(/[^\p{L}\p{N}]+/gu, "-")}.${format ?? "html"}`;
        const { asOf, effects } = context;
        const written = await report(context.workspace, { home, out, format, font, force, asOf, effects });
        await context.answer(
          written,
          ({ path, bytes, chapters, day, edition }) =>
            `Wrote ${path}: ${count(bytes)} bytes, ${chapters.length} chapters, as of ${day}, edition ${edition}.`,
        );
      }),
    );
};
