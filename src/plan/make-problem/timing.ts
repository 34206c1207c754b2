import type { Economics } from "../economics.ts";
import type { TechnologyFacts } from "./plan-facts.ts";

/** Present value of 1 a year from one time to another, in years from the start: `∫ e^(-rt) dt`, times `e^(-lapse (t - from))` where it lapses. */
export function annuity(from: number, to: number, rate: number, lapse = 0): number {
  const [length, fall] = [to - from, rate + lapse];
  if (length <= 0) return 0;
  return Math.exp(-rate * from) * (fall === 0 ? length : (1 - Math.exp(-fall * length)) / fall);
}

/** Present value of 1 at a time; of what never comes nothing. */
export const presentValue = (time: number, rate: number): number => (time === Number.POSITIVE_INFINITY ? 0 : Math.exp(-rate * time));

/** Present value of what is paid by year after a launch in year `from` of the plan. */
export const presentCost = (byYear: readonly number[], from: number, rate: number): number =>
  byYear.reduce((sum, each, after) => sum + each * annuity(from + after, from + after + 1, rate), 0);

/** When what a programme of a technology brings is there, in years after its launch. */
export interface Timing {
  /** Whole years over which it is paid. */
  readonly paid: number;
  /** Its families are granted, on average. */
  readonly granted: number;
  /** Its makers supply. */
  readonly supplied: number;
  /** First volume use, in years from the start of the plan; below 0 or 0: in use. */
  readonly firstUse: number;
}

/** The timing that all programmes of a technology share. */
export function timingOf({ id, kind, leadYears, clock }: TechnologyFacts, firstYear: number, { of, pick }: Economics): Timing {
  const paid = Math.max(1, Math.round(of("programme-years", id, kind)));
  return {
    paid,
    granted: paid / 2 + of("grant-delay", id),
    supplied: paid + (leadYears === null ? of("lead", id, kind) : pick(`lead|${id}`, leadYears)),
    firstUse: clock === null ? 0 : pick(`clock|${id}`, clock) - firstYear,
  };
}

/** The longest that a patent is in force, in years from its filing. */
export const patentYears = 20;
