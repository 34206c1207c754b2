import { groupBy } from "../../base/collections.ts";
import type { Cell } from "../cells/cell.ts";
import { compileProblem } from "../compiled-problem.ts";
import type { Economics } from "../economics.ts";
import { launched } from "../launches.ts";
import { relativeCited, shrunkGrowth } from "../make-problem/cell-record.ts";
import { makeProblem } from "../make-problem/make-problem.ts";
import type { PlanChoices, PlanFacts, TechnologyFacts } from "../make-problem/plan-facts.ts";
import type { PlanProblem } from "../problem.ts";
import { type SolvePlanOptions, solvePlan } from "../solve-plan.ts";
import type { OpenSolver } from "../solver/open-solver.ts";
import type { ChooseCells } from "./choosers.ts";

export interface PlannedParts {
  readonly economics: Economics;
  /** Kind of a technology by id. */
  readonly kindOf: (technology: string) => string;
  readonly solver: OpenSolver;
  readonly options: SolvePlanOptions;
}

/** Yearly sales assumed for every technology, USD m: no figure of the day is known. */
const alike = 1000;

/**
 * Chooses cells by solving the plan problem for that many whole programmes, on the two targets that need no supply figures (original
 * approaches, blocking weight). No home, equal markets, programme costs ignored.
 */
export const chooseByPlan =
  ({ economics, kindOf, solver, options }: PlannedParts): ChooseCells =>
  async (cells, budget, year) => {
    const { problem } = makeProblem(factsOf(cells, year, kindOf), choicesOf(economics), homeless(economics));
    const compiled = compileProblem(wholeCells(problem, budget));
    const plan = await solvePlan(compiled, solver, options);
    if (plan.kind === "infeasible") throw new Error("a plan without anything required is infeasible");
    return compiled.programmes.filter((_, i) => launched(compiled, plan.launches, i) > 0).map(({ id }) => id);
  };

const homeless = (economics: Economics): Economics => ({
  ...economics,
  of: (id, ...scopes) => (id === "own-part" ? 0 : economics.of(id, ...scopes)),
});

function factsOf(cells: readonly Cell[], year: number, kindOf: PlannedParts["kindOf"]): PlanFacts {
  const growth = shrunkGrowth(cells, year);
  const cited = relativeCited(cells);
  return {
    firstYear: year + 1,
    technologies: [...groupBy(cells, ({ technology }) => technology)].map(([id, own]): TechnologyFacts => {
      const weights = own.flatMap(({ weight }) => weight ?? []);
      const others = weights.length === 0 ? null : weights.reduce((sum, weight) => sum + weight, 0);
      return {
        id,
        kind: kindOf(id),
        exposure: null,
        market: null,
        leadYears: null,
        clock: null,
        markets: [{ jurisdiction: "any", usd: [alike, alike, alike], weights: { own: 0, others } }],
        blocked: [],
        needs: [],
      };
    }),
    cells: cells.map((cell) => ({ cell, partners: [], cited: cited(cell), growth: growth(cell) })),
  };
}

/** Budgets that never bind; the longest programme fits into the years. */
function choicesOf(economics: Economics): PlanChoices {
  const years = Math.max(1, Math.round(economics.of("programme-years")));
  return {
    years,
    money: new Array<number>(years).fill(0),
    people: [],
    weights: { exposure: 0, freedom: 0, bargaining: 1, option: 1 },
    followUpCap: null,
    diversification: null,
    dependencies: false,
    required: [],
    unspent: 0,
    risk: null,
  };
}

/** The same problem with free, whole programmes and a cap on their number. */
function wholeCells(problem: PlanProblem, budget: number): PlanProblem {
  return {
    ...problem,
    programmes: problem.programmes.map((programme) => ({ ...programme, money: [0], people: [], least: 1 })),
    fields: [],
    scenarios: [],
    limits: [...problem.limits, { id: "cells", weights: problem.programmes.map(({ id }) => ({ programme: id, weight: 1 })), most: budget }],
  };
}
