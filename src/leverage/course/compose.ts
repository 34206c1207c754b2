import { substitute } from "../ces.ts";
import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import type { Network } from "./network.ts";

/**
 * What is there of each technology, by column, target and step: `state[(column * targets + target) * steps + step]`, 0..1. A column is a
 * position of the network, or what its users feel of it later.
 */
export interface Availability {
  readonly state: Float64Array;
  /** By column and target: the first step in which anything lacks; the number of steps: none. Before it all is there. */
  readonly since: Int32Array;
}

/** All there, in all steps. */
export const wholeAvailability = (columns: number, targets: number, steps: number): Availability => ({
  state: new Float64Array(columns * targets * steps).fill(1),
  since: new Int32Array(columns * targets).fill(steps),
});

/**
 * Sets a target's output of the technology at a position from its available inputs, 0..1, by target and step; returns the first step in
 * which inputs lack, or the number of steps.
 */
export type Compose = (at: number, k: number, inputs: Inputs, has: Availability, into: Float64Array) => number;

/**
 * `y = min(blocking a, family) Π (1 - δ (1 - a))`; families by their varieties (Arrow et al. 1961). O(inputs) a position, and O(steps) for
 * each input from the first step in which it lacks.
 */
export function createCompose(model: SupplyModel, network: Network, targets: number, steps: number): Compose {
  const { start, source, requirement } = network;
  const [K, S] = [targets, steps];
  const blocking = Uint8Array.from(requirement, (edge) => model.blocking[edge]!);
  const family = createFamilies(network, targets, steps);
  const degraded = new Float64Array(S);

  return (at, k, inputs, has, into) => {
    const { state, since } = has;
    const place = k * S;
    for (let i = place; i < place + S; i++) into[i] = 1;
    let [first, firstDegraded] = [S, S];
    for (let i = start[at]!; i < start[at + 1]!; i++) {
      const row = source[i]! * K + k;
      const from = since[row]!;
      if (from === S) continue;
      if (from < first) first = from;
      if (blocking[i]) {
        for (let s = from; s < S; s++) if (state[row * S + s]! < into[place + s]!) into[place + s] = state[row * S + s]!;
        continue;
      }
      if (firstDegraded === S) degraded.fill(1);
      if (from < firstDegraded) firstDegraded = from;
      const delta = inputs.delta[requirement[i]!]!;
      for (let s = from; s < S; s++) degraded[s]! *= 1 - delta * (1 - state[row * S + s]!);
    }
    const firstOfFamily = family(at, k, inputs, has, into);
    for (let s = firstDegraded; s < S; s++) into[place + s]! *= degraded[s]!;
    return Math.min(first, firstOfFamily);
  };
}

/** Lowers an output to what is there of the family at a position; returns the first step in which varieties lack. */
function createFamilies({ nodes, familyStart, familySource, familyEdge }: Network, K: number, S: number): Compose {
  const lists = familyLists(familyStart);
  return (at, k, inputs, { state, since }, into) => {
    const first = familyStart[at]!;
    const count = familyStart[at + 1]! - first;
    let from = S;
    for (let i = 0; i < count; i++) from = Math.min(from, since[familySource[first + i]! * K + k]!);
    if (from === S) return S;
    const { available, weights } = lists[at]!;
    for (let i = 0; i < count; i++) weights[i] = inputs.weight[familyEdge[first + i]!]!;
    const elasticity = inputs.parameter.substitution[nodes[at]!]!;
    let has = 1;
    for (let s = from; s < S; s++) {
      let [least, changed] = [1, s === from];
      for (let i = 0; i < count; i++) {
        const now = state[(familySource[first + i]! * K + k) * S + s]!;
        if (now !== available[i]) changed = true;
        available[i] = now;
        if (now < least) least = now;
      }
      if (least === 1) continue;
      if (changed) has = substitute(available, weights, elasticity);
      if (has < into[k * S + s]!) into[k * S + s] = has;
    }
    return from;
  };
}

/** Reused scratch lists, one pair per family. */
function familyLists(familyStart: Int32Array): readonly ({ available: number[]; weights: number[] } | null)[] {
  return Array.from({ length: familyStart.length - 1 }, (_, at) => {
    const length = familyStart[at + 1]! - familyStart[at]!;
    return length > 0 ? { available: new Array<number>(length).fill(1), weights: new Array<number>(length).fill(0) } : null;
  });
}
