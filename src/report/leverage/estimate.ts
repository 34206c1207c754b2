import type { CoalitionReport, LeverageCell } from "../../answers/leverage/leverage-report.ts";
import { numberInterval, percentInterval } from "../../base/format.ts";

/** `95 (60 to 120)`, or `unknown`. */
export const estimateWords = (estimate: LeverageCell["usd"], before = ""): string =>
  estimate === null ? "unknown" : `${before}${numberInterval(estimate.interval)}`;

/** An estimate in the unit of a coalition. */
export const estimateIn =
  (unit: CoalitionReport["unit"]) =>
  (estimate: NonNullable<LeverageCell["usd"]>): string =>
    unit === "part of output" ? percentInterval(estimate.interval) : estimateWords(estimate);
