import { tightEpsilon } from "../../base/numbers.ts";

/**
 * Part of need that a stock covers in a step of constant lack. Users ration with care `k`, in months: with `T` from
 * `x (T - k (1 - e^{-T/k})) = R`, the lack at `u < T` is `x e^{-(T-u)/k}`, afterwards `x`. The rule is consistent over time, so each step
 * begins from what is left. Users who know the end spread what is left at least evenly over the lack still to come.
 * @param stock months of use left
 * @param lack part of need, constant in the step
 * @param width months
 * @param care months; 0: stock is used first
 * @param monthsLeft months of this lack from the start of the step to the known end, at least `width`; infinity: unknown
 */
export function coveredByStock(stock: number, lack: number, width: number, care: number, monthsLeft: number): number {
  if (stock <= tightEpsilon || lack <= 0) return 0;
  const most = Math.min(lack, stock / width);
  if (care <= tightEpsilon || lack <= tightEpsilon) return most;
  return Math.min(most, Math.max(rationed(stock, lack, width, care), stock / monthsLeft));
}

function rationed(stock: number, lack: number, width: number, care: number): number {
  const h = horizonOf(stock / (lack * care));
  const lasts = care * h;
  const until = Math.min(width, lasts);
  const atEnd = until < lasts ? Math.exp((until - lasts) / care) : 1;
  return (lack / width) * (until - care * (atEnd - Math.exp(-h)));
}

/** `h` of `h - 1 + e^{-h} = z`, `z > 0`: the series at 0 or at the limit, then Halley's step; relative error under 1e-9. */
export function horizonOf(z: number): number {
  const root = Math.sqrt(2 * z);
  if (z >= 2) {
    const rest = Math.exp(-(z + 1));
    return nearer(z + 1 - rest * (1 + rest * (1 + 1.5 * rest)), z);
  }
  const near = root * (1 + root * (1 / 6 + root * (1 / 36 + root / 270)));
  return root < 0.02 ? near : nearer(near, z);
}

function nearer(h: number, z: number): number {
  const rest = Math.exp(-h);
  const [miss, slope] = [h - 1 + rest - z, 1 - rest];
  return h - (2 * miss * slope) / (2 * slope * slope - miss * rest);
}
