import type { Economics } from "../economics.ts";
import type { TechnologyFacts } from "./plan-facts.ts";

/** Present value of 1 a year between two times in years: `∫ e^(-rt) dt`, times `e^(-lapse (t - from))` if it lapses. */
export function annuity(from: number, to: number, rate: number, lapse = 0): number {
  const [length, fall] = [to - from, rate + lapse];
  if (length <= 0) return 0;
  return Math.exp(-rate * from) * (fall === 0 ? length : (1 - Math.exp(-fall * length)) / fall);
}

/** Present value of 1 at a time; 0 if never. */
export const presentValue = (time: number, rate: number): number => (time === Number.POSITIVE_INFINITY ? 0 : Math.exp(-rate * time));

/** Present value of yearly payments after a launch in year `from`. */
export const presentCost = (byYear: readonly number[], from: number, rate: number): number =>
  byYear.reduce((sum, each, after) => sum + each * annuity(from + after, from + after + 1, rate), 0);

/** Timing of a programme's results, in years after launch. */
export interface Timing {
  /** Years of payment. */
  readonly paid: number;
  /** Average grant of its families. */
  readonly granted: number;
  /** Start of supply. */
  readonly supplied: number;
  /** First volume use, in years from the start of the plan; 0 or less: in use. */
  readonly firstUse: number;
}

export function timingOf({ id, kind, leadYears, clock }: TechnologyFacts, firstYear: number, { of, pick }: Economics): Timing {
  const paid = Math.max(1, Math.round(of("programme-years", id, kind)));
  return {
    paid,
    granted: paid / 2 + of("grant-delay", id),
    supplied: paid + (leadYears === null ? of("lead", id, kind) : pick(`lead|${id}`, leadYears)),
    firstUse: clock === null ? 0 : pick(`clock|${id}`, clock) - firstYear,
  };
}

/** Longest patent term, in years from filing. */
export const patentYears = 20;
