import { groupBy } from "../../base/group-by.ts";
import type { PlanLimit } from "../problem.ts";
import type { TechnologyFacts } from "./plan-facts.ts";
import type { MadeProgramme } from "./programmes.ts";

/** Id of the limit of the programmes of a technology that stand on a cell. */
export const dependencyLimit = (technology: string, cell: string): string => `depends-on:${technology}:${cell}`;

/**
 * A programme of a technology stands on the leading cell (most families, of equals the first) of each technology that it cannot do without
 * and that is a candidate too, alone or with a partner: it needs the programme of a cell that is only one, of others see {@link dependencyLimits}.
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
 * Nothing that stands on a cell which may be taken up in several ways is on without any of them: of `n` programmes `Σ on / n` is at most how many
 * of the ways are on, of which a plan takes no more than one.
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
