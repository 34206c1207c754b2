import { substitute } from "../ces.ts";
import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import type { Network } from "./network.ts";

/** Output of the technology at a position, 0..1, from available inputs: `state[base + position]`. */
export type Compose = (base: number, at: number, inputs: Inputs, state: Float64Array) => number;

/** `y = min(blocking a, family) Π (1 - δ (1 - a))`; families by their varieties (Arrow et al. 1961). */
export function createCompose(model: SupplyModel, network: Network): Compose {
  const { nodes, start, source, requirement, familyStart, familySource, familyEdge } = network;
  const blocking = Uint8Array.from(requirement, (edge) => model.blocking[edge]!);
  const lists = familyLists(familyStart);

  const family = (base: number, at: number, inputs: Inputs, state: Float64Array): number => {
    const first = familyStart[at]!;
    const { available, weights } = lists[at]!;
    let least = 1;
    for (let i = 0; i < available.length; i++) {
      available[i] = state[base + familySource[first + i]!]!;
      if (available[i]! < least) least = available[i]!;
    }
    if (least === 1) return 1;
    for (let i = 0; i < weights.length; i++) weights[i] = inputs.weight[familyEdge[first + i]!]!;
    return substitute(available, weights, inputs.parameter.substitution[nodes[at]!]!);
  };

  return (base, at, inputs, state) => {
    let scarcest = 1;
    let degraded = 1;
    for (let i = start[at]!; i < start[at + 1]!; i++) {
      const has = state[base + source[i]!]!;
      if (has === 1) continue;
      if (!blocking[i]) degraded *= 1 - inputs.delta[requirement[i]!]! * (1 - has);
      else if (has < scarcest) scarcest = has;
    }
    if (lists[at]) scarcest = Math.min(scarcest, family(base, at, inputs, state));
    return scarcest * degraded;
  };
}

/** Reused scratch lists, one pair per family. */
function familyLists(familyStart: Int32Array): readonly ({ available: number[]; weights: number[] } | null)[] {
  return Array.from({ length: familyStart.length - 1 }, (_, at) => {
    const length = familyStart[at + 1]! - familyStart[at]!;
    return length > 0 ? { available: new Array<number>(length).fill(1), weights: new Array<number>(length).fill(0) } : null;
  });
}
