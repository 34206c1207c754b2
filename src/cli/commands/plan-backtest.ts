import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { planBacktestText } from "../text/plan-backtest.ts";
import { seedOption } from "./draw-options.ts";
import { yearOption } from "./plan-options.ts";

interface BacktestOptions extends CommonOptions {
  readonly cutOff: number;
  readonly after?: number;
  readonly technology?: string;
  readonly cells?: number;
  readonly seed?: number;
}

export const addPlanBacktest: AddCommand = (plan, signal) => {
  addCommand(plan, {
    usage: "backtest",
    summary: "a plan from what was known at the end of a year, against what came after and three plain ways to choose",
    examples: ["plan backtest --cut-off 2012", "plan backtest --cut-off 2010 --technology etch --after 3 --json"],
    dated: false,
  })
    .requiredOption(...yearOption)
    .option("--technology <technology>", "cells of this technology only (default: of all)")
    .option("--after <years>", "years in which later families were filed (default: 5)", wholeNumber("--after", 1, 30))
    .option("--cells <number>", "cells that may be chosen (default: a fifth)", wholeNumber("--cells", 1, 1_000_000))
    .option(...seedOption)
    .action(({ cutOff, technology, after, cells, seed, ...options }: BacktestOptions) =>
      ask(options, signal, (map) => map.planBacktest({ cutOff, technology, after, budget: cells, seed }), planBacktestText),
    );
};
