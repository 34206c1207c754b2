import type { Cell } from "../plan/cells/cell.ts";
import type { CandidateReason } from "./plan-report.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** Why a cell is a candidate, in words. */
export function candidateReasons(_: PreparedPlan, __: Cell): readonly CandidateReason[] {
  return [];
}
