import type { Effects } from "../../base/effects.ts";
import { readRates } from "../../corpus/legal-records.ts";
import { createExclusionTerms } from "../../leverage/exclusion/exclusion-terms.ts";
import { chooseByPlan } from "../../plan/backtest/choose-by-plan.ts";
import type { ChooseCells } from "../../plan/backtest/choosers.ts";
import type { TechnologyFamilies } from "../../plan/cells/counted-family.ts";
import { economicsOf, middle } from "../../plan/economics.ts";
import { openSolver } from "../../plan/solver/open-solver.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { economicInputs } from "../economics/plan-economics.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { fittedInputs } from "./plan-fitted.ts";

/** How the plan of a back-test chooses, in words. */
export const chooserWords =
  "the problem that `plan` solves, with its worth of original approaches and of blocking weight alone, every market worth the same";

const gap = 1e-3;
const seconds = 60;

/** Lets the plan choose; its solver ends with the work. `families`: those known at the cut-off, from which yields are fitted. */
export async function withChooser<T>(
  read: ReadModel,
  workspace: Workspace,
  families: readonly TechnologyFamilies[],
  { signal }: Pick<Effects, "signal">,
  work: (choose: ChooseCells) => Promise<T>,
): Promise<T> {
  const economics = economicsOf(economicInputs(createExclusionTerms(await workspace.use(readRates)), fittedInputs(families)), middle);
  const kindOf = (id: string): string => read.map.technologies[read.map.indexOf.get(id)!]!.kind;
  const solver = openSolver();
  try {
    return await work(chooseByPlan({ economics, kindOf, solver, options: { gap, seconds, signal } }));
  } finally {
    await solver.close();
  }
}
