import { LevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import { nearNames } from "../../link/near-name.ts";
import type { MadeProblem } from "../../plan/make-problem/make-problem.ts";
import { meant } from "../scenario/scenario-parties.ts";
import { invalidPlan } from "./plan-file.ts";

/**
 * Whether all that is required is there, of each cell once, and can end within the plan. Throws LM_PLAN_INVALID that names what is no programme and cells that
 * are required twice, LM_PLAN_INFEASIBLE that names what takes longer than the plan.
 */
export function checkRequired(place: string, required: readonly string[], { programmes, problem: { years } }: MadeProblem): void {
  const known = new Map(programmes.map((each) => [each.programme.id, each]));
  const missing = required.filter((id) => !known.has(id));
  const wanted = [...new Set(required)].flatMap((id) => known.get(id) ?? []);
  const twice = wanted.filter(({ cell }, at) => wanted.findIndex((each) => each.cell.id === cell.id) < at);
  const problems = [
    ...missing.map((id) => `required: no programme "${id}"${meant(nearNames(id, [...known.keys()], 2))}`),
    ...twice.map(
      ({ programme, cell }) => `required: ${programme.id} is one more programme of the cell ${cell.id}, which a plan takes up once`,
    ),
  ];
  if (problems.length > 0) throw invalidPlan(place, problems);
  const late = wanted.filter(({ programme }) => programme.latest! < 0);
  if (late.length === 0) return;
  const conflict = late.map(
    ({ programme: { id, money } }) => `programme ${id} is required and takes ${counted(money.length, "year")}, the plan has ${years}`,
  );
  throw new LevermapError("LM_PLAN_INFEASIBLE", `No plan keeps to all of ${place}: ${conflict.join("; ")}.`, { plan: place, conflict });
}
