/**
 * Shapley values of `v` (1953): `φ_i = Σ_S |S|! (n - 1 - |S|)! / n! (v(S ∪ i) - v(S))`. They sum to `v(N) - v(∅)`. O(n 2^n).
 *
 * @param values `v(S)` by bit mask of members
 * @param into one number per member, in the unit of `values`
 */
export function shapleySplit(values: Float64Array, members: number, into: Float64Array): void {
  const weight = orderWeights(members);
  into.fill(0, 0, members);
  for (let mask = 0; mask < 2 ** members; mask++) {
    const part = weight[sizeOf(mask)]!;
    const value = values[mask]!;
    for (let i = 0; i < members; i++) if ((mask & (1 << i)) === 0) into[i]! += part * (values[mask | (1 << i)]! - value);
  }
}

/** Share of orders in which exactly a given set of `s` members precedes a given one: `1 / (n C(n - 1, s))`. */
function orderWeights(members: number): Float64Array {
  const weight = new Float64Array(members + 1);
  let choices = 1;
  for (let s = 0; s < members; s++) {
    weight[s] = 1 / (members * choices);
    choices = (choices * (members - 1 - s)) / (s + 1);
  }
  return weight;
}

export function sizeOf(mask: number): number {
  let size = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) size++;
  return size;
}
