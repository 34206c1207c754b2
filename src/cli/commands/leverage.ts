import { Option } from "commander";
import { type Outsiders, outsiderRoles } from "../../leverage/outsiders.ts";
import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { fraction, wholeNumber } from "../numbers.ts";
import { leverageText } from "../text/leverage.ts";
import { seedOption } from "./draw-options.ts";
import { idsOf } from "./list-options.ts";

interface LeverageOptions extends CommonOptions {
  readonly from?: readonly string[];
  readonly on?: string;
  readonly technologies?: readonly string[];
  readonly horizon?: number;
  readonly outsiders?: Outsiders;
  readonly threshold?: number;
  readonly draws?: number;
  readonly seed?: number;
}

export const addLeverage: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "leverage",
    summary: "who could take how much from whom by withholding, at what cost; together, split, and after the reply",
    examples: [
      "leverage",
      "leverage --from US,NL,JP --on CN",
      "leverage --from NL --on CN --technologies euv-lithography --horizon 24 --outsiders neutral",
      "leverage --from US,CN,EU --draws 1000 --seed 7 --json",
    ],
    dated: true,
  })
    .option("--from <codes>", "economies, groups or organisations, with commas (default: the economies with most supply)", idsOf)
    .option("--on <code>", "one target of all of them; without it each against each")
    .option("--technologies <ids>", "what is withheld (default: everything)", idsOf)
    .option("--horizon <months>", "mean over this many months (default: 12)", wholeNumber("--horizon", 1, 60))
    .addOption(new Option("--outsiders <way>", "what others do (default: backfilling)").choices(outsiderRoles))
    .option(
      "--threshold <part>",
      "loss of output above which a coalition is effective (default: half of what all do)",
      fraction("--threshold"),
    )
    .option("--draws <number>", "draws of all inputs; 0: the middle alone (default: 50 to 500)", wholeNumber("--draws", 0, 100_000))
    .option(...seedOption)
    .action(({ from, on, technologies, horizon, outsiders, threshold, draws, seed, ...options }: LeverageOptions) =>
      ask(options, signal, (map) => map.leverage({ from, on, technologies, horizon, outsiders, threshold, draws, seed }), leverageText),
    );
};
