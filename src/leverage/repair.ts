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
  /** Factor by which a plant like it may take less or more; 1: none. */
  readonly around: number;
  readonly weight: number;
}

/** Cases of which one is drawn, shortest first; weights sum to 1. */
export type Repair = readonly RepairCase[];

/** Months of repair that are given, drawn evenly. */
export const givenRepair = ([low, high]: readonly [number, number]): Repair => [{ low, high, floor: false, around: 1, weight: 1 }];

/** Where no plant is known to have been hit before: from at once to the end of a course, months. */
const unknownRepair = [0, 60] as const;

/** Months of a plant that was given up: longer than any course. */
const givenUp = { low: 60, high: 120 } as const;

const isGivenUp = ({ low, high }: RepairCase): boolean => low === givenUp.low && high === givenUp.high;

/** Fewer events of a cause than this are no distribution of their own. */
const enough = 3;

/**
 * Weight of an event of the cause among those of all causes: of 2, 4 and 8 the one with the least CRPS on the bundled cases, each left out in
 * turn. Factor of the bandwidth: after Silverman (1986), eq. 3.31.
 */
const [ownWeight, smoothing] = [8, 0.9];

/** Rows this near to an event are of that event, days. */
const sameEvent = 7;

/** Standard deviation of the logarithm of a repair time where a single event is known, and the shortest time it tells apart, months. */
const [usualSpread, shortest] = [1, 0.03];

/**
 * Repair times of plants that were hit before by the same cause. Each event counts once, shared by its plants. With fewer than three events
 * of the cause: of all plants, those of the cause counted eightfold. The next plant need not take what one of a few took: each case is spread
 * evenly on a logarithmic scale, with a standard deviation that falls with their number.
 * @param day of the outage, days since 1970-01-01; what it did itself is left out
 */
export function repairLike(rows: readonly Row<"outage">[], cause: OutageCause | null, day: number): Repair {
  const before = rows.filter((row) => Math.abs((dayOf(row.date) ?? Number.NEGATIVE_INFINITY) - day) > sameEvent);
  const plants = new Map<string, number>();
  for (const row of before) plants.set(eventOf(row), (plants.get(eventOf(row)) ?? 0) + 1);
  const alike = before.filter((row) => row.cause === cause);
  const own = new Set(alike.map(eventOf)).size >= enough;
  const read = own ? alike : before;
  if (read.length === 0) return givenRepair(unknownRepair);
  const weights = read.map((row) => (!own && row.cause === cause ? ownWeight : 1) / plants.get(eventOf(row))!);
  const [all, longest] = [sum(weights), Math.max(...read.map(({ low, high }) => high ?? low ?? 0))];
  const cases = read.map((row, i) => caseOf(row, longest, weights[i]! / all));
  const around = Math.exp(Math.sqrt(3) * bandwidth(cases, new Set(read.map(eventOf)).size));
  return cases
    .map((each) => (isGivenUp(each) ? each : { ...each, around }))
    .sort((a, b) => middleOf(a) - middleOf(b) || a.low - b.low || a.high - b.high);
}

const eventOf = ({ id, cause, date }: Row<"outage">): string => `${cause} ${date ?? id}`;

/** A floor reaches up to the longest case known, to twice itself at least. */
function caseOf({ low, high }: Row<"outage">, longest: number, weight: number): RepairCase {
  if (low === null) return { ...givenUp, floor: false, around: 1, weight };
  return { low, high: high ?? Math.max(longest, 2 * low), floor: high === null, around: 1, weight };
}

/** `0.9 s n^(-1/5)` of the logarithms of the cases that came back. */
function bandwidth(cases: readonly RepairCase[], events: number): number {
  const back = cases.filter((each) => !isGivenUp(each));
  const logs = back.map((each) => Math.log(Math.max(shortest, middleOf(each))));
  const all = sum(back.map(({ weight }) => weight));
  const mean = sum(logs.map((log, i) => back[i]!.weight * log)) / all;
  const spread = Math.sqrt(sum(logs.map((log, i) => back[i]!.weight * (log - mean) ** 2)) / all);
  return smoothing * (events > 1 ? spread : usualSpread) * events ** -0.2;
}

const at = ({ low, high, floor, around }: RepairCase, u: number): number =>
  (low + (high - low) * (floor ? nearLow(u) : u)) * around ** (2 * u - 1);

const middleOf = (each: RepairCase): number => at(each, 0.5);

/** Months of repair in the middle run: the middle of the cases, by weight. */
export function middleRepair(repair: Repair): number {
  let below = 0;
  for (const each of repair) {
    below += each.weight;
    if (below >= 0.5 - 1e-12) return middleOf(each);
  }
  return middleOf(repair.at(-1)!);
}

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
  return [Math.min(...repair.map(({ low, around }) => low / around)), Math.max(...repair.map(({ high, around }) => high * around))];
}
