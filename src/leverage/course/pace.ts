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

/** Part of the gap that others can be turned to after `month` months: `f∞ (1 - e^{-τ/Q})`; nobody before the effect. */
export function redirected(month: number, fungibility: number, qualification: number): number {
  if (month < 0) return 0;
  return qualification > 0 ? fungibility * (1 - Math.exp(-month / qualification)) : fungibility;
}

/** Part of the gap that new makers fill after `month` months: `P c (G(τ) - G(0)) / (1 - G(0))`. */
export const recovered = (month: number, { parameter }: Inputs, t: number): number =>
  parameter["recovery-chance"][t]! * parameter["recovery-ceiling"][t]! * builtUp(month, parameter["lead-time"][t]!);

/** Part of an installed base that is left after a stretch of months, `2^(-width / life)`. Half-life in years; none: nothing is left. */
export const leftOfBase = (width: number, life: number): number => (life <= 0 ? 0 : 2 ** (-width / (12 * life)));

/**
 * Lost part of an installed base after a stretch of months: of what wears out the part that is lacking is not replaced, so that the loss goes
 * towards the lack, `dL/dτ = (ln 2 / life) max(0, x - L)`, and what is lost does not come back.
 * @param left part of a base that is left after the stretch
 */
export const wornDown = (lost: number, lack: number, left: number): number => (lack <= lost ? lost : lack - (lack - lost) * left);
