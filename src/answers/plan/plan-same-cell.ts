import { launched } from "../../plan/launches.ts";
import { onceLimit } from "../../plan/make-problem/limits.ts";
import type { ProgrammeReason } from "../../plan/shadow-prices.ts";
import type { SolvedProblem } from "./plan-solved.ts";

/** The programme of the same cell that is in, alone or with another partner, where programme `i` is another; a cell is taken once. */
export function inAnotherWay({ made, problem, plan }: SolvedProblem, i: number): string | null {
  const cells = new Map(made.programmes.map(({ programme, cell }) => [programme.id, cell.id]));
  const own = cells.get(problem.programmes[i]!.id);
  const other = problem.programmes.find(({ id }, at) => at !== i && cells.get(id) === own && launched(problem, plan.launches, at) > 0);
  return other?.id ?? null;
}

/** What room in its own cell is worth to the same cell in other ways: no alternative elsewhere. */
export function sameCellPrice({ made, problem }: SolvedProblem, i: number, { limits }: ProgrammeReason): number {
  const { cell } = made.programmes.find(({ programme }) => programme.id === problem.programmes[i]!.id)!;
  return limits.find(({ limit }) => problem.limits[limit]!.id === onceLimit(cell.id))?.value ?? 0;
}
