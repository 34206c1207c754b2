import { substitute } from "../../leverage/ces.ts";
import { type Csr, levels, toCsr } from "../../measure/supply/topology.ts";
import type { JointProgramme, ProgrammeSupply, SupplyNode } from "./joint-problem.ts";

/** Supply that programmes add: what is made, as far as its inputs allow, and whose use it serves. */
export interface Lane {
  readonly makes: number;
  readonly serves: number;
}

export interface CompiledFamily {
  readonly varieties: Int32Array;
  /** Sum to 1. */
  readonly weights: readonly number[];
  readonly sigma: number;
}

/** A supply network with nodes numbered so that inputs come before users. */
export interface CompiledNetwork {
  readonly ids: readonly string[];
  readonly placeOf: (id: string) => number;
  readonly own: Float64Array;
  readonly makes: Float64Array;
  /** Slots `start[t] .. start[t + 1]` list the inputs of node `t`. */
  readonly blocking: Csr;
  readonly degrading: Csr;
  /** `δ` by slot of `degrading`. */
  readonly lost: Float64Array;
  readonly families: readonly (CompiledFamily | null)[];
  /** Nodes that need a node, of whatever relation. */
  readonly users: Csr;
  readonly lanes: readonly Lane[];
  readonly lanesTo: readonly (readonly number[])[];
  /** Nodes served by what a node makes. */
  readonly servedBy: readonly (readonly number[])[];
}

/** Numbers the nodes of a network. Throws RangeError for unknown or repeated ids and bad numbers, LM_ATLAS_INVALID for a cycle. */
export function compileNetwork(given: readonly SupplyNode[], programmes: readonly JointProgramme[]): CompiledNetwork {
  const unordered = placesOf(given.map(({ id }) => id));
  const edges = given.flatMap((node, user) => inputsOf(node).map((id) => [unordered(id), user] as const));
  const supplies = programmes.flatMap((programme) => programme.supplies);
  const succession = supplies
    .filter(({ makes, serves }) => makes !== serves)
    .map(({ makes, serves }) => [unordered(makes), unordered(serves)] as const);
  const order = ordered(given, [...edges, ...succession]);
  const nodes = order.map((at) => given[at]!);
  const ids = nodes.map(({ id }) => id);
  const placeOf = placesOf(ids);
  const csr = (of: (node: SupplyNode) => readonly string[]): Csr => {
    const pairs = nodes.flatMap((node, user) => of(node).map((id) => [user, placeOf(id)] as const));
    return toCsr(
      nodes.length,
      pairs.map(([user]) => user),
      pairs.map(([, input]) => input),
    );
  };
  const degrading = csr((node) => node.degrading.map(({ node: id }) => id));
  const inputs = csr(inputsOf);
  const lanes = lanesOf(supplies, placeOf);
  return {
    ids,
    placeOf,
    own: Float64Array.from(nodes, ({ id, own }) => part(own, `own part of ${id}`)),
    makes: Float64Array.from(nodes, ({ id, own, makes }) => {
      if (!(makes >= own)) throw new RangeError(`what is made of ${id}: ${makes} is below what is served of it`);
      return makes;
    }),
    blocking: csr(({ blocking }) => blocking),
    degrading,
    lost: Float64Array.from(nodes.flatMap(({ id, degrading: all }) => all.map(({ lost }) => part(lost, `loss of ${id}`)))),
    families: nodes.map((node) => familyOf(node, placeOf)),
    users: usersOf(inputs, nodes.length),
    lanes,
    lanesTo: ids.map((_, t) => lanes.flatMap(({ serves }, lane) => (serves === t ? [lane] : []))),
    servedBy: ids.map((_, t) => lanes.flatMap(({ makes, serves }) => (makes === t && serves !== t ? [serves] : []))),
  };
}

export function placesOf(ids: readonly string[]): (id: string) => number {
  const at = new Map(ids.map((id, place) => [id, place]));
  if (at.size < ids.length) throw new RangeError("two have one id");
  return (id) => {
    const place = at.get(id);
    if (place === undefined) throw new RangeError(`there is no ${id}`);
    return place;
  };
}

/** Checks a part of a whole. Throws RangeError outside 0..1. */
export function part(value: number, what: string): number {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${what}: ${value} is not in 0..1`);
  return value;
}

const inputsOf = ({ blocking, degrading, family }: SupplyNode): readonly string[] => [
  ...blocking,
  ...degrading.map(({ node }) => node),
  ...(family?.varieties ?? []).map(({ node }) => node),
];

/** Inputs before users, as given within a level. */
function ordered(nodes: readonly SupplyNode[], edges: readonly (readonly [number, number])[]): readonly number[] {
  const [from, to] = [edges.map(([input]) => input), edges.map(([, user]) => user)];
  const level = levels(
    toCsr(nodes.length, from, to),
    toCsr(nodes.length, to, from),
    nodes.map(({ id }) => id),
  );
  return nodes.map((_, at) => at).sort((a, b) => level[a]! - level[b]! || a - b);
}

function usersOf(inputs: Csr, nodes: number): Csr {
  const pairs = Array.from({ length: nodes }, (_, user) =>
    Array.from(new Set(inputs.target.subarray(inputs.start[user]!, inputs.start[user + 1]!)), (input) => [input, user] as const),
  ).flat();
  return toCsr(
    nodes,
    pairs.map(([input]) => input),
    pairs.map(([, user]) => user),
  );
}

function familyOf({ id, family }: SupplyNode, placeOf: (id: string) => number): CompiledFamily | null {
  if (family === null) return null;
  const weights = family.varieties.map(({ weight }) => weight);
  const all = weights.reduce((total, weight) => total + weight, 0);
  if (!(all > 0 && weights.every((weight) => weight >= 0) && family.sigma >= 0)) throw new RangeError(`varieties of ${id}: bad weights`);
  return {
    varieties: Int32Array.from(family.varieties, ({ node }) => placeOf(node)),
    weights: weights.map((weight) => weight / all),
    sigma: family.sigma,
  };
}

function lanesOf(supplies: readonly ProgrammeSupply[], placeOf: (id: string) => number): readonly Lane[] {
  const known = new Map(supplies.map(({ makes, serves }) => [`${makes}|${serves}`, { makes: placeOf(makes), serves: placeOf(serves) }]));
  return [...known.values()];
}

/** Availability of a family from that of all nodes. `scratch` holds one number a variety. */
export function familyHas({ varieties, weights, sigma }: CompiledFamily, has: Float64Array, at: number, scratch: number[]): number {
  scratch.length = varieties.length;
  for (let i = 0; i < varieties.length; i++) scratch[i] = has[at + varieties[i]!]!;
  return substitute(scratch, weights, sigma);
}

/** What a node has without programmes, 0..1, at an output of its own makers. */
export function ownAndImports({ own, makes }: CompiledNetwork, t: number, shortfall: number, output: number): number {
  return Math.max(0, 1 - shortfall - own[t]! + Math.min(own[t]!, makes[t]! * output));
}
