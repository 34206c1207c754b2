import { LevermapError } from "../../base/errors.ts";
import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { halfLifeText } from "../text/half-life.ts";
import { halfLifeScoreText } from "../text/half-life-score.ts";
import { seedOption } from "./draw-options.ts";

interface HalfLifeOptions extends CommonOptions {
  readonly home?: string;
  readonly holder?: string;
  readonly score?: string;
  readonly draws?: number;
  readonly seed?: number;
}

export const addHalfLife: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "half-life [technology]",
    summary: "how long half the force of a chokepoint lasts: act now, or hold in reserve",
    examples: [
      "half-life euv-lithography --home CN",
      "half-life photoresist --home KR --holder JP --draws 10000 --seed 7",
      "half-life gallium --json",
      "half-life --score eto",
    ],
    dated: true,
  })
    .option("--home <economy>", "economy or group it is withheld from (default: all the world but the holder)")
    .option("--holder <economy>", "economy or group that holds it (default: whoever could cost the home most)")
    .option("--score <source>", "hold half-lives against the last two loaded editions of a source, in place of a technology")
    .option(
      "--draws <number>",
      "draws over the intervals of the inputs (default: 2000; 10000 with --score)",
      wholeNumber("--draws", 10, 1_000_000),
    )
    .option(...seedOption)
    .action((technology: string | undefined, { home, holder, score, draws, seed, ...options }: HalfLifeOptions) => {
      if (score !== undefined && technology === undefined && home === undefined && holder === undefined)
        return ask(options, signal, (map) => map.halfLifeScore({ source: score, draws, seed }), halfLifeScoreText);
      if (technology === undefined || score !== undefined)
        throw new LevermapError("LM_USAGE", "Name one technology, or a source with --score and no technology, home or holder.", {});
      const question = { technology, home, holder, draws, seed };
      return ask(options, signal, (map) => map.halfLife(question), halfLifeText);
    });
};
