import { indexIn, type SupplyModel } from "../model.ts";

/** The part of a map that a course can touch, in topological order. */
export interface Network {
  /** Technology by position, and position by technology (-1: untouched). */
  readonly nodes: Int32Array;
  readonly position: Int32Array;
  /** Requirements: inputs of position `i` are `start[i] .. start[i+1])`, with input position and requirement. */
  readonly start: Int32Array;
  readonly source: Int32Array;
  readonly requirement: Int32Array;
  /** Families, likewise, with all their varieties. */
  readonly familyStart: Int32Array;
  readonly familySource: Int32Array;
  readonly familyEdge: Int32Array;
  /** Final products: position and index among the map's products. */
  readonly products: Int32Array;
  readonly productRank: Int32Array;
}

/** The given technologies and all that depend on them other than marginally. O(map). */
export function networkOf(model: SupplyModel, seeds: Iterable<number>): Network {
  const touched = touchedBy(model, seeds);
  const order = model.downstreamFirst.slice().reverse();
  const nodes = order.filter((t) => touched[t] === 1);
  const position = indexIn(nodes, touched.length);
  return { nodes, position, ...inputsOf(model, nodes, position), ...productsOf(model, nodes) };
}

const isMarginal = (model: SupplyModel, edge: number): boolean => !model.blocking[edge] && model.delta[2][edge] === 0;

function touchedBy(model: SupplyModel, seeds: Iterable<number>): Uint8Array {
  const { users, requirements, varieties } = model.map;
  const touched = new Uint8Array(model.map.technologies.length);
  const queue = [...seeds];
  for (const t of queue) touched[t] = 1;
  for (let head = 0; head < queue.length; head++) {
    const t = queue[head]!;
    for (let slot = users.start[t]!; slot < users.start[t + 1]!; slot++) {
      const edge = users.edge[slot]!;
      const user = users.target[slot]!;
      if (touched[user] || (edge < requirements.length && isMarginal(model, edge))) continue;
      touched[user] = 1;
      queue.push(user);
    }
  }
  for (const { parent, variety } of varieties) if (touched[parent]) touched[variety] = 1;
  return touched;
}

function inputsOf(model: SupplyModel, nodes: Int32Array, position: Int32Array) {
  const { inputs, requirements } = model.map;
  const [start, familyStart] = [new Int32Array(nodes.length + 1), new Int32Array(nodes.length + 1)];
  const [source, requirement, familySource, familyEdge]: [number[], number[], number[], number[]] = [[], [], [], []];
  nodes.forEach((t, at) => {
    for (let slot = inputs.start[t]!; slot < inputs.start[t + 1]!; slot++) {
      const edge = inputs.edge[slot]!;
      const from = position[inputs.target[slot]!]!;
      if (from < 0) continue;
      if (edge >= requirements.length) {
        familySource.push(from);
        familyEdge.push(edge - requirements.length);
      } else if (!isMarginal(model, edge)) {
        source.push(from);
        requirement.push(edge);
      }
    }
    start[at + 1] = source.length;
    familyStart[at + 1] = familySource.length;
  });
  return {
    start,
    source: Int32Array.from(source),
    requirement: Int32Array.from(requirement),
    familyStart,
    familySource: Int32Array.from(familySource),
    familyEdge: Int32Array.from(familyEdge),
  };
}

function productsOf(model: SupplyModel, nodes: Int32Array) {
  const products = Int32Array.from([...nodes.keys()].filter((at) => model.productRank[nodes[at]!]! >= 0));
  return { products, productRank: products.map((at) => model.productRank[nodes[at]!]!) };
}

/** 1 for marked positions and all that depend on them. */
function restingOn({ nodes, start, source, familyStart, familySource }: Network, marked: (at: number) => boolean): Uint8Array {
  const found = Uint8Array.from(nodes, (_, at) => (marked(at) ? 1 : 0));
  for (let at = 0; at < nodes.length; at++) {
    for (let i = start[at]!; i < start[at + 1]!; i++) if (found[source[i]!]) found[at] = 1;
    for (let i = familyStart[at]!; i < familyStart[at + 1]!; i++) if (found[familySource[i]!]) found[at] = 1;
  }
  return found;
}

/** Positions on paths from `from` to any of `to`, in order. O(network). */
export function between(network: Network, from: (at: number) => boolean, to: (at: number) => boolean): Int32Array {
  const { nodes, start, source, familyStart, familySource } = network;
  const changed = restingOn(network, from);
  const needed = Uint8Array.from(nodes, (_, at) => (to(at) ? 1 : 0));
  for (let at = nodes.length - 1; at >= 0; at--) {
    if (!needed[at]) continue;
    for (let i = start[at]!; i < start[at + 1]!; i++) needed[source[i]!] = 1;
    for (let i = familyStart[at]!; i < familyStart[at + 1]!; i++) needed[familySource[i]!] = 1;
  }
  return Int32Array.from([...nodes.keys()].filter((at) => changed[at] && needed[at]));
}

/** The network with only those requirements that `keep` lets through. */
export function withRequirements(network: Network, keep: (requirement: number) => boolean): Network {
  const start = new Int32Array(network.start.length);
  const kept: number[] = [];
  for (let at = 0; at < network.nodes.length; at++) {
    for (let i = network.start[at]!; i < network.start[at + 1]!; i++) if (keep(network.requirement[i]!)) kept.push(i);
    start[at + 1] = kept.length;
  }
  const of = (list: Int32Array): Int32Array => Int32Array.from(kept, (i) => list[i]!);
  return { ...network, start, source: of(network.source), requirement: of(network.requirement) };
}
