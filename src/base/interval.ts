/** `[low, mid, high]`: the favourable end, the deterministic run at the middle of every interval, the adverse end. */
export type Interval = readonly [low: number, mid: number, high: number];

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
