import type { TargetKind } from "./plan-facts.ts";
import { annuity, patentYears, type Timing } from "./timing.ts";

/** From when to when something is there, in years from the start of the plan. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Kinds of gain that are there from some time on, rather than once. */
export type LastingKind = Exclude<TargetKind, "option">;

/**
 * When what programmes of a technology bring is there, by year of launch from the first to the last in which they still end within the years: what a
 * programme would cost later is in no budget.
 */
export function presencesOf(
  kind: LastingKind,
  { paid, granted, supplied, firstUse }: Timing,
  years: number,
  horizon: number,
): readonly Period[] {
  return Array.from({ length: Math.max(0, years - paid + 1) }, (_, year): Period => {
    if (kind === "exposure") return { from: year + supplied, to: horizon };
    if (kind === "freedom") return { from: year + paid, to: horizon };
    return { from: Math.max(year + granted, firstUse), to: Math.min(horizon, year + paid / 2 + patentYears) };
  });
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

/** What part of a period's worth something has that is there in a part of it, and lapses from its own beginning on. */
export function partOfPeriod(presence: Period, period: Period, rate: number, lapse = 0): number {
  const [from, to] = [Math.max(presence.from, period.from), Math.min(presence.to, period.to)];
  const left = Math.exp(-lapse * (from - presence.from));
  return (left * annuity(from, to, rate, lapse)) / annuity(period.from, period.to, rate);
}
