import { ask } from "../ask.ts";
import { type AddCommand, addCommand, withContext } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { backtestText } from "../text/backtest.ts";
import { eventFilesText } from "../text/event-files.ts";
import { seedOption } from "./draw-options.ts";

interface BacktestOptions extends CommonOptions {
  readonly draws?: number;
  readonly seed?: number;
  readonly dryRun?: boolean;
  readonly schema?: boolean;
}

export const addBacktest: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "backtest [files...]",
    summary: "shocks that happened: what the model would have said before each, against what was measured",
    examples: [
      "backtest",
      "backtest my-events.yaml",
      "backtest a.yaml b.yaml --draws 2000 --seed 7 --json",
      "backtest my-events.yaml --dry-run",
    ],
    dated: false,
  })
    .option("--draws <number>", "samples a prediction (default: 10000)", wholeNumber("--draws", 10, 1_000_000))
    .option(...seedOption)
    .option("--dry-run", "check the files and tell what is in them")
    .option("--schema", "print the JSON schema of a file of events")
    .addHelpText(
      "after",
      "\nFILES are YAML in the format of docs/data.md; without any, the events of the bundled data are run. Facts of the year of an event, or later, are not used for it.",
    )
    .action((files: readonly string[], { draws, seed, dryRun, schema, ...options }: BacktestOptions) => {
      if (schema) return printSchema(options, signal);
      if (dryRun) return check(files, options, signal);
      return ask(
        options,
        signal,
        async (map) => {
          const { readEventFiles } = await import("../../library/event-files.ts");
          return map.backtest({ files: await readEventFiles(files), draws, seed });
        },
        backtestText,
      );
    });
};

function check(files: readonly string[], options: CommonOptions, signal: AbortSignal): Promise<void> {
  return withContext(options, signal, async (context) => {
    const { checkEventFiles } = await import("../../library/event-files.ts");
    await context.answer({ files: await checkEventFiles(files) }, eventFilesText);
  });
}

function printSchema(options: CommonOptions, signal: AbortSignal): Promise<void> {
  return withContext(options, signal, async (context) => {
    const { eventFileJsonSchema } = await import("../../answers/backtest/event-file.ts");
    await context.answer(eventFileJsonSchema(), (schema) => JSON.stringify(schema, null, 2));
  });
}
