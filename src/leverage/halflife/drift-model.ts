import { quantile } from "../../measure/bootstrap.ts";
import { type Cholesky, cholesky, type Matrix } from "../../measure/cholesky.ts";
import type { OddsWalk } from "./odds-walk.ts";

/** What is known of a holding when a forecast of its share is made. */
export const traits = ["own trend", "share", "withheld", "lead time", "capital", "service"] as const;

/** Values of `traits`; `null` unknown, which counts as the mean. */
export type Traits = readonly (number | null)[];

export interface ObservedStep extends ShareStep {
  readonly traits: Traits;
}

/** A hazard model: the drift to the boundary depends on traits. */
export interface DriftModel {
  /** Standard deviation of an effect before any step is seen; 0: the base rate. */
  readonly prior: number;
  /** Change of drift a year by a standard deviation of each trait. */
  readonly effects: readonly number[];
  walkOf(share: number, traits: Traits): OddsWalk;
}

const priors = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

/**
 * Threshold regression (Lee and Whitmore 2006): what the base rate leaves of each step is explained by traits. Effects are shrunk towards
 * none, as ridge regression does (Hoerl and Kennard 1970), by a prior whose width is of greatest marginal likelihood (Morris 1983).
 */
export function fitDriftModel(steps: readonly ObservedStep[], base: BaseRate): DriftModel {
  const scales = traits.map((_, i) => scaleOf(steps.map((step) => step.traits[i]!)));
  const standard = (of: Traits): readonly number[] => of.map((value, i) => scales[i]!(value));
  const rows = steps.map(({ share, years, change, traits: of }) => {
    const { drift, variance, noise } = base.walkOf(share);
    return { x: standard(of).map((z) => z * years), rest: change - drift * years, spread: Math.max(noise + variance * years, leastSpread) };
  });
  const products: Matrix = traits.map((_, i) =>
    traits.map((__, j) => rows.reduce((sum, { x, spread }) => sum + (x[i]! * x[j]!) / spread, 0)),
  );
  const against = traits.map((_, i) => rows.reduce((sum, { x, rest, spread }) => sum + (x[i]! * rest) / spread, 0));
  let best: Fit = { prior: 0, likelihood: 0, effects: traits.map(() => 0), posterior: null };
  for (const prior of priors) {
    const posterior = cholesky(products.map((row, i) => row.map((value, j) => value + (i === j ? prior ** -2 : 0))));
    const effects = posterior.solve(against);
    const gain = effects.reduce((sum, effect, i) => sum + effect * against[i]!, 0);
    const likelihood = (gain - posterior.logDeterminant) / 2 - traits.length * Math.log(prior);
    if (likelihood > best.likelihood) best = { prior, likelihood, effects, posterior };
  }
  const { prior, effects, posterior } = best;
  return {
    prior,
    effects,
    walkOf(share, of) {
      const [walk, z] = [base.walkOf(share), standard(of)];
      if (posterior === null) return walk;
      const added = posterior.solve(z).reduce((sum, value, i) => sum + value * z[i]!, 0);
      const drift = walk.drift + effects.reduce((sum, effect, i) => sum + effect * z[i]!, 0);
      return { ...walk, drift, driftVariance: walk.driftVariance + added };
    },
  };
}

interface Fit {
  readonly prior: number;
  readonly likelihood: number;
  readonly effects: readonly number[];
  readonly posterior: Cholesky | null;
}

/** Keeps weights finite where the base rate has no spread. */
const leastSpread = 1e-6;

/** To mean 0 and variance 1 over what is known; 0 for the unknown and for what does not vary. */
function scaleOf(values: readonly (number | null)[]): (value: number | null) => number {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
  return (value) => (value === null || !(deviation > 0) ? 0 : (value - mean) / deviation);
}

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
