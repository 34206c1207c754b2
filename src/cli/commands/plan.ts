import type { Command } from "commander";
import { ask } from "../ask.ts";
import { type AddCommand, addCommand, withContext } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { fraction, positiveNumber, wholeNumber } from "../numbers.ts";
import { planText } from "../text/plan.ts";
import { planCompareText } from "../text/plan-compare.ts";
import { planExplainText } from "../text/plan-explain.ts";
import { planListText, planOutlineText } from "../text/plan-outline.ts";
import { seedOption } from "./draw-options.ts";
import { addPlanBacktest } from "./plan-backtest.ts";
import { addPlanGrowth } from "./plan-growth.ts";

interface SolveOptions extends CommonOptions {
  readonly gap?: number;
  readonly seconds?: number;
}

interface PlanCommandOptions extends SolveOptions {
  readonly frontier?: number;
  readonly regrets?: boolean;
  readonly draws?: number;
  readonly seed?: number;
  readonly dryRun?: boolean;
  readonly schema?: boolean;
}

interface ExplainOptions extends SolveOptions {
  readonly in: string;
}

export const addPlan: AddCommand = (program, signal) => {
  const plan = addCommand(program, {
    usage: "plan [file]",
    summary: "what a home should research and patent with its money and people, and how near the best that is",
    examples: [
      "plan",
      "plan nl-equipment",
      "plan my-plan.yaml --frontier 20 --draws 100 --json",
      "plan my-plan.yaml --gap 1% --seconds 30",
      "plan nl-equipment --dry-run",
      "plan --schema > plan.schema.json",
      "plan explain lithography/G03F7 --in nl-equipment",
      "plan compare cn-under-controls us-imposing-controls",
      "plan backtest --cut-off 2012",
    ],
    dated: true,
  });
  // Options behind `explain` and `compare` are their own
  plan.enablePositionalOptions();
  solveOptions(plan)
    .option("--frontier <number>", "also the best plan of so many budgets, from none to twice the money", wholeNumber("--frontier", 2, 200))
    .option("--regrets", "also what the plan misses where something turns out otherwise")
    .option("--draws <number>", "also how often programmes stay in over so many draws of the inputs", wholeNumber("--draws", 1, 100_000))
    .option(...seedOption)
    .option("--dry-run", "say what there is to choose from, and on which inputs, without solving")
    .option("--schema", "print the JSON schema of a plan file")
    .addHelpText(
      "after",
      "\nFILE is a ready plan by its name, or a YAML file in the form of docs/data.md; without it, the ready ones are listed.",
    )
    .action(
      (file: string | undefined, { gap, seconds, frontier, regrets, draws, seed, dryRun, schema, ...options }: PlanCommandOptions) => {
        if (schema) return printSchema(options, signal);
        if (file === undefined) return ask(options, signal, (map) => map.plans(), planListText);
        if (dryRun) return ask(options, signal, async (map) => map.planOutline(await question(file)), planOutlineText);
        const asked = { gap, seconds, frontier, regrets, draws, seed };
        return ask(options, signal, async (map) => map.plan({ ...(await question(file)), ...asked }), planText);
      },
    );
  for (const add of [addExplain, addPlanCompare, addPlanBacktest, addPlanGrowth]) add(plan, signal);
};

const solveOptions = (command: Command): Command =>
  command
    .option("--gap <fraction>", "stop when the plan is within this part of the best (default: that of the file)", fraction("--gap"))
    .option(
      "--seconds <number>",
      "stop after so long with the best plan so far (default: that of the file)",
      positiveNumber("--seconds", 86_400),
    );

function addExplain(plan: Command, signal: AbortSignal): void {
  const command = addCommand(plan, {
    usage: "explain <programme>",
    summary: "why a programme is in a plan or out of it, and what would have to change",
    examples: ["plan explain lithography/G03F7 --in nl-equipment"],
    dated: true,
  }).requiredOption("--in <file>", "a ready plan by its name, or a file of your own");
  solveOptions(command).action((programme: string, { gap, seconds, in: file, ...options }: ExplainOptions) =>
    ask(options, signal, async (map) => map.planExplain({ ...(await question(file)), programme, gap, seconds }), planExplainText),
  );
}

function addPlanCompare(plan: Command, signal: AbortSignal): void {
  const command = addCommand(plan, {
    usage: "compare <first> <second>",
    summary: "two plans: which programmes differ and why",
    examples: ["plan compare cn-under-controls us-imposing-controls"],
    dated: true,
  });
  solveOptions(command).action((first: string, second: string, { gap, seconds, ...options }: SolveOptions) =>
    ask(
      options,
      signal,
      async (map) => map.planCompare({ first: await question(first), second: await question(second), gap, seconds }),
      planCompareText,
    ),
  );
}

const question = async (file: string) => (await import("../../library/plan-question.ts")).planQuestion(file);

const printSchema = (options: CommonOptions, signal: AbortSignal): Promise<void> =>
  withContext(options, signal, async (context) => {
    const { planFileJsonSchema } = await import("../../answers/plan/plan-file.ts");
    await context.answer(planFileJsonSchema(), (schema) => JSON.stringify(schema, null, 2));
  });
