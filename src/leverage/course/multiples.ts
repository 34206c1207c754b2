import type { Inputs } from "../draw/inputs.ts";
import type { Making } from "./making.ts";
import type { Network } from "./network.ts";
import type { CourseQuestion } from "./question.ts";
import { createOwnShare, type Supply } from "./supply.ts";

/** Each target's production as a multiple of its need, `target * positions + position`: in-house all; a designer only its own designs. */
export interface Multiples {
  readonly multiple: Float64Array;
  /** Reads it at a position, whose supply was read. */
  read(at: number, inputs: Inputs): void;
}

export function createMultiples({ model, targets }: CourseQuestion, { nodes }: Network, supply: Supply, making: Making): Multiples {
  const [N, F] = [nodes.length, supply.nodes.length];
  const multiple = new Float64Array(targets.length * N);
  const ownOf = Array.from(nodes, (t, at) => (supply.flow[at]! >= 0 ? [] : targets.map((target) => createOwnShare(target, model, t))));
  const one = (k: number, at: number, inputs: Inputs): number => {
    const t = nodes[at]!;
    const f = supply.flow[at]!;
    if (model.inHouse[t]) return 1;
    if (targets[k]!.designer) return model.productRank[t]! >= 0 ? 1 : 0;
    if (model.map.technologies[t]!.supply === null) return inputs.ownOfUnknown[t]!;
    if (f >= 0) return supply.own[k * F + f]! / supply.need[k * F + f]!;
    return ownOf[at]![k]!(inputs) / making.need(k, t, inputs.value);
  };
  return {
    multiple,
    read(at, inputs) {
      for (let k = 0; k < targets.length; k++) multiple[k * N + at] = one(k, at, inputs);
    },
  };
}
