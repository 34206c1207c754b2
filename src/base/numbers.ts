/** `[low, mid, high]`: the favourable end, the deterministic run at the middle of every interval, the adverse end. */
export type Interval = readonly [low: number, mid: number, high: number];

/** Of a number that is what it is. */
export const exactly = (value: number): Interval => [value, value, value];

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Relative error that sums of floating-point numbers may have. */
export const epsilon = 1e-9;
/** As `epsilon`, for a few operations on numbers near 1. */
export const tightEpsilon = 1e-12;

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
