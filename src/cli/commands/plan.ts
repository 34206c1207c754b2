import type { AddCommand } from "../command.ts";
import { addPlanBacktest } from "./plan-backtest.ts";
import { addPlanGrowth } from "./plan-growth.ts";

export const addPlan: AddCommand = (program, signal) => {
  const plan = program
    .command("plan")
    .description("what to research and patent, and how such plans would have done")
    .helpOption("-h, --help", "show this help")
    .helpCommand(false)
    .enablePositionalOptions();
  for (const add of [addPlanBacktest, addPlanGrowth]) add(plan, signal);
};
