import type { Interval } from "../base/interval.ts";

/** `95`, `0.4`, `0.003`: USD bn, or a part. */
export const amount = (value: number): string => {
  if (Math.abs(value) < 5e-4) return "0";
  return Number(value.toPrecision(Math.abs(value) < 1 ? 1 : 2)).toLocaleString("en-US", { maximumFractionDigits: 4 });
};

/** `USD 95 bn (60 to 120)`; one figure where the ends are the same. */
export function usdBn([low, middle, high]: Interval): string {
  const ends = amount(low) === amount(high) ? "" : ` (${amount(low)} to ${amount(high)})`;
  return `USD ${amount(middle)} bn${ends}`;
}
