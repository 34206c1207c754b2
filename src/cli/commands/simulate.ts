import { ask } from "../ask.ts";
import { type AddCommand, addCommand, withContext } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { scenarioListText, scenarioPlanText } from "../text/scenario-plan.ts";
import { simulateText } from "../text/simulate.ts";
import { drawsOption, seedOption } from "./draw-options.ts";

interface SimulateCommandOptions extends CommonOptions {
  readonly draws?: number;
  readonly seed?: number;
  readonly dryRun?: boolean;
  readonly schema?: boolean;
}

export const addSimulate: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "simulate [scenario]",
    summary: "what a scenario does over five years: to whom, at what cost to whom, and how sure",
    examples: [
      "simulate",
      "simulate japan-korea-2019",
      "simulate my-scenario.yaml --draws 10000 --seed 7 --json",
      "simulate us-nl-jp-2023 --dry-run",
      "simulate --schema > scenario.schema.json",
    ],
    dated: true,
  })
    .option(...drawsOption, wholeNumber("--draws", 1, 1_000_000))
    .option(...seedOption)
    .option("--dry-run", "say what would be run, and on which figures, without running it")
    .option("--schema", "print the JSON schema of a scenario file")
    .addHelpText(
      "after",
      "\nSCENARIO is a ready one by its name, or a YAML file in the form of docs/data.md; without it, the ready ones are listed.",
    )
    .action((scenario: string | undefined, { draws, seed, dryRun, schema, ...options }: SimulateCommandOptions) => {
      if (schema) return printSchema(options, signal);
      if (scenario === undefined) return ask(options, signal, (map) => map.scenarios(), scenarioListText);
      const question = async () => (await import("../../library/scenario-question.ts")).scenarioQuestion(scenario);
      if (dryRun) return ask(options, signal, async (map) => map.scenarioPlan(await question()), scenarioPlanText);
      return ask(options, signal, async (map) => map.simulate({ ...(await question()), draws, seed }), simulateText);
    });
};

const printSchema = (options: CommonOptions, signal: AbortSignal): Promise<void> =>
  withContext(options, signal, async (context) => {
    const { scenarioFileJsonSchema } = await import("../../answers/scenario/scenario-file.ts");
    await context.answer(scenarioFileJsonSchema(), (schema) => JSON.stringify(schema, null, 2));
  });
