import { smallestCohort } from "../citations/forward-citations.ts";
import type { TextSimilarity } from "./text-similarity.ts";

export interface Breakthroughs {
  /** `ln(FS / BS)` minus the mean of its year; NaN unknown. */
  readonly score: Float64Array;
  /** 1 breakthrough, 0 none, -1 unknown. */
  readonly breakthrough: Int8Array;
}

/**
 * Breakthroughs (Kelly et al. 2021): top decile over all years of `ln(FS / BS)` net of the year mean. Unknown if a similarity is unknown or
 * 0, or the year has under 20 known documents. Ties at the decile's edge are left out.
 */
export function breakthroughs({ backward, forward }: TextSimilarity, year: Uint16Array): Breakthroughs {
  const impact = forward.map((sum, i) => (sum > 0 && backward[i]! > 0 ? Math.log(sum / backward[i]!) : Number.NaN));
  const sums = new Float64Array(0x1_0000);
  const known = new Int32Array(0x1_0000);
  impact.forEach((one, i) => {
    if (Number.isNaN(one)) return;
    sums[year[i]!]! += one;
    known[year[i]!]!++;
  });
  const score = impact.map((one, i) => (known[year[i]!]! < smallestCohort ? Number.NaN : one - sums[year[i]!]! / known[year[i]!]!));
  const ranked = score.filter((one) => !Number.isNaN(one)).sort();
  const tenth = Math.floor(ranked.length / 10);
  const edge = ranked[ranked.length - 1 - tenth] ?? Number.NaN;
  const breakthrough = new Int8Array(score.length);
  score.forEach((one, i) => {
    breakthrough[i] = Number.isNaN(one) ? -1 : Number(one > edge);
  });
  return { score, breakthrough };
}
