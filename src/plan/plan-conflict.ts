import type { CompiledProblem } from "./compiled-problem.ts";
import type { PlanModel } from "./plan-model.ts";

/** A bound in conflict: a required programme, a resource in some years (from 0), or a limit. */
export interface PlanConflict {
  readonly kind: "required" | "resource" | "limit";
  readonly id: string;
  readonly years: readonly number[];
}

export function conflictsOf(
  { years, resources, limits, programmes }: CompiledProblem,
  { resourceRow, limitRow, requiredRow }: PlanModel,
  rows: readonly number[],
): readonly PlanConflict[] {
  const inConflict = new Set(rows);
  const yearsOf = (r: number): readonly number[] =>
    Array.from({ length: years }, (_, year) => year).filter((year) => inConflict.has(resourceRow[r * years + year]!));
  const bound = (kind: "required" | "limit", id: string): PlanConflict => ({ kind, id, years: [] });
  return [
    ...programmes.filter((_, i) => inConflict.has(requiredRow[i]!)).map(({ id }) => bound("required", id)),
    ...resources
      .map(({ id }, r): PlanConflict => ({ kind: "resource", id, years: yearsOf(r) }))
      .filter(({ years: found }) => found.length > 0),
    ...limits.filter((_, at) => inConflict.has(limitRow[at]!)).map(({ id }) => bound("limit", id)),
  ];
}
