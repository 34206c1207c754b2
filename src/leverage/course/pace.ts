import type { Inputs } from "../draw/inputs.ts";

/** Logistic curve of a build-up over the lead time: slow, fast, slow. `G(τ) = 1 / (1 + e^{-6 (τ - L/2) / (L/2)})`. */
const logistic = (month: number, lead: number): number => 1 / (1 + Math.exp((-6 * (month - lead / 2)) / (lead / 2)));

/** Part of a full build-up that is reached after `month` months, 0 at the start: `(G(τ) - G(0)) / (1 - G(0))`. No lead time: all at once. */
export function builtUp(month: number, lead: number): number {
  if (lead <= 0) return month >= 0 ? 1 : 0;
  if (month <= 0) return 0;
  const first = logistic(0, lead);
  return (logistic(month, lead) - first) / (1 - first);
}

/** Part of the gap that others can be turned to after `month` months: `f∞ (1 - e^{-τ/Q})`. */
export const redirected = (month: number, fungibility: number, qualification: number): number =>
  qualification > 0 ? fungibility * (1 - Math.exp(-Math.max(0, month) / qualification)) : fungibility;

/** Part of the gap that new makers fill after `month` months: `P c (G(τ) - G(0)) / (1 - G(0))`. */
export const recovered = (month: number, { parameter }: Inputs, t: number): number =>
  parameter["recovery-chance"][t]! * parameter["recovery-ceiling"][t]! * builtUp(month, parameter["lead-time"][t]!);

/** Part of the installed base that is left after some months without replacement: `2^{-month/life}`, half-life in years; none: nothing. */
function baseLeft(month: number, life: number): number {
  if (life <= 0) return month <= 0 ? 1 : 0;
  return 2 ** (-month / (12 * life));
}

/** Part of the installed base that wears out between two months: `2^{-a/life} - 2^{-b/life}`, half-life in years; none: all at once. */
export const wornOut = (from: number, width: number, life: number): number => baseLeft(from, life) - baseLeft(from + width, life);

/** The same for many bases in stretches that mostly follow one another, so that what is left at the end of one is known at the start of the next. */
export interface Wearing {
  /** Forgets a base, whose half-life may be another. */
  start(base: number): void;
  between(base: number, from: number, width: number, life: number): number;
}

export function createWearing(bases: number): Wearing {
  const [month, left] = [new Float64Array(bases).fill(-1), new Float64Array(bases)];
  return {
    start(base) {
      month[base] = -1;
    },
    between(base, from, width, life) {
      const before = month[base] === from ? left[base]! : baseLeft(from, life);
      month[base] = from + width;
      left[base] = baseLeft(from + width, life);
      return before - left[base]!;
    },
  };
}
