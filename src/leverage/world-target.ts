import { kept, keptWith } from "../base/collections.ts";
import { type ByEnd, byEnd } from "./ends.ts";
import { membersOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";
import { outsourcedPlaces } from "./outsourced.ts";
import { complement, type Place, productPlaces, soldBy } from "./product-places.ts";
import { productWeights, shareOf, type Target } from "./target.ts";
import { atHomeArrays, demandArrays, notKnown } from "./target-need.ts";

const worlds = keptWith((model: SupplyModel) => kept((holder: string | null) => buildWorldWithout(model, holder)));

/** Everyone but one holder as a target, cached. `null`: an unnamed holder. */
export const worldWithout = (model: SupplyModel, holder: string | null): Target => worlds(model)(holder);

/**
 * A target losing at least as much as the world without any one holder: it makes all it needs, with product weights spanning all holders.
 * Used at the adverse end of the world score.
 */
export const worldEnvelope = keptWith((model: SupplyModel): Target => {
  const all = [null, ...model.economies].map((holder) => worldWithout(model, holder));
  const base = all[0]!;
  const ones = new Float64Array(model.map.technologies.length).fill(1);
  const spanned = (of: "weight" | "outsourced"): ByEnd => [
    base[of][0].map((_, j) => Math.min(...all.map((target) => target[of][0][j]!))),
    base[of][1],
    base[of][2].map((_, j) => Math.max(...all.map((target) => target[of][2][j]!))),
  ];
  return {
    ...base,
    label: "the world without any one holder",
    share: [ones, ones, ones] as const,
    demand: [ones, ones, ones] as const,
    weight: spanned("weight"),
    outsourced: spanned("outsourced"),
  };
});

function buildWorldWithout(model: SupplyModel, holder: string | null): Target {
  const outside = holder === null ? undefined : model.economyIndex.get(holder);
  const members = new Set(model.economies.flatMap((_, index) => (index === outside ? [] : [index])));
  const nowhere = { low: 0, mid: 0, high: 0, known: true, source: null };
  const holds = (role: "make" | "use"): readonly Place[] =>
    holder === null ? model.map.products.map(() => nowhere) : productPlaces(model, holder, membersOf(model, holder), role);
  const [places, use] = [holds("make").map(complement), holds("use").map(complement)];
  const elsewhere = outsourcedPlaces(
    places,
    soldBy(model, (economy) => economy !== holder),
  );
  const n = model.map.technologies.length;
  const share = byEnd(n);
  for (let t = 0; t < n; t++) {
    const [low, mid, high] = holder === null ? [0, 0, model.unknownMost[t]!] : shareOf(model, t, outside ?? -1);
    share[0][t] = 1 - high;
    share[1][t] = 1 - mid;
    share[2][t] = 1 - low;
  }
  return {
    label: holder === null ? "the world" : `the world without ${holder}`,
    members,
    share,
    published: new Uint8Array(n).fill(1),
    demand: demandArrays(model, places, use, elsewhere, new Uint8Array(n)),
    self: notKnown(model),
    atHome: atHomeArrays(model, places),
    ...productWeights(model, places),
    outsourced: productWeights(model, elsewhere).weight,
    withheld: new Map(),
    imports: new Map(),
  };
}
