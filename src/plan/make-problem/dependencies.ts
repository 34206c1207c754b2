import { groupBy } from "../../base/group-by.ts";
import type { PlanLimit } from "../problem.ts";
import type { TechnologyFacts } from "./plan-facts.ts";
import type { MadeProgramme } from "./programmes.ts";

export const dependencyLimit = (technology: string, cell: string): string => `depends-on:${technology}:${cell}`;

/**
 * A programme depends on the leading candidate cell (most families, ties in order) of each blocking technology: on its programme if there is
 * one way to take it up, else by {@link dependencyLimits}.
 */
export function withDependencies(made: readonly MadeProgramme[], known: ReadonlyMap<string, TechnologyFacts>): readonly MadeProgramme[] {
  const leading = new Map([...groupBy(made, ({ cell }) => cell.technology)].map(([technology, own]) => [technology, leadingCell(own)]));
  const ofCell = groupBy(made, ({ cell }) => cell.id);
  return made.map((each) => {
    const { technology } = each.cell;
    const inputs = (known.get(technology)?.needs ?? []).filter((need) => need !== technology);
    const dependsOn = inputs.flatMap((need) => leading.get(need) ?? []);
    const needs = dependsOn.map((cell) => ofCell.get(cell)!).flatMap((ways) => (ways.length === 1 ? ways[0]!.programme.id : []));
    return { ...each, dependsOn, programme: { ...each.programme, needs } };
  });
}

function leadingCell(own: readonly MadeProgramme[]): string {
  const size = ({ cell }: MadeProgramme): number => cell.families ?? 0;
  return own.reduce((best, each) => (size(each) > size(best) ? each : best)).cell.id;
}

/**
 * For cells with several ways to be taken up: of `n` dependent programmes `Σ on / n` is at most the number of selected ways, of which a plan
 * takes at most one.
 */
export function dependencyLimits(made: readonly MadeProgramme[]): readonly PlanLimit[] {
  const ofCell = groupBy(made, ({ cell }) => cell.id);
  return [...groupBy(made, ({ cell }) => cell.technology)].flatMap(([technology, own]) =>
    [...new Set(own.flatMap(({ dependsOn }) => dependsOn))].flatMap((cell): readonly PlanLimit[] => {
      const ways = ofCell.get(cell)!.map(({ programme }) => programme);
      const above = own.map(({ programme: { id } }) => ({ programme: id, weight: 1 / own.length }));
      const below = ways.map(({ id }) => ({ programme: id, weight: -1 }));
      return ways.length === 1 ? [] : [{ id: dependencyLimit(technology, cell), weights: [...above, ...below], most: 0, ofOn: true }];
    }),
  );
}
