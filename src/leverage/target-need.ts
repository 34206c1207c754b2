import { kept, keptWith } from "../base/collections.ts";
import { clamp } from "../base/numbers.ts";
import { atEnds, type ByEnd, type End } from "./ends.ts";
import type { SupplyModel } from "./model.ts";
import { createSelfSupply, madeInPlace, middleSelfSupply, type SelfSupply } from "./own-supply.ts";
import type { Place } from "./product-places.ts";
import { weightedMean } from "./weighted.ts";

/** Shares of world use up to this are zero, or unknown for a fabless firm: relative shortfalls take the limit, amounts are not reported. */
export const leastDemand = 1e-4;

const endNames = ["low", "mid", "high"] as const;

export const atEnd = (places: readonly Place[], end: End): Float64Array => Float64Array.from(places, (place) => place[endNames[end]]);

/**
 * `d_B(t) = Σ V_j (z_Bj + o_Bj) / Σ V_j` over the final products that need `t`, with `o` where designers buy it themselves; for a final product
 * its use; 0 for what is not used.
 */
export function demandArrays(
  model: SupplyModel,
  makes: readonly Place[],
  uses: readonly Place[],
  elsewhere: readonly Place[],
  unused: Uint8Array,
): ByEnd {
  const bought = boughtByDesigners(model);
  const { products, technologies } = model.map;
  const made = (end: End): Float64Array => atEnd(makes, end);
  const [plain, own] = [demandOf(model, made), new Map(products.map((node, j) => [node, j]))];
  return atEnds((end) =>
    Float64Array.from(technologies, ({ index: t }) => {
      if (unused[t]) return 0;
      const product = own.get(t);
      if (product !== undefined) return clamp(uses[product]![endNames[end]], leastDemand, 1);
      const bears = elsewhere.some(({ high }, j) => high > 0 && bought[t * products.length + j] === 1);
      if (!bears) return Math.max(leastDemand, plain(t, end));
      const part = made(end).map((z, j) => z + (bought[t * products.length + j] ? elsewhere[j]![endNames[end]] : 0));
      return Math.max(leastDemand, demandOf(model, () => part)(t, end));
    }),
  );
}

/** Value-weighted mean over the final products that need a technology, at most 1; 0 for one that none needs. */
function demandOf(model: SupplyModel, parts: (end: End) => Float64Array): (t: number, end: End) => number {
  const bySet = kept((end: End) => {
    const part = parts(end);
    return model.productSets.map((set) => (set.length > 0 ? Math.min(1, weightedMean(set, part, model.productValue, end)) : 0));
  });
  return (t, end) => bySet(end)[model.productSet[t]!]!;
}

/** For a target of which no source tells it. */
export const notKnown = keptWith(({ map }: SupplyModel): ByEnd => {
  const none = new Float64Array(map.technologies.length).fill(Number.NaN);
  return [none, none, none];
});

export function selfSupplied(model: SupplyModel, code: string): ByEnd {
  const find = createSelfSupply(model.map);
  const figures = model.map.technologies.map(({ id }) => find(id, code));
  if (figures.every((figure) => figure === null)) return notKnown(model);
  const of = [(f: SelfSupply) => f.low, middleSelfSupply, (f: SelfSupply) => f.high] as const;
  return atEnds((end) => Float64Array.from(figures, (figure) => (figure === null ? Number.NaN : of[end](figure))));
}

/** Need of what can only be made in place, by what is made there. */
export function atHomeArrays(model: SupplyModel, makes: readonly Place[]): ByEnd {
  const need = demandOf(model, (end) => atEnd(makes, end));
  return atEnds((end) => Float64Array.from(model.map.technologies, ({ index }) => (madeInPlace(model)[index] ? need(index, end) : 0)));
}

/** What a designer without plants buys for its chips: services, designs, and chips that go into the package. */
export function isBoughtByDesigners({ map }: SupplyModel, edge: number): boolean {
  const { mode, kind } = map.technologies[map.requirements[edge]!.input]!;
  return mode === "service" || kind === "product";
}

/** `technology * products + product`: 1 where bought for it by designers themselves. */
export const boughtByDesigners = keptWith((model: SupplyModel): Uint8Array => {
  const { map, productRank } = model;
  const found = new Uint8Array(map.technologies.length * map.products.length);
  map.requirements.forEach(({ input, user }, edge) => {
    if (productRank[user]! >= 0 && isBoughtByDesigners(model, edge)) found[input * map.products.length + productRank[user]!] = 1;
  });
  return found;
});
