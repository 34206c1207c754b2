import { type Cholesky, cholesky, type Matrix } from "../../measure/cholesky.ts";
import type { BaseRate, ShareStep } from "./base-rate.ts";
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
