/** Report months after the first act. */
export const horizons = [0, 3, 6, 12, 24, 60] as const;

/** Months of `from` to `to` within the stretch before each horizon. */
export const monthsOfStretches = (from: number, to: number): readonly number[] =>
  horizons.map((month, h) => (h === 0 ? 0 : Math.max(0, Math.min(to, month) - Math.max(from, horizons[h - 1]!))));

/** A stretch of months evaluated at its middle. */
export interface Steps {
  readonly from: Float64Array;
  readonly width: Float64Array;
  readonly middle: Float64Array;
  /** First step of the month at each horizon, and the step after its last. */
  readonly ofHorizon: Int32Array;
  readonly afterHorizon: Int32Array;
}

/** Mean of a series by step, which begins at `from`, over the month at a horizon, which may span several steps. */
export function inMonth({ ofHorizon, afterHorizon, width }: Steps, horizon: number, series: Float64Array, from: number): number {
  const [first, after] = [ofHorizon[horizon]!, afterHorizon[horizon]!];
  if (after === first + 1) return series[from + first]!;
  let [sum, months] = [0, 0];
  for (let s = first; s < after; s++) {
    sum += series[from + s]! * width[s]!;
    months += width[s]!;
  }
  return sum / months;
}

/** Default step ends: short while stocks run out and sources are qualified. */
const usual = [0, 1, 2, 3, 4, 6, 7, 9, 12, 13, 18, 24, 25, 36, 48, 60, 61];

/**
 * Steps with additional ends, so that changes fall between steps.
 * @param ends months, 0..61, in any order
 */
export const courseSteps = (ends: readonly number[] = []): Steps => stepsAlong([...usual, ...ends], horizons);

/** Steps that end at some months, for series only: nothing is reported at horizons. */
export const stepsEndingAt = (ends: readonly number[]): Steps => stepsAlong([0, ...ends], [], Number.POSITIVE_INFINITY);

/** The same steps up to a month, 1..60, for mean losses only: so that a mean over them is the one that others show. */
export const stepsUntil = (months: number): Steps => stepsAlong([...usual.filter((end) => end < months), months], []);

function stepsAlong(months: readonly number[], reported: readonly number[], longest = 61): Steps {
  const last = Math.max(...months.filter((month) => month <= longest));
  const ends = [...new Set(months)].filter((month) => month >= 0 && month <= last).sort((a, b) => a - b);
  const from = Float64Array.from(ends.slice(0, -1));
  const width = from.map((start, s) => ends[s + 1]! - start);
  return {
    from,
    width,
    middle: from.map((start, s) => start + width[s]! / 2),
    ofHorizon: Int32Array.from(reported, (month) => from.indexOf(month)),
    afterHorizon: Int32Array.from(reported, (month) => ends.indexOf(month + 1)),
  };
}

export const lengthOf = ({ from, width }: Steps): number => from.at(-1)! + width.at(-1)!;
