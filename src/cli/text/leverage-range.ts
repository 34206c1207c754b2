import type { LeverageCell } from "../../answers/leverage/leverage-report.ts";
import { numberInterval, percentInterval } from "../../base/format.ts";

/** In USD bn, or of output. */
export type Told = (estimate: NonNullable<LeverageCell["usd"]>) => string;

export const toldIn = (unit: "USD bn a year" | "part of output"): Told =>
  unit === "part of output" ? ({ interval }) => percentInterval(interval) : (estimate) => range(estimate);

/** `95 (60 to 120)`, or `unknown`. */
export function range(estimate: LeverageCell["usd"], before = ""): string {
  if (estimate === null) return "unknown";
  return `${before}${numberInterval(estimate.interval)}`;
}
