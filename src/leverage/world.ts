import { type ByEnd, byEnd } from "./ends.ts";
import { membersOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";
import { complement, type Place, productPlaces } from "./product-places.ts";
import { demandArrays, productWeights, shareOf, type Target } from "./target.ts";

const worlds = new WeakMap<SupplyModel, Map<string | null, Target>>();

/** Everyone but one holder as a target, cached. `null`: an unnamed holder. */
export function worldWithout(model: SupplyModel, holder: string | null): Target {
  const known = worlds.get(model) ?? new Map<string | null, Target>();
  worlds.set(model, known);
  const target = known.get(holder) ?? buildWorldWithout(model, holder);
  known.set(holder, target);
  return target;
}

const envelopes = new WeakMap<SupplyModel, Target>();

/**
 * A target losing at least as much as the world without any one holder: it makes all it needs, with product weights spanning all holders.
 * Used at the adverse end of the world score.
 */
export function worldEnvelope(model: SupplyModel): Target {
  const known = envelopes.get(model);
  if (known) return known;
  const all = [null, ...model.economies].map((holder) => worldWithout(model, holder));
  const base = all[0]!;
  const ones = new Float64Array(model.map.technologies.length).fill(1);
  const weight: ByEnd = [
    base.weight[0].map((_, j) => Math.min(...all.map((target) => target.weight[0][j]!))),
    base.weight[1],
    base.weight[2].map((_, j) => Math.max(...all.map((target) => target.weight[2][j]!))),
  ];
  const envelope = {
    ...base,
    label: "the world without any one holder",
    share: [ones, ones, ones] as const,
    demand: [ones, ones, ones] as const,
    weight,
  };
  envelopes.set(model, envelope);
  return envelope;
}

function buildWorldWithout(model: SupplyModel, holder: string | null): Target {
  const outside = holder === null ? undefined : model.economyIndex.get(holder);
  const members = new Set(model.economies.flatMap((_, index) => (index === outside ? [] : [index])));
  const nowhere = { low: 0, mid: 0, high: 0, known: true, source: null };
  const holds = (role: "make" | "use"): readonly Place[] =>
    holder === null ? model.map.products.map(() => nowhere) : productPlaces(model, holder, membersOf(model, holder), role);
  const [places, use] = [holds("make").map(complement), holds("use").map(complement)];
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
    demand: demandArrays(model, places, use),
    ...productWeights(model, places),
    withheld: new Map(),
    imports: new Map(),
  };
}
