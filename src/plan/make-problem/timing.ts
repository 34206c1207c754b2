/** Present value of 1 a year from one time to another, in years from the start: `∫ e^(-rt) dt`, times `e^(-lapse (t - from))` where it lapses. */
export function annuity(from: number, to: number, rate: number, lapse = 0): number {
  const [length, fall] = [to - from, rate + lapse];
  if (length <= 0) return 0;
  return Math.exp(-rate * from) * (fall === 0 ? length : (1 - Math.exp(-fall * length)) / fall);
}

/** When what a programme brings is there, in years after its launch. */
export interface Timing {
  /** Whole years over which it is paid. */
  readonly paid: number;
  /** Its families are granted, on average. */
  readonly granted: number;
  /** Its makers supply. */
  readonly supplied: number;
}

/** The longest that a patent is in force, in years from its filing. */
export const patentYears = 20;
