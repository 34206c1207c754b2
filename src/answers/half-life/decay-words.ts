import type { DecayLine } from "./half-life-report.ts";

/** What takes a hold away. */
export const decayWords: Readonly<Record<DecayLine["by"], string>> = {
  refill: "other and new makers after an act",
  entrants: "new makers without an act",
  lapse: "patents that lapse",
  together: "all that is known",
};

/** `18 months`, `5 years`; `null`: `over 20 years`. */
export function monthWords(month: number | null, horizon: number): string {
  if (month === null) return `over ${horizon / 12} years`;
  return month < 24 || month % 12 !== 0 ? `${month} month${month === 1 ? "" : "s"}` : `${month / 12} years`;
}

/** `34 months (20 to 61 months)`, `over 20 years (41 months to over 20 years)`. */
export function halfLifeWords({ halfLife }: Pick<DecayLine, "halfLife">, horizon: number): string {
  if (halfLife === null) return "unknown";
  const [low, median, high] = [halfLife.low, halfLife.median, halfLife.high].map((month) => monthWords(month, horizon));
  if (low === high) return median!;
  return `${median} (${low!.endsWith(" months") && high!.endsWith(" months") ? low!.replace(" months", "") : low} to ${high})`;
}
