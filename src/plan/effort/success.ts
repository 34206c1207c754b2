import { keyOf } from "../../leverage/draw/random.ts";
import type { WorldNumbers } from "../../leverage/draw/world-numbers.ts";
import { normalIntegral, normalQuantile } from "../../measure/normal.ts";

/**
 * How hard a problem is in a world, 0..1, uniform over worlds: a programme works where this is below its
 * chance. Problems of one kind at one home go well or badly together: `Φ(√ρ F + √(1-ρ) ε)`, a Gaussian copula with one factor `F` for
 * each kind and home (Li 2000) and `ε` for each problem. All sizes of a problem share it, so a larger size works wherever a smaller one does.
 *
 * @param correlation `ρ`, 0..1
 */
export function hurdle(numbers: WorldNumbers, world: number, shared: string, problem: string, correlation: number): number {
  if (!(correlation >= 0 && correlation <= 1)) throw new RangeError(`a correlation is in 0..1, not ${correlation}`);
  const own = normalQuantile(numbers(world, keyOf(`problem|${problem}`)));
  const common = normalQuantile(numbers(world, keyOf(`kind|${shared}`)));
  return normalIntegral(Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * own);
}
