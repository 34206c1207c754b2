import type { MeasureReport } from "../../answers/patents/technology-patents-report.ts";
import { LevermapError } from "../../base/errors.ts";
import { count, counted } from "../../base/format.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, type Page, withContext } from "../command.ts";
import { wholeNumber } from "../numbers.ts";
import { table } from "../page/table.ts";
import { mostParts, oneOfSeveral } from "../slice-option.ts";

interface MeasureCommandOptions extends CommonOptions {
  readonly only?: readonly string[];
  readonly layout?: string;
  readonly slice?: { readonly one: number; readonly of: number };
  readonly merge?: number;
}

export const addMeasure: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "measure",
    summary: "compute the patent measures anew where what they rest on has changed",
    examples: [
      "measure",
      "measure --only citations networks",
      "measure --threads 1 --json",
      "measure --layout layout --slice 3/8",
      "measure --layout layout --merge 8",
    ],
    dated: false,
  })
    .option("--only <step...>", "these steps, and documents before them: documents, holders, technologies, citations, networks, texts")
    .option("--layout <dir>", "the measures on citations of a folder that `export --layout` made, by --slice and then --merge")
    .option("--slice <i/n>", "measure the documents of slice i of n, by day", oneOfSeveral("--slice"))
    .option("--merge <n>", "join the n slices", wholeNumber("--merge", 1, mostParts))
    .action((options: MeasureCommandOptions) =>
      withContext(options, signal, (context) =>
        (options.layout ?? options.slice ?? options.merge) === undefined ? runMeasure(context, options) : measureLayout(context, options),
      ),
    );
};

async function measureLayout(context: Context, { only, layout, slice, merge }: MeasureCommandOptions): Promise<void> {
  if (layout === undefined || (slice === undefined) === (merge === undefined) || only !== undefined)
    throw new LevermapError("LM_USAGE", "--layout goes with one of --slice and --merge, and with no --only.");
  const { measureLayoutSlice, mergeLayoutSlices } = await import("../../cluster/measure-layout.ts");
  if (slice !== undefined) {
    const measured = await measureLayoutSlice(layout, slice.one, slice.of, context.effects);
    await context.answer(measured, (done) => `Slice ${done.slice} of ${done.slices}: ${counted(done.documents, "document")} measured.`);
  } else if (merge !== undefined) {
    const merged = await mergeLayoutSlices(layout, merge, context.effects);
    await context.answer(merged, ({ documents }) =>
      [
        `Citation measures of ${counted(documents, "document")}.`,
        "PageRank, likeness of texts and holders take all documents at once: `levermap measure` makes them on one machine.",
        `Next: levermap load layout ${layout}`,
      ].join("\n"),
    );
  }
}

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
