import type { Inputs } from "../draw/inputs.ts";
import { indexIn } from "../model.ts";
import { type Availability, createCompose } from "./compose.ts";
import type { Making } from "./making.ts";
import type { Network } from "./network.ts";
import type { CourseQuestion } from "./question.ts";
import type { Supply } from "./supply.ts";

/** By target, final product and step. */
export interface ProductLosses {
  /** Lost running output with what its designers have made elsewhere, lost new capacity, unmet use. */
  readonly lost: Float64Array;
  readonly growthLost: Float64Array;
  readonly useLost: Float64Array;
  /** Of the first, by what is made at home, and by what designers have made elsewhere: for lack of the services and parts that they buy. */
  readonly madeLost: Float64Array;
  readonly outsourcedLost: Float64Array;
}

/** What is made of a technology by target and step, also of new capacity, and what is there of all. */
interface Told {
  readonly made: Float64Array;
  readonly madeNew: Float64Array;
  readonly has: Availability;
}

/** @param bought what designers buy, as they feel it */
export function createProductLosses(
  { model, targets, steps }: CourseQuestion,
  network: Network,
  bought: Network,
  supply: Supply,
  making: Making,
) {
  const { nodes, products } = network;
  const [K, S, P] = [targets.length, steps.middle.length, products.length];
  const productAt = indexIn(products, nodes.length);
  const composeBought = createCompose(model, bought, K, S);
  const outsourced = new Float64Array(K * S);
  const ofProducts = (): Float64Array => new Float64Array(P * K * S);
  const losses: ProductLosses = {
    lost: ofProducts(),
    growthLost: ofProducts(),
    useLost: ofProducts(),
    madeLost: ofProducts(),
    outsourcedLost: ofProducts(),
  };
  const { lost, growthLost, useLost, madeLost, outsourcedLost } = losses;

  /** Part of a product of a target that its designers have made elsewhere. */
  const outsourcedPart = (k: number, at: number): number => {
    const j = k * model.map.products.length + model.productRank[nodes[at]!]!;
    const [own, elsewhere] = [making.make[j]!, making.outsourced[j]!];
    return elsewhere > 0 ? elsewhere / (own + elsewhere) : 0;
  };

  return {
    losses,
    /** The first step in which designers may lack of what they buy for the product at a position; the number of steps: none. */
    boughtSince(at: number, k: number, { since }: Availability): number {
      if (productAt[at]! < 0 || outsourcedPart(k, at) === 0) return S;
      let first = S;
      for (let i = bought.start[at]!; i < bought.start[at + 1]!; i++) first = Math.min(first, since[bought.source[i]! * K + k]!);
      return first;
    },
    /** Sets the losses of the final product at a position, if it is one. */
    tell(at: number, { made, madeNew, has }: Told, inputs: Inputs): void {
      if (productAt[at]! < 0) return;
      const isWithheld = supply.flows[supply.flow[at]!]?.stopped ?? false;
      for (let k = 0; k < K; k++) {
        const slot = (k * P + productAt[at]!) * S;
        const elsewhere = outsourcedPart(k, at);
        if (elsewhere > 0) composeBought(at, k, inputs, has, outsourced);
        for (let s = 0; s < S; s++) {
          const i = k * S + s;
          lost[slot + s] = madeLost[slot + s] = 1 - made[i]!;
          growthLost[slot + s] = 1 - madeNew[i]!;
          useLost[slot + s] = isWithheld ? 1 - has.state[(at * K + k) * S + s]! : 0;
          if (elsewhere === 0) continue;
          outsourcedLost[slot + s] = 1 - outsourced[i]!;
          lost[slot + s] = (1 - elsewhere) * madeLost[slot + s]! + elsewhere * outsourcedLost[slot + s]!;
        }
      }
    },
  };
}
