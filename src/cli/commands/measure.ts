import type { MeasureReport } from "../../answers/patents/technology-patents-report.ts";
import { count } from "../../base/format.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, type Page, withContext } from "../command.ts";
import { table } from "../page/table.ts";

interface MeasureCommandOptions extends CommonOptions {
  readonly only?: readonly string[];
}

export const addMeasure: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "measure",
    summary: "compute the patent measures anew where what they rest on has changed",
    examples: ["measure", "measure --only citations networks", "measure --threads 1 --json"],
    dated: false,
  })
    .option("--only <step...>", "these steps, and documents before them: documents, holders, technologies, citations, networks, texts")
    .action((options: MeasureCommandOptions) => withContext(options, signal, (context) => runMeasure(context, options)));
};

async function runMeasure(context: Context, { only }: MeasureCommandOptions): Promise<void> {
  const { measure } = await import("../../library/measure.ts");
  const steps = await measure(context.workspace, { only, effects: context.effects });
  await context.answer<MeasureReport>({ steps }, measureText);
}

function measureText({ steps }: MeasureReport, page: Page): string {
  const columns = [{ title: "step" }, { title: "rows", align: "right" as const }, { title: "done" }];
  const rows = steps.map(({ step, rows: filled, already }) => [step, count(filled), already ? "before; nothing has changed" : "now"]);
  return table(columns, rows, page);
}
