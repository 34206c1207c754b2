import { groupBy } from "../../base/group-by.ts";
import type { PlanLimit } from "../problem.ts";
import type { PlanChoices } from "./plan-facts.ts";
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
  return [
    ...(followUpCap === null
      ? []
      : [
          {
            id: followUpLimit,
            weights: followUp.map(({ id, weight, cost }) => ({ programme: id, weight: weight - followUpCap * cost })),
            most: 0,
          },
        ]),
    ...(diversification === null
      ? []
      : grouped(programmes, ({ cell }) => cell.technology).map(([technology, own]) => ({
          id: technologyLimit(technology),
          weights: own.map(({ programme: { id }, cost }) => ({ programme: id, weight: cost })),
          most: diversification * budget,
          ofMoney: true,
        }))),
    ...grouped(programmes, ({ cell }) => cell.id)
      .filter(([, own]) => own.length > 1)
      .map(([cell, own]) => ({
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
