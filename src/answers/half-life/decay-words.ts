import type { DecayLine } from "./half-life-report.ts";

/** What takes a hold away. */
export const decayWords: Readonly<Record<DecayLine["by"], string>> = {
  refill: "other and new makers after an act",
  entrants: "new makers without an act",
  lapse: "patents that lapse",
  together: "all that is known",
};

/** Whole years are said in years; all else, and what stands beside it, in months. */
const inYears = (months: readonly number[]): boolean => months.every((month) => month >= 24 && month % 12 === 0);

/** `18 months`, `5 years`. */
export function monthWords(month: number): string {
  if (inYears([month])) return `${month / 12} years`;
  return `${month} month${month === 1 ? "" : "s"}`;
}

/** `34 months (20 to 61 months)`, `over 240 months (41 to over 240 months)`, `5 years (3 to 9 years)`: one unit for all three. */
export function halfLifeWords({ halfLife }: Pick<DecayLine, "halfLife">, horizon: number): string {
  if (halfLife === null) return "unknown";
  const ends = [halfLife.low, halfLife.median, halfLife.high];
  const years = inYears(ends.map((month) => month ?? horizon));
  const [low, median, high] = ends.map((month) => `${month === null ? "over " : ""}${(month ?? horizon) / (years ? 12 : 1)}`);
  const unit = years ? "years" : "months";
  return low === high ? `${median} ${median === "1" ? "month" : unit}` : `${median} ${unit} (${low} to ${high} ${unit})`;
}
