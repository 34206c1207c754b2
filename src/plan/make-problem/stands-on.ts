import { groupBy } from "../../base/group-by.ts";
import type { PlanLimit } from "../problem.ts";
import type { TechnologyFacts } from "./plan-facts.ts";
import type { MadeProgramme } from "./programmes.ts";

/** Id of the limit of the programmes of a technology that stand on a cell. */
export const standsOnLimit = (technology: string, cell: string): string => `stands-on:${technology}:${cell}`;

/**
 * A programme of a technology stands on the leading cell (most families, of equals the first) of each technology that it cannot do without
 * and that is a candidate too, alone or with a partner: it needs the programme of a cell that is only one, of others see {@link standsOnLimits}.
 */
export function withDependencies(made: readonly MadeProgramme[], known: ReadonlyMap<string, TechnologyFacts>): readonly MadeProgramme[] {
  const leading = new Map([...groupBy(made, ({ cell }) => cell.technology)].map(([technology, own]) => [technology, leadingCell(own)]));
  const ofCell = groupBy(made, ({ cell }) => cell.id);
  return made.map((each) => {
    const { technology } = each.cell;
    const inputs = (known.get(technology)?.needs ?? []).filter((need) => need !== technology);
    const standsOn = inputs.flatMap((need) => leading.get(need) ?? []);
    const needs = standsOn.map((cell) => ofCell.get(cell)!).flatMap((ways) => (ways.length === 1 ? ways[0]!.programme.id : []));
    return { ...each, standsOn, programme: { ...each.programme, needs } };
  });
}

function leadingCell(own: readonly MadeProgramme[]): string {
  const size = ({ cell }: MadeProgramme): number => cell.families ?? 0;
  return own.reduce((best, each) => (size(each) > size(best) ? each : best)).cell.id;
}

/**
 * Nothing that stands on a cell which may be taken up in several ways is on without any of them. Of `n` programmes launched in parts of at most 1, `Σ least / n · launched` is
 * at most the least part of the cell: it bounds nothing where the cell is on, and is 0 where it is off.
 */
export function standsOnLimits(made: readonly MadeProgramme[]): readonly PlanLimit[] {
  const ofCell = groupBy(made, ({ cell }) => cell.id);
  return [...groupBy(made, ({ cell }) => cell.technology)].flatMap(([technology, own]) =>
    [...new Set(own.flatMap(({ standsOn }) => standsOn))].flatMap((cell): readonly PlanLimit[] => {
      const ways = ofCell.get(cell)!.map(({ programme }) => programme);
      const least = Math.min(...ways.map((each) => each.least));
      const above = own.map(({ programme: { id } }) => ({ programme: id, weight: least / own.length }));
      const below = ways.map(({ id }) => ({ programme: id, weight: -1 }));
      return ways.length === 1 ? [] : [{ id: standsOnLimit(technology, cell), weights: [...above, ...below], most: 0 }];
    }),
  );
}
