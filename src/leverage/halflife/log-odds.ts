import { clamp } from "../../base/numbers.ts";

/** Rounding error of shares published in whole per cent: no share is taken nearer to none or to all. */
export const halfPercentagePoint = 0.005;

/** Log odds of a share, held between half a point and all but half a point. */
export function logOdds(share: number): number {
  const held = clamp(share, halfPercentagePoint, 1 - halfPercentagePoint);
  return Math.log(held / (1 - held));
}

export const shareOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
