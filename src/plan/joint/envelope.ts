/** A factor of a product and the range it can have, `0 ≤ low ≤ factor ≤ high`. */
export interface Factor {
  readonly low: number;
  readonly high: number;
}

/**
 * Concave envelope of a product of factors over their ranges: with `u` the position of each in its range, sorted falling, `F_0 + Σ u_(i) (F_i -
 * F_(i-1))`, `F_i` the product with the first `i` at their high ends and the rest at their low ends (Lovász 1983: a product of
 * non-negative factors is supermodular in `u`, so that its extension is its concave envelope).
 *
 * @param values within the ranges
 * @param slopes receives the derivative by each factor; 0 where its range is a point
 * @returns at least the product, and equal to it where all factors are at ends of their ranges
 */
export function productEnvelope(values: readonly number[], factors: readonly Factor[], slopes: number[]): number {
  let product = 1;
  const order: number[] = [];
  factors.forEach(({ low, high }, i) => {
    product *= low;
    slopes[i] = 0;
    if (high > low) order.push(i);
  });
  const place = (i: number): number => (values[i]! - factors[i]!.low) / (factors[i]!.high - factors[i]!.low);
  order.sort((a, b) => place(b) - place(a));
  let envelope = product;
  const atHigh = new Uint8Array(factors.length);
  for (const i of order) {
    atHigh[i] = 1;
    const next = factors.reduce((all, { low, high }, at) => all * (atHigh[at] === 1 ? high : low), 1);
    slopes[i] = (next - product) / (factors[i]!.high - factors[i]!.low);
    envelope += slopes[i] * (values[i]! - factors[i]!.low);
    product = next;
  }
  return envelope;
}
