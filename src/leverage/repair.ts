import { dayOf } from "../base/days.ts";
import { sum } from "../base/numbers.ts";
import type { Row } from "../base/tables.ts";
import type { OutageCause } from "../link/parameter-domains.ts";
import { nearLow } from "./draw/random.ts";

/** Months to full output after one case, and its weight among all of them. */
export interface RepairCase {
  readonly low: number;
  readonly high: number;
  /** Drawn near `low`, of which alone the source tells. */
  readonly floor: boolean;
  readonly weight: number;
}

/** Cases of which one is drawn, shortest first; weights sum to 1. */
export type Repair = readonly RepairCase[];

/** Months of repair that are given, drawn evenly. */
export const givenRepair = ([low, high]: readonly [number, number]): Repair => [{ low, high, floor: false, weight: 1 }];

/** Where no plant is known to have been hit before: from at once to the end of a course, months. */
const unknownRepair = [0, 60] as const;

/** Fewer events of a cause than this are no distribution of their own. */
const enough = 3;

/** Rows this near to an event are of that event, days. */
const sameEvent = 7;

/**
 * Repair times of plants that were hit before by the same cause. Each event counts once, shared by its plants. With fewer than three events
 * of the cause: of all plants, those of the cause counted double. Plants given up are left out.
 * @param day of the outage, days since 1970-01-01; what it did itself is left out
 */
export function repairLike(rows: readonly Row<"outage">[], cause: OutageCause | null, day: number): Repair {
  const before = rows.filter((row) => row.low !== null && Math.abs((dayOf(row.date) ?? Number.NEGATIVE_INFINITY) - day) > sameEvent);
  const plants = new Map<string, number>();
  for (const row of before) plants.set(eventOf(row), (plants.get(eventOf(row)) ?? 0) + 1);
  const alike = before.filter((row) => row.cause === cause);
  const own = new Set(alike.map(eventOf)).size >= enough;
  const read = own ? alike : before;
  if (read.length === 0) return givenRepair(unknownRepair);
  const weights = read.map((row) => (!own && row.cause === cause ? 2 : 1) / plants.get(eventOf(row))!);
  const [all, longest] = [sum(weights), Math.max(...read.map(({ low, high }) => high ?? low!))];
  return read
    .map((row, i) => caseOf(row, longest, weights[i]! / all))
    .sort((a, b) => middleOf(a) - middleOf(b) || a.low - b.low || a.high - b.high);
}

const eventOf = ({ id, cause, date }: Row<"outage">): string => `${cause} ${date ?? id}`;

/** A floor reaches up to the longest case known, to twice itself at least. */
function caseOf({ low, high }: Row<"outage">, longest: number, weight: number): RepairCase {
  return { low: low!, high: high ?? Math.max(longest, 2 * low!), floor: high === null, weight };
}

const at = ({ low, high, floor }: RepairCase, u: number): number => low + (high - low) * (floor ? nearLow(u) : u);

const middleOf = (each: RepairCase): number => at(each, 0.5);

/** Months of repair in the middle run: the mean of the cases' middles. */
export const middleRepair = (repair: Repair): number => sum(repair.map((each) => each.weight * middleOf(each)));

/** Months of repair by one uniform number: its case, and the place in that one's interval. */
export function drawnRepair(repair: Repair, u: number): number {
  let below = 0;
  for (const each of repair) {
    if (u < below + each.weight) return at(each, (u - below) / each.weight);
    below += each.weight;
  }
  return at(repair.at(-1)!, 1);
}

/** Shortest and longest that a draw may take, months. */
export function repairEnds(repair: Repair): readonly [low: number, high: number] {
  return [Math.min(...repair.map(({ low }) => low)), Math.max(...repair.map(({ high }) => high))];
}
