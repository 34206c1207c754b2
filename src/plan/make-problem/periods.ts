import type { TargetKind } from "./plan-facts.ts";
import { annuity, patentYears, presentValue, type Timing } from "./timing.ts";

/** From when to when something is there, in years from the start of the plan. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** When what is launched in one year is there. */
export interface Presence extends Period {
  /** When its families are granted: they lapse from then on, whether or not they earn anything yet. */
  readonly granted: number;
}

/**
 * When what programmes of a technology bring is there, by year of launch from the first to the last in which they still end within the years: what a
 * programme would cost later is in no budget. An option is held from the end of its programme on.
 */
export function presencesOf(kind: TargetKind, timing: Timing, years: number, horizon: number): readonly Presence[] {
  return Array.from({ length: Math.max(0, years - timing.paid + 1) }, (_, year) => presenceOf(kind, timing, year, horizon));
}

/** When what is launched in a year is there. */
export function presenceOf(kind: TargetKind, timing: Timing, year: number, horizon: number): Presence {
  const { paid, supplied, firstUse } = timing;
  const granted = year + timing.granted;
  if (kind === "exposure") return { granted, from: year + supplied, to: horizon };
  if (kind === "freedom") return { granted, from: year + paid, to: horizon };
  if (kind === "option") return { granted, from: year + paid, to: Number.POSITIVE_INFINITY };
  return { granted, from: Math.max(granted, firstUse), to: Math.min(horizon, year + paid / 2 + patentYears) };
}

/** Shorter than any period of which it matters: about half a minute. */
const instant = 1e-6;

/**
 * The years cut wherever something may begin or end, so that in no period more or less of it is there than at its beginning, but for what lapses. What comes late then fills
 * its own years alone, however much of it there is. `asOne`: from the earliest beginning to the end without a cut, which is the same where worth is proportional to the amount.
 */
export function periodsOf(presences: readonly Period[], asOne: boolean): readonly Period[] {
  const lasting = presences.filter(({ from, to }) => to - from > instant);
  const cuts = [...new Set(lasting.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const used = asOne && cuts.length > 2 ? [cuts[0]!, cuts.at(-1)!] : cuts;
  return used.slice(1).flatMap((to, i) => (to - used[i]! > instant ? [{ from: used[i]!, to }] : []));
}

/**
 * Present value of what is there over a period: of 1 a year; of an option of the interest on 1, so that one that is held without end is worth 1 on the day
 * on which it begins.
 */
export const worthOver = (kind: TargetKind, { from, to }: Period, rate: number): number =>
  kind === "option" ? presentValue(from, rate) - presentValue(to, rate) : annuity(from, to, rate);

/** What is left of what lapses, over the time in which it is there, as present value of 1 a year. */
export const lapsing = ({ granted, from, to }: Presence, rate: number, lapse: number): number =>
  Math.exp(-lapse * (from - granted)) * annuity(from, to, rate, lapse);

/** What part of a period's worth something has that is there in a part of it; claims on others' sales lapse from their grant on. */
export function partOfPeriod(kind: TargetKind, presence: Presence, period: Period, rate: number, lapse: number): number {
  const there = { ...presence, from: Math.max(presence.from, period.from), to: Math.min(presence.to, period.to) };
  if (there.to <= there.from) return 0;
  return (kind === "bargaining" ? lapsing(there, rate, lapse) : worthOver(kind, there, rate)) / worthOver(kind, period, rate);
}
