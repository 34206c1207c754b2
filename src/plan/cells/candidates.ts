import { groupBy } from "../../base/group-by.ts";
import { quantile } from "../../measure/quantile.ts";
import { type Candidate, type CandidateContext, reasonKinds, thresholds } from "./candidate.ts";
import { reasonsOf } from "./candidate-reasons.ts";
import type { Cell } from "./cell.ts";
import { activityOf, addActivities } from "./cell-activity.ts";
import { type Home, homePositionOf } from "./home.ts";

const neighbourhood = ({ technology, group }: Cell): string => `${technology}/${group.slice(0, 4)}`;

/**
 * Cells with a reason for them, with all reasons for and against, ordered by id. The rules are the same for every home; unknowns give no
 * reason.
 */
export function candidatesOf(given: readonly Cell[], home: Home, context: CandidateContext): readonly Candidate[] {
  const cells = [...given].sort((a, b) => (a.id < b.id ? -1 : 1));
  const activity = new Map(cells.map((cell) => [cell, activityOf(cell, context.year)]));
  const all = addActivities([...activity.values()]);
  const near = groupBy(cells, neighbourhood);
  const recent = cells.filter(({ families }) => families !== null).map((cell) => activity.get(cell)!.recent);
  const original = cells.flatMap(({ originality: { mean, of } }) => (mean !== null && of >= thresholds.originalFamilies ? mean : []));
  const bounds = {
    crowdedFrom: quantileOf(recent, thresholds.crowdedQuantile) ?? 0,
    originalFrom: quantileOf(original, thresholds.originalQuantile),
  };
  return cells
    .map((cell): Candidate => {
      const own = activity.get(cell)!;
      const others = { recent: all.recent - own.recent, before: all.before - own.before };
      const neighbours = cell.group === "" ? [] : near.get(neighbourhood(cell))!.filter((other) => other !== cell);
      const position = homePositionOf(cell, home);
      return { cell, home: position, reasons: reasonsOf(cell, position, { neighbours, others, ...bounds }, context) };
    })
    .filter(({ reasons }) => reasons.some(({ kind }) => reasonKinds[kind] === "for"));
}

function quantileOf(values: readonly number[], part: number): number | null {
  return values.length === 0
    ? null
    : quantile(
        [...values].sort((a, b) => a - b),
        part,
      );
}
