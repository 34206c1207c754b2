import { groupBy } from "../base/group-by.ts";
import { type Composer, weightsAt } from "./composition.ts";
import type { ByEnd, End } from "./ends.ts";
import type { SupplyModel } from "./model.ts";

/** What is left of what is made of a technology to sell, 0..1; the end is that of weights of varieties. */
export type SaleOutput = (t: number, end: End) => number;

/**
 * Reads the composer's last run. Of a family each variety is sold by what is supplied of it, whatever others' varieties lack: a seller does not put
 * one in the place of another. Weights that nobody published stand at the end that is asked for.
 */
export function createSaleOutput(model: SupplyModel, composer: Composer, share: ByEnd): SaleOutput {
  const varieties = groupBy(model.map.varieties, ({ parent }) => parent);
  const outputOf: SaleOutput = (t, end) => {
    const made = (varieties.get(t) ?? []).filter(({ variety, weight }) => share[1][variety]! > 0 && weight?.[1] !== 0);
    if (made.length === 0) return composer.output(t);
    const left = made.map(({ variety }) => outputOf(variety, end));
    const low = made.map(({ weight }) => weight?.[0] ?? 0);
    const high = made.map(({ weight }) => weight?.[1] ?? 1);
    const parts = weightsAt(left, low, high, end).map((weight, i) => weight * share[1][made[i]!.variety]!);
    const all = parts.reduce((sum, part) => sum + part, 0);
    return composer.fromInputs(t) * parts.reduce((sum, part, i) => sum + (part * left[i]!) / all, 0);
  };
  return outputOf;
}
