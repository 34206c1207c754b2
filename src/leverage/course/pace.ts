import { clamp } from "../../base/numbers.ts";
import type { Inputs } from "../draw/inputs.ts";

/** Logistic build-up over the lead time: `G(τ) = 1 / (1 + e^{-6 (τ - L/2) / (L/2)})`; `G(0)` is the same for every lead time. */
const logistic = (month: number, lead: number): number => 1 / (1 + Math.exp((-6 * (month - lead / 2)) / (lead / 2)));
const first = logistic(0, 1);

/** Build-up after `month` months, 0 at the start: `(G(τ) - G(0)) / (1 - G(0))`. Without lead time: 1. */
export function builtUp(month: number, lead: number): number {
  if (lead <= 0) return month >= 0 ? 1 : 0;
  if (month <= 0) return 0;
  return (logistic(month, lead) - first) / (1 - first);
}

/** Part of a stopped plant that is back `month` months after the loss: evenly over the months of repair. */
export const restored = (month: number, repair: number): number => (month >= repair ? 1 : clamp(month / repair, 0, 1));

/** Mean part still out over the months `from` to `to` after the loss, `0 <= from < to`: one less the mean of `restored`. */
export function stillOut(from: number, to: number, repair: number): number {
  const end = Math.min(to, repair);
  return end <= from ? 0 : ((end - from) * (1 - (from + end) / (2 * repair))) / (to - from);
}

/** Part of the gap that can be redirected after `month` months: `f∞ (1 - e^{-τ/Q})`. */
export function redirected(month: number, fungibility: number, qualification: number): number {
  if (month < 0) return 0;
  return qualification > 0 ? fungibility * (1 - Math.exp(-month / qualification)) : fungibility;
}

/** Part of the gap filled by new makers after `month` months: `P c (G(τ) - G(0)) / (1 - G(0))`. */
export function recovered(month: number, { parameter }: Inputs, t: number): number {
  const most = parameter["recovery-chance"][t]! * parameter["recovery-ceiling"][t]!;
  return most === 0 ? 0 : most * builtUp(month, parameter["lead-time"][t]!);
}

/** Installed base left after a step, `2^(-width / life)`. Half-life in years; 0: nothing is left. */
export const leftOfBase = (width: number, life: number): number => (life <= 0 ? 0 : Math.exp((-Math.LN2 * width) / (12 * life)));

/**
 * Lost installed base after a step: only the available part of what wears out is replaced, `dL/dτ = (ln 2 / life) max(0, x - L)`.
 * @param left part of a base left after the step
 */
export const wornDown = (lost: number, lack: number, left: number): number => (lack <= lost ? lost : lack - (lack - lost) * left);

/** Part of their use that users have learnt to do without. @param most of it they can @param until months in which they learn to */
export const saved = (months: number, most: number, until: number): number =>
  months >= until ? most : months <= 0 ? 0 : (most * months) / until;
