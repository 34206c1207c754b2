import { groupBy } from "../../base/collections.ts";
import type { SupplyModel } from "../model.ts";
import { basisOf, type DrawnInput, type Inputs } from "./inputs.ts";
import { keyOf, uniform } from "./random.ts";

interface Family {
  readonly edges: readonly number[];
  readonly low: readonly number[];
  readonly room: readonly number[];
  readonly keys: readonly number[];
  /** Scratch for a draw. */
  readonly part: Float64Array;
}

/**
 * Variety weights of each family, summing to 1: least values plus parts of the excess by room, in a draw times exponentials (flat Dirichlet
 * for unpublished weights). `draw` null: the middle.
 */
export function drawWeights(
  model: SupplyModel,
  technologies: ArrayLike<number>,
  drawn: DrawnInput[],
): (into: Inputs, seed: number, draw: number | null) => void {
  const families = familiesOf(model, new Set(Array.from(technologies)), drawn);
  return ({ weight }, seed, draw) => {
    for (const family of families) {
      const { edges, room, keys, part } = family;
      for (let i = 0; i < edges.length; i++) part[i] = draw === null ? room[i]! : -room[i]! * Math.log(1 - uniform(seed, draw, keys[i]!));
      fill(family, weight);
    }
  };
}

/** Distributes the excess over the least values by parts, capped by room. */
function fill({ edges, low, room, part }: Family, weight: Float64Array): void {
  let [least, rooms] = [0, 0];
  for (let i = 0; i < edges.length; i++) {
    least += low[i]!;
    rooms += room[i]!;
  }
  let rest = Math.max(0, 1 - least);
  for (let i = 0; i < edges.length; i++) {
    if (rooms === 0) weight[edges[i]!] = least > 0 ? low[i]! / least : 1 / edges.length;
    else weight[edges[i]!] = least > 1 ? low[i]! / least : low[i]! + (rooms < rest ? (rest * room[i]!) / rooms : 0);
  }
  if (rooms < rest) return;
  for (let pass = 0; pass < edges.length && rest > 0; pass++) {
    let sum = 0;
    for (let i = 0; i < edges.length; i++) sum += part[i]!;
    if (sum <= 0) return;
    let full = false;
    for (let i = 0; i < edges.length; i++) if ((rest * part[i]!) / sum > room[i]! && part[i]! > 0) full = true;
    let given = 0;
    for (let i = 0; i < edges.length; i++) {
      const take = (rest * part[i]!) / sum;
      if (part[i]! <= 0 || (full && take <= room[i]!)) continue;
      weight[edges[i]!]! += Math.min(take, room[i]!);
      given += Math.min(take, room[i]!);
      part[i] = 0;
    }
    rest = full ? Math.max(0, rest - given) : 0;
  }
}

function familiesOf(model: SupplyModel, visited: ReadonlySet<number>, drawn: DrawnInput[]): readonly Family[] {
  const edges = groupBy(model.map.varieties.keys(), (edge) => model.map.varieties[edge]!.parent);
  const ofVisited = [...edges].filter(([parent]) => visited.has(parent));
  return ofVisited.map(([parent, own]) => {
    const weights = own.map((edge) => model.map.varieties[edge]!.weight ?? ([0, 1] as const));
    const id = model.map.technologies[parent]!.id;
    const keys = own.map((edge) => keyOf(`${id}|weight|${model.map.technologies[model.map.varieties[edge]!.variety]!.id}`));
    own.forEach((edge, i) => {
      const [low, high] = weights[i]!;
      const { row, variety, weight } = model.map.varieties[edge]!;
      const name = `weight of ${model.map.technologies[variety]!.id}`;
      const from = weight === null ? { basis: "unknown" as const, source: null } : { basis: basisOf(row.grade), source: row.source };
      if (high > low && own.length > 1) drawn.push({ key: keys[i]!, technology: id, name, low, high, ...from });
    });
    return {
      edges: own,
      low: weights.map(([low]) => low),
      room: weights.map(([low, high]) => high - low),
      keys,
      part: new Float64Array(own.length),
    };
  });
}
