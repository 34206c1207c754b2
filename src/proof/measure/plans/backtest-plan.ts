import type { Cell } from "../../../plan/cells/cell.ts";
import type { CellOutcome } from "./cell-outcome.ts";
import { type Choice, type ChooseCells, chooseMostCited, chooseMostCrowded, drawnChoices } from "./choosers.ts";
import { type ChoiceOutcome, type JudgedChoices, judgeChoices } from "./judge-choices.ts";

export interface PlanTrial {
  /** Cells as known at the end of `year`. */
  readonly cells: readonly Cell[];
  readonly year: number;
  /** Years of later filings that outcomes are counted over. */
  readonly after: number;
  readonly outcomes: ReadonlyMap<string, CellOutcome>;
  /** All citations of the later families of these cells. */
  readonly citations: number;
  /** Number of cells to choose. */
  readonly budget: number;
  readonly seed: number;
}

/** A choice with mean filings per cell in the years after the cut-off and in as many up to it. */
export interface TestedChoice extends ChoiceOutcome {
  readonly filed: number | null;
  readonly filedBefore: number | null;
}

export interface TestedPlan extends Pick<JudgedChoices, "judged" | "differences" | "verdict"> {
  readonly plan: TestedChoice;
  readonly baselines: readonly TestedChoice[];
  /** Ids of the plan's cells, as it gave them. */
  readonly chosen: readonly string[];
}

/** Random choices to average over. */
const randomDraws = 1000;

/** Compares the cells of a plan and of three baselines with the same candidates and budget by their later outcomes. */
export async function backtestPlan(choose: ChooseCells, trial: PlanTrial): Promise<TestedPlan> {
  const { cells, budget, year, outcomes, citations, seed } = trial;
  const once = async (name: string, by: ChooseCells): Promise<Choice> => ({
    name,
    chosen: new Map((await by(cells, budget, year)).map((id) => [id, 1] as const)),
  });
  const plan = await once("plan", choose);
  const baselines = [
    await once("most crowded", chooseMostCrowded),
    await once("most cited", chooseMostCited),
    { name: "random", chosen: drawnChoices(cells, budget, randomDraws, seed) },
  ];
  const judged = judgeChoices(plan, baselines, { cells: cells.map(({ id }) => id), outcomes, citations, seed });
  return {
    ...judged,
    plan: { ...judged.plan, ...filings(plan, trial) },
    baselines: judged.baselines.map((one, at) => ({ ...one, ...filings(baselines[at]!, trial) })),
    chosen: [...plan.chosen.keys()],
  };
}

function filings({ chosen }: Choice, { cells, year, after, outcomes }: PlanTrial): Pick<TestedChoice, "filed" | "filedBefore"> {
  const weightOf = ({ id }: Cell): number => chosen.get(id) ?? 0;
  const weight = cells.reduce((sum, cell) => sum + weightOf(cell), 0);
  const mean = (of: (cell: Cell) => number): number | null =>
    weight === 0 ? null : cells.reduce((sum, cell) => sum + weightOf(cell) * of(cell), 0) / weight;
  return {
    filed: mean(({ id }) => outcomes.get(id)?.families ?? 0),
    filedBefore: mean(({ byYear }) =>
      byYear.reduce((sum, one) => (one.year > year - after && one.year <= year ? sum + one.families : sum), 0),
    ),
  };
}
