import { quantile } from "../../measure/bootstrap.ts";
import type { OddsWalk } from "./odds-walk.ts";

/** A change of a top holder's share between two neighbouring figures. */
export interface ShareStep {
  readonly technology: string;
  /** Share at the start. */
  readonly share: number;
  readonly years: number;
  /** Of the log odds. */
  readonly change: number;
}

/** What the shares of like holders did. */
export interface BaseRate {
  /** The share that parts the steps in two halves; like is whoever is on the same side. */
  readonly middle: number;
  /** Steps with a share on that side of the middle. */
  like(share: number): readonly ShareStep[];
  walkOf(share: number): OddsWalk;
}

/** Fewer tell no rate. */
export const fewestSteps = 10;

/**
 * The base rate by two classes of share. Where a class has too few steps, all steps are its base; `null` where these are too few (reference
 * class forecasting, Kahneman and Tversky 1979).
 */
export function baseRateOf(steps: readonly ShareStep[]): BaseRate | null {
  if (steps.length < fewestSteps) return null;
  const middle = quantile(
    steps.map(({ share }) => share).sort((a, b) => a - b),
    0.5,
  );
  const halves = [true, false].map((upper) => {
    const own = steps.filter(({ share }) => share >= middle === upper);
    const like = own.length < fewestSteps ? steps : own;
    return { like, walk: fitWalk(like) };
  });
  const halfOf = (share: number) => halves[share >= middle ? 0 : 1]!;
  return { middle, like: (share) => halfOf(share).like, walkOf: (share) => halfOf(share).walk };
}

/** Parts of the variance within a year that may be noise. */
const noiseParts = Array.from({ length: 101 }, (_, i) => i / 100);

/**
 * The walk of greatest likelihood. Of a variance `κ (ρ + (1 - ρ) years)` of each step, drift and `κ` have closed forms, and `ρ`, the part
 * that is noise of the figures, is found on a grid.
 */
export function fitWalk(steps: readonly ShareStep[]): OddsWalk {
  let best: { readonly likelihood: number; readonly walk: OddsWalk } | null = null;
  for (const part of noiseParts) {
    const spreads = steps.map(({ years }) => part + (1 - part) * years);
    const weight = steps.reduce((sum, { years }, i) => sum + years ** 2 / spreads[i]!, 0);
    const drift = steps.reduce((sum, { years, change }, i) => sum + (years * change) / spreads[i]!, 0) / weight;
    const scale = steps.reduce((sum, { years, change }, i) => sum + (change - drift * years) ** 2 / spreads[i]!, 0) / steps.length;
    const likelihood = -steps.length * Math.log(Math.max(scale, leastVariance)) - spreads.reduce((sum, each) => sum + Math.log(each), 0);
    if (best === null || likelihood > best.likelihood)
      best = { likelihood, walk: { drift, driftVariance: scale / weight, variance: scale * (1 - part), noise: scale * part } };
  }
  return best!.walk;
}

/** Keeps the likelihood finite where all steps are alike. */
const leastVariance = 1e-9;
