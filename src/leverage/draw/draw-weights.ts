import type { SupplyModel } from "../model.ts";
import type { DrawnInput } from "./drawn-input.ts";
import type { Inputs } from "./inputs.ts";
import { keyOf, uniform } from "./random.ts";

interface Family {
  /** Variety edges of the family, with the interval of each weight. */
  readonly edges: readonly number[];
  readonly low: readonly number[];
  readonly room: readonly number[];
  readonly keys: readonly number[];
}

/**
 * Weights of the varieties of each family, summing to 1: each at least its least, what is left over by its room; in a draw by its room
 * times an exponential, which is flat Dirichlet where nobody published a weight. `draw` null: the middle.
 */
export function drawWeights(
  model: SupplyModel,
  technologies: ArrayLike<number>,
  drawn: DrawnInput[],
): (into: Inputs, seed: number, draw: number | null) => void {
  const families = familiesOf(model, new Set(Array.from(technologies)), drawn);
  return ({ weight }, seed, draw) => {
    for (const { edges, low, room, keys } of families) {
      const parts = room.map((width, i) => (draw === null ? width : -width * Math.log(uniform(seed, draw, keys[i]!))));
      const sum = parts.reduce((total, part) => total + part, 0);
      const least = low.reduce((total, part) => total + part, 0);
      const rest = Math.max(0, 1 - least);
      const scale = least > 1 ? 1 / least : 1;
      edges.forEach((edge, i) => {
        weight[edge] = sum > 0 ? low[i]! * scale + (rest * parts[i]!) / sum : least > 0 ? low[i]! / least : 1 / edges.length;
      });
    }
  };
}

function familiesOf(model: SupplyModel, visited: ReadonlySet<number>, drawn: DrawnInput[]): readonly Family[] {
  const edges = new Map<number, number[]>();
  model.map.varieties.forEach(({ parent }, edge) => {
    if (visited.has(parent)) edges.get(parent)?.push(edge) ?? edges.set(parent, [edge]);
  });
  return [...edges].map(([parent, own]) => {
    const weights = own.map((edge) => model.map.varieties[edge]!.weight ?? ([0, 1] as const));
    const id = model.map.technologies[parent]!.id;
    const keys = own.map((edge) => keyOf(`${id}|weight|${model.map.technologies[model.map.varieties[edge]!.variety]!.id}`));
    own.forEach((edge, i) => {
      const [low, high] = weights[i]!;
      const { row, variety } = model.map.varieties[edge]!;
      const name = `weight of ${model.map.technologies[variety]!.id}`;
      if (high > low && own.length > 1)
        drawn.push({ key: keys[i]!, technology: id, name, low, high, assumed: row.grade === "assumed", source: null });
    });
    return { edges: own, low: weights.map(([low]) => low), room: weights.map(([low, high]) => high - low), keys };
  });
}
