import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { compareText } from "../text/compare.ts";
import { drawsOption, seedOption } from "./draw-options.ts";

interface CompareOptions extends CommonOptions {
  readonly draws?: number;
  readonly seed?: number;
}

export const addCompare: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "compare <first> <second>",
    summary: "two scenarios on the same draws: what the second does more or less, and how sure",
    examples: ["compare us-alone-2022 us-nl-jp-2023", "compare mine.yaml other.yaml --draws 5000 --json"],
    dated: true,
  })
    .option(...drawsOption, wholeNumber("--draws", 1, 1_000_000))
    .option(...seedOption)
    .action((first: string, second: string, { draws, seed, ...options }: CompareOptions) =>
      ask(
        options,
        signal,
        async (map) => {
          const { scenarioQuestion } = await import("../../library/scenario-question.ts");
          return map.compare({ first: await scenarioQuestion(first), second: await scenarioQuestion(second), draws, seed });
        },
        compareText,
      ),
    );
};
