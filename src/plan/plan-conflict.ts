import type { CompiledProblem } from "./compiled-problem.ts";
import type { PlanModel } from "./plan-model.ts";

/** Names the bounds that cannot all be kept: resources with their years, limits, and programmes that must be on. */
export function conflictsOf(
  { years, resources, limits, programmes }: CompiledProblem,
  { resourceRow, limitRow, requiredRow }: PlanModel,
  rows: readonly number[],
): readonly string[] {
  const inConflict = new Set(rows);
  const yearsOf = (r: number): readonly number[] =>
    Array.from({ length: years }, (_, year) => year).filter((year) => inConflict.has(resourceRow[r * years + year]!));
  return [
    ...programmes.filter((_, i) => inConflict.has(requiredRow[i]!)).map(({ id }) => `programme ${id} is required`),
    ...resources.flatMap(({ id }, r) =>
      yearsOf(r).length > 0
        ? [
            `${id} of year ${yearsOf(r)
              .map((year) => year + 1)
              .join(", ")}`,
          ]
        : [],
    ),
    ...limits.filter((_, at) => inConflict.has(limitRow[at]!)).map(({ id }) => `limit ${id}`),
  ];
}
