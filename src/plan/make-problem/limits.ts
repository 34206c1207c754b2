import { groupBy } from "../../base/collections.ts";
import type { PlanLimit } from "../problem.ts";
import type { PlanChoices, TechnologyFacts } from "./plan-facts.ts";
import type { MadeProgramme } from "./programmes.ts";

export const followUpLimit = "follow-up";

export const technologyLimit = (technology: string): string => `technology:${technology}`;
export const onceLimit = (cell: string): string => `once:${cell}`;

/**
 * Optional limits: follow-up spending as a share of spending on judged cells, spending per technology as a share of all money, and one
 * programme per cell.
 */
export function limitsOf(programmes: readonly MadeProgramme[], { followUpCap, diversification, money }: PlanChoices): readonly PlanLimit[] {
  const budget = money.reduce((sum, each) => sum + each, 0);
  const followUp = programmes.flatMap(({ programme: { id }, cell, cost }) => {
    const part = followUpPart(cell.followUp);
    return part === null ? [] : [{ id, weight: cost * part, cost }];
  });
  const capped = (cap: number) => followUp.map(({ id, weight, cost }) => ({ programme: id, weight: weight - cap * cost }));
  const byTechnology = grouped(programmes, ({ cell }) => cell.technology);
  const severalWays = grouped(programmes, ({ cell }) => cell.id).filter(([, own]) => own.length > 1);
  return [
    ...(followUpCap === null ? [] : [{ id: followUpLimit, weights: capped(followUpCap), most: 0 }]),
    ...(diversification === null ? [] : byTechnology).map(([technology, own]) => ({
      id: technologyLimit(technology),
      weights: own.map(({ programme: { id }, cost }) => ({ programme: id, weight: cost })),
      most: diversification! * budget,
      ofMoney: true,
    })),
    ...severalWays.map(([cell, own]) => ({
      id: onceLimit(cell),
      weights: own.map(({ programme: { id } }) => ({ programme: id, weight: 1 })),
      most: 1,
      ofOn: true,
    })),
  ];
}

/** Fewest judged families for a follow-up share. */
const enough = 10;

/** Share of follow-up families; `null` with too few judged. */
export const followUpPart = ({ followUp, judged }: MadeProgramme["cell"]["followUp"]): number | null =>
  judged >= enough ? followUp / judged : null;

const grouped = <T>(items: readonly T[], by: (item: T) => string): readonly (readonly [string, readonly T[]])[] =>
  [...groupBy(items, by)].sort(([a], [b]) => (a < b ? -1 : 1));

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
