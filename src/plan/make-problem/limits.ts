import { groupBy } from "../../base/group-by.ts";
import type { PlanLimit } from "../problem.ts";
import type { PlanChoices } from "./plan-facts.ts";
import type { MadeProgramme } from "./programmes.ts";

export const followUpLimit = "follow-up";

/** Ids of the limits of one technology and of one cell. */
export const technologyLimit = (technology: string): string => `technology:${technology}`;
export const onceLimit = (cell: string): string => `once:${cell}`;

/**
 * Limits by choice: follow-up work as part of all spending on cells of which it is known (others stay out of both sums), spending on one technology as a part of all
 * money, and of one cell no more than one programme, alone or with one partner.
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

/** Families judged from which on it is told what part of them is follow-up. */
const enough = 10;

/** The part of a cell's families that is follow-up; `null` where too few were judged. */
export const followUpPart = ({ followUp, judged }: MadeProgramme["cell"]["followUp"]): number | null =>
  judged >= enough ? followUp / judged : null;

const grouped = <T>(items: readonly T[], by: (item: T) => string): readonly (readonly [string, readonly T[]])[] =>
  [...groupBy(items, by)].sort(([a], [b]) => (a < b ? -1 : 1));
