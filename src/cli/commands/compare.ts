import { LevermapError } from "../../base/errors.ts";
import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { compareText } from "../text/compare.ts";
import { publishedText } from "../text/published.ts";
import { drawsOption, seedOption } from "./draw-options.ts";

interface CompareOptions extends CommonOptions {
  readonly draws?: number;
  readonly seed?: number;
  readonly published?: boolean;
}

export const addCompare: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "compare [first] [second]",
    summary: "two scenarios on the same draws: what the second does more or less, and how sure",
    examples: [
      "compare us-alone-2022 us-nl-jp-2023",
      "compare mine.yaml other.yaml --draws 5000 --json",
      "compare --published",
      "compare --published taiwan-outage",
    ],
    dated: true,
  })
    .option(...drawsOption, wholeNumber("--draws", 1, 1_000_000))
    .option(...seedOption)
    .option("--published", "beside what others published instead: of one ready scenario, or of all")
    .action((first: string | undefined, second: string | undefined, { draws, seed, published, ...options }: CompareOptions) => {
      if (published) {
        if (second !== undefined) throw new LevermapError("LM_USAGE", "`--published` takes one ready scenario, or none for all.");
        return ask(options, signal, (map) => map.published({ scenario: first, draws, seed }), publishedText);
      }
      if (first === undefined || second === undefined)
        throw new LevermapError("LM_USAGE", "`compare` takes two scenarios, or `--published` to see what others published beside ours.");
      return ask(
        options,
        signal,
        async (map) => {
          const { scenarioQuestion } = await import("../../library/scenario-question.ts");
          return map.compare({ first: await scenarioQuestion(first), second: await scenarioQuestion(second), draws, seed });
        },
        compareText,
      );
    });
};
