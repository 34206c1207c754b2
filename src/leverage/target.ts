import { clamp } from "../base/interval.ts";
import type { ByEnd, End } from "./ends.ts";
import { membersOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";
import { ownShares } from "./own-shares.ts";
import { type Place, productPlaces } from "./product-places.ts";
import { type Traded, untraded } from "./traded.ts";
import { weightedMean } from "./weighted-mean.ts";
import { type Withheld, withheldFrom } from "./withheld.ts";

/** A target: an economy, a group as the sum of its members, or the world but one holder. */
export interface Target {
  readonly label: string;
  /** Indices of its economies. */
  readonly members: ReadonlySet<number>;
  /** Own supply share of each technology: least, expected, most. */
  readonly share: ByEnd;
  /** 1 where the own share is published, so no unknown part is the target's. */
  readonly published: Uint8Array;
  /** Share of world use of each technology by end of `demand` (0 least). */
  readonly demand: ByEnd;
  /** Product weights in the target's output, in the order of `map.products`. */
  readonly weight: ByEnd;
  /** 1: made, 0: unknown, -1: not made. */
  readonly made: Int8Array;
  readonly withheld: ReadonlyMap<number, readonly Withheld[]>;
  readonly imports: Traded;
}

/** Shares of world use up to this are zero, or unknown for a fabless firm: relative shortfalls take the limit, amounts are not reported. */
export const leastDemand = 1e-4;

/** An economy or group as target. O(technologies + shares). */
export function targetOf(model: SupplyModel, code: string, imports: Traded = untraded(code)): Target {
  const codes = membersOf(model, code);
  const members = new Set(codes.flatMap((member) => model.economyIndex.get(member) ?? []));
  const places = productPlaces(model, code, codes, "make");
  const withheld = withheldFrom(model, [code, ...codes]);
  const demand = demandByUse(model, places, code, codes);
  return { label: code, members, ...ownShares(model, members, codes), demand, ...productWeights(model, places), withheld, imports };
}

export function productWeights(model: SupplyModel, places: readonly Place[]): { weight: ByEnd; made: Int8Array } {
  const [least, middle, most] = model.productValue;
  return {
    weight: [
      Float64Array.from(places, (place, i) => place.low * least[i]!),
      Float64Array.from(places, (place, i) => place.mid * middle[i]!),
      Float64Array.from(places, (place, i) => place.high * most[i]!),
    ],
    made: Int8Array.from(places, (place) => (place.known ? (place.high > 0 ? 1 : -1) : 0)),
  };
}

function demandByUse(model: SupplyModel, makes: readonly Place[], code: string, codes: readonly string[]): ByEnd {
  return demandArrays(model, makes, productPlaces(model, code, codes, "use"));
}

/** `d_B(t) = Σ V_j z_Bj / Σ V_j` over the final products that need `t`; for a final product its use. */
export function demandArrays(model: SupplyModel, makes: readonly Place[], uses: readonly Place[]): ByEnd {
  const parts = (["low", "mid", "high"] as const).map((name) => Float64Array.from(makes, (place) => place[name]));
  const bySet = model.productSets.map((set) =>
    parts.map((part, end) =>
      set.length > 0 ? clamp(weightedMean(set, part, model.productValue, end as End), leastDemand, 1) : leastDemand,
    ),
  );
  const arrays: ByEnd = [0, 1, 2].map((end) => Float64Array.from(model.productSet, (id) => bySet[id]![end]!)) as unknown as ByEnd;
  model.map.products.forEach((node, j) => {
    arrays[0][node] = clamp(uses[j]!.low, leastDemand, 1);
    arrays[1][node] = clamp(uses[j]!.mid, leastDemand, 1);
    arrays[2][node] = clamp(uses[j]!.high, leastDemand, 1);
  });
  return arrays;
}

/**
 * Own output of `u` as a multiple of need, by ends of share and need: two candidates, the less harmful counting at the favourable end.
 * In-house: 1; unknown providers: 0 to 1. Exporters keep home supply first, so 1 is the worst case above 1.
 */
export function ownMultiple(model: SupplyModel, target: Target, u: number, unknown: End, demand: End): readonly [number, number] {
  if (model.inHouse[u]) return [1, 1];
  if (model.map.technologies[u]!.supply === null) return [unknown / 2, unknown / 2];
  const low = target.share[unknown === 1 ? 1 : 0][u]! / target.demand[demand === 1 ? 1 : 2][u]!;
  const high = target.share[unknown === 1 ? 1 : 2][u]! / target.demand[demand === 1 ? 1 : 0][u]!;
  if (unknown !== 2 && demand !== 2) return [low, high];
  const worst = clamp(1, low, high);
  return [worst, worst];
}

/** Part of the need lost with own output: `own` multiples were made, `output` of that is left. */
export function ownLoss(own: number, output: number): number {
  return Math.max(0, Math.min(1, own) - output * own);
}
