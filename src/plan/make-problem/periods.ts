import type { TargetKind } from "./plan-facts.ts";
import { annuity, patentYears, presentValue, type Timing } from "./timing.ts";

/** A time span in years from the start of the plan. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Presence of a launch's result. */
export interface Presence extends Period {
  /** When its families are granted and start to lapse. */
  readonly granted: number;
}

/**
 * Presence of results by launch year, up to the last year in which a programme still ends within the plan. Options start with the end of the
 * programme.
 */
export function presencesOf(kind: TargetKind, timing: Timing, years: number, horizon: number): readonly Presence[] {
  return Array.from({ length: Math.max(0, years - timing.paid + 1) }, (_, year) => presenceOf(kind, timing, year, horizon));
}

export function presenceOf(kind: TargetKind, timing: Timing, year: number, horizon: number): Presence {
  const { paid, supplied, firstUse } = timing;
  const granted = year + timing.granted;
  if (kind === "exposure") return { granted, from: year + supplied, to: horizon };
  if (kind === "freedom") return { granted, from: year + paid, to: horizon };
  if (kind === "option") return { granted, from: year + paid, to: Number.POSITIVE_INFINITY };
  return { granted, from: Math.max(granted, firstUse), to: Math.min(horizon, year + paid / 2 + patentYears) };
}

/** Shortest relevant period, about half a minute. */
const instant = 1e-6;

/**
 * Periods cut at every start or end, so that within one the amount changes only by lapsing. `asOne`: a single period, equivalent where value
 * is proportional to the amount.
 */
export function periodsOf(presences: readonly Period[], asOne: boolean): readonly Period[] {
  const lasting = presences.filter(({ from, to }) => to - from > instant);
  const cuts = [...new Set(lasting.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const used = asOne && cuts.length > 2 ? [cuts[0]!, cuts.at(-1)!] : cuts;
  return used.slice(1).flatMap((to, i) => (to - used[i]! > instant ? [{ from: used[i]!, to }] : []));
}

/** Present value over a period of 1 a year; for options of the interest on 1, so that a perpetual option is worth 1 at its start. */
export const worthOver = (kind: TargetKind, { from, to }: Period, rate: number): number =>
  kind === "option" ? presentValue(from, rate) - presentValue(to, rate) : annuity(from, to, rate);

/** Present value of 1 a year while it lapses. */
export const lapsing = ({ granted, from, to }: Presence, rate: number, lapse: number): number =>
  Math.exp(-lapse * (from - granted)) * annuity(from, to, rate, lapse);

/** Share of a period's value that a partial presence earns; claims on others' sales lapse from grant. */
export function partOfPeriod(kind: TargetKind, presence: Presence, period: Period, rate: number, lapse: number): number {
  const there = { ...presence, from: Math.max(presence.from, period.from), to: Math.min(presence.to, period.to) };
  if (there.to <= there.from) return 0;
  return (kind === "bargaining" ? lapsing(there, rate, lapse) : worthOver(kind, there, rate)) / worthOver(kind, period, rate);
}

/** Target ids in answers: kind, technology and jurisdiction, if any. */
export const targetId = (kind: string, technology: string, jurisdiction?: string): string =>
  [kind, technology, ...(jurisdiction === undefined ? [] : [jurisdiction])].join(":");

/** Id of one period of a target; the target's own id if it has only one. */
export const periodId = (target: string, period: number, periods: number): string => (periods === 1 ? target : `${target}@${period + 1}`);

/** The target of a period id. */
export const targetOfPeriod = (id: string): string => id.split("@")[0]!;

/** Values summed over the periods of each target. */
export function sumsByTarget(parts: Iterable<{ readonly id: string; readonly value: number }>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { id, value } of parts) sums.set(targetOfPeriod(id), (sums.get(targetOfPeriod(id)) ?? 0) + value);
  return sums;
}
