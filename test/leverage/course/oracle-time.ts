import type { Measure } from "./story.ts";

/** How measures, makers and stocks go over time, for the oracle. */

function logistic(month: number, lead: number): number {
  return 1 / (1 + Math.exp((-6 * (month - lead / 2)) / (lead / 2)));
}

export function grown(month: number, lead: number): number {
  if (lead === 0) return month < 0 ? 0 : 1;
  return month <= 0 ? 0 : (logistic(month, lead) - logistic(0, lead)) / (1 - logistic(0, lead));
}

export type Step = readonly [begin: number, end: number];

/** Part of a measure in force over a step, or at a moment where its two ends are one. */
export function force(measure: Measure, [begin, end]: Step): number {
  const month = (begin + end) / 2;
  if (month < measure.start) return 0;
  const eased = measure.easing.filter((each) => each.month <= month).at(-1);
  const out = measure.repair === null ? 1 : stillOut(begin - measure.start, end - measure.start, measure.repair);
  return (eased ? eased.left : 1) * out;
}

export const strength = (measure: Measure, step: Step): number => (measure.withheld ?? 1) * force(measure, step);

/** A plant comes back evenly; what is out over a step is the difference of what is lost up to its two ends. */
function stillOut(begin: number, end: number, repair: number): number {
  if (begin === end) return Math.max(0, 1 - begin / repair);
  const lostUpTo = (month: number): number => (month >= repair ? repair / 2 : month - (month * month) / (2 * repair));
  return (lostUpTo(end) - lostUpTo(begin)) / (end - begin);
}

/** When users know that a measure is over; `null`: they do not know. */
export function endOf({ withheld, start, repair, easing, endAnnounced }: Measure): number | null {
  if (withheld === null) return repair === null ? null : start + repair;
  return endAnnounced && easing.at(-1)?.left === 0 ? easing.at(-1)!.month : null;
}

/** The part of a lack that is covered on average over a step, by halving for `T` and the lack at `u` added up. */
export function rationed(stock: number, lack: number, width: number, care: number): number {
  let [low, high] = [0, stock / lack + care];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (lack * (middle + care * Math.expm1(-middle / care)) < stock) low = middle;
    else high = middle;
  }
  const until = Math.min(width, low);
  const missed = lack * care * (Math.exp((until - low) / care) - Math.exp(-low / care)) + lack * (width - until);
  return (lack * width - missed) / width;
}
