import type { Cell } from "../cells/cell.ts";
import type { CellOutcome } from "./cell-outcome.ts";
import { type ChooseCells, chooseMostCited, chooseMostCrowded, drawnChoices } from "./choosers.ts";
import { type JudgedChoices, judgeChoices } from "./judge-choices.ts";

/** What a plan is tested on. */
export interface PlanTrial {
  /** Cells as they were known at the end of `year`. */
  readonly cells: readonly Cell[];
  readonly year: number;
  readonly outcomes: ReadonlyMap<string, CellOutcome>;
  /** All citations of the later families of these cells. */
  readonly citations: number;
  /** How many cells may be chosen. */
  readonly budget: number;
  readonly seed: number;
}

/** Random choices that are averaged. */
const randomDraws = 1000;

/** Lets a plan and three baselines choose among the same cells with the same budget, and holds what came of their cells against one another. */
export async function backtestPlan(choose: ChooseCells, trial: PlanTrial): Promise<JudgedChoices> {
  const { cells, budget, year, outcomes, citations, seed } = trial;
  const once = async (name: string, by: ChooseCells) => ({
    name,
    chosen: new Map((await by(cells, budget, year)).map((id) => [id, 1] as const)),
  });
  return judgeChoices(
    await once("plan", choose),
    [
      await once("most crowded", chooseMostCrowded),
      await once("most cited", chooseMostCited),
      { name: "random", chosen: drawnChoices(cells, budget, randomDraws, seed) },
    ],
    { cells: cells.map(({ id }) => id), outcomes, citations, seed },
  );
}
