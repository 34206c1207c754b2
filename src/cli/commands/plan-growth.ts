import { type AddCommand, addCommand, type CommonOptions, withContext } from "../command.ts";
import { wholeNumber } from "../numbers.ts";
import { printView } from "../print-view.ts";

interface GrowthOptions extends CommonOptions {
  readonly cutOff: number;
  readonly after?: number;
  readonly series?: string;
  readonly year?: string;
  readonly count?: string;
  readonly details?: boolean;
}

export const addPlanGrowth: AddCommand = (plan, signal) => {
  addCommand(plan, {
    usage: "growth <file>",
    summary: "counts by year: how well growth before a year predicts growth after it, compared with naive forecasts",
    examples: [
      "plan growth counts.csv --cut-off 2014",
      "plan growth holders.csv --cut-off 2010 --after 4 --series player --year filing_year --count patents",
      "plan growth subfields.json --cut-off 2010 --series subfield --json",
    ],
    dated: false,
  })
    .requiredOption(
      "--cut-off <year>",
      "last year that is known; what came after is compared with it",
      wholeNumber("--cut-off", 1800, 2200),
    )
    .option("--after <years>", "years that are forecast (default: 5)", wholeNumber("--after", 1, 30))
    .option("--series <column>", "column of what is counted (default: series)")
    .option("--year <column>", "column of the year (default: year)")
    .option("--count <column>", "column of the count (default: count)")
    .option("--details", "all that is known, not only the main findings")
    .addHelpText("after", "\nFILE is CSV with a header, or JSON (`.json`) of one object a row; docs/data.md has an example.")
    .action((file: string, { cutOff, after, series, year, count, details, ...options }: GrowthOptions) =>
      withContext(options, signal, async (context) => {
        const { planGrowth } = await import("../../proof/answers/plans/growth-of-file.ts");
        const { planGrowthView } = await import("../../proof/views/plan-growth.ts");
        const columns = { ...(series && { series }), ...(year && { year }), ...(count && { count }) };
        const answer = await planGrowth({ file, cutOff, after, columns }, context.effects);
        await context.answer(answer, (value, page) => printView(planGrowthView(value), page, { details: details === true }));
      }),
    );
};
