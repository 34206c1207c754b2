import { keptWith } from "../base/collections.ts";
import type { End, Ends } from "./ends.ts";
import type { AssumedEdge, SupplyModel } from "./model.ts";
import { ownParts, type Target } from "./target.ts";

/** Edge marks; other values are the loss δ of a degrading input, 0..1. */
export const blockingEdge = -1;
export const varietyEdge = -2;

/** How losses propagate for one target at one setting, whoever withholds. */
export interface Propagation {
  /** Per slot of `map.users`: a mark, or δ. */
  readonly edge: Float64Array;
  /** Per technology the two candidates of `ownParts`: what own makers make, and serve of the need, as multiples of it. */
  readonly makes: readonly [Float64Array, Float64Array];
  readonly served: readonly [Float64Array, Float64Array];
  /**
   * Per technology an upper bound on the final loss per unit of lost availability: blocking inputs and varieties pass on all, degrading ones
   * δ; converging losses add.
   */
  readonly bound: Float64Array;
}

const edges = keptWith((_: SupplyModel) => new Map<number, Float64Array>());
const propagations = keptWith((_: Target) => new Map<Ends, Propagation>());

/** Cached by target and setting. O(edges) the first time. */
export function propagationOf(model: SupplyModel, target: Target, ends: Ends): Propagation {
  const perEnds = propagations(target);
  const known = perEnds.get(ends);
  if (known) return known;
  const edge = edgesAt(model, ends);
  const parts = model.map.technologies.map((t) => ownParts(model, target, t.index, ends.unknown, ends.demand));
  const of = (name: "makes" | "served", candidate: 0 | 1) => Float64Array.from(parts, (part) => part[name][candidate]);
  const served = [of("served", 0), of("served", 1)] as const;
  const propagation = { edge, makes: [of("makes", 0), of("makes", 1)] as const, served, bound: boundOf(model, target, edge, served) };
  perEnds.set(ends, propagation);
  return propagation;
}

function edgesAt(model: SupplyModel, ends: Ends): Float64Array {
  const perEnds = edges(model);
  const key = (ends.criticality * 3 + ends.degradation) * 3 + ends["assumed-criticality"];
  const known = perEnds.get(key);
  if (known) return known;
  const marks = requirementMarks(model, ends);
  const edge = Float64Array.from(model.map.users.edge, (e) => (e < marks.length ? marks[e]! : varietyEdge));
  perEnds.set(key, edge);
  return edge;
}

/** By requirement: a mark, or δ. */
export function requirementMarks(model: SupplyModel, ends: Ends): Float64Array {
  return Float64Array.from(model.map.requirements, (_, e) => {
    const other = model.assumed[e] && otherEdge(model.assumed[e], ends["assumed-criticality"]);
    if (other != null) return other === "blocking" ? blockingEdge : other;
    return model.blocking[e] ? blockingEdge : model.delta[model.uncertain[e] ? ends.criticality : ends.degradation][e]!;
  });
}

const otherEdge = ({ weaker, stronger }: AssumedEdge, end: End): number | "blocking" | null => [weaker, null, stronger][end]!;

function boundOf(model: SupplyModel, target: Target, edge: Float64Array, served: Propagation["served"]): Float64Array {
  const { users } = model.map;
  const bound = new Float64Array(served[0].length);
  const ofOutput = new Float64Array(served[0].length);
  const products = productShares(target);
  for (const t of model.downstreamFirst) {
    let sum = 0;
    for (let slot = users.start[t]!; slot < users.start[t + 1]!; slot++) {
      const passes = edge[slot]! < 0 ? 1 : edge[slot]!;
      sum += passes * ofOutput[users.target[slot]!]!;
    }
    bound[t] = sum;
    const j = model.productRank[t]!;
    ofOutput[t] = (j >= 0 ? products[j]! : 0) + Math.max(served[0][t]!, served[1][t]!) * sum;
  }
  return bound;
}

/** Largest possible share of each product in the target's final output. */
function productShares(target: Target): Float64Array {
  const [least, , most] = target.weight;
  const all = least.reduce((sum, weight) => sum + weight, 0);
  return most.map((weight, j) => (weight > 0 ? weight / (all - least[j]! + weight) : 0));
}
