import { groupBy } from "../base/group-by.ts";
import { type Composer, weightsAt } from "./composition.ts";
import type { ByEnd, End } from "./ends.ts";
import type { SupplyModel } from "./model.ts";

/** Remaining saleable output of a technology, 0..1, at an end of the variety weights. */
export type SaleOutput = (t: number, end: End) => number;

/** Reads the composer's last run. A family's varieties are sold without substitution; unknown weights are put at the given end. */
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
