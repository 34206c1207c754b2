import type { DrawnInput } from "../draw/inputs.ts";
import { keyOf, uniform } from "../draw/random.ts";
import type { SupplyModel } from "../model.ts";
import { networkOf } from "./network.ts";
import type { CourseTarget } from "./parties.ts";
import type { Stop } from "./stop.ts";
import type { Draw } from "./stopped-slots.ts";

/** A firm's product mix is unknown: each touched final product may be any part of its output. */
export interface FirmMix {
  /** Final products affected by what is withheld, limited to those its plants make, if known. */
  readonly products: readonly number[];
  /** Whether they are those its plants make. */
  readonly ofPlants: boolean;
  readonly drawn: readonly DrawnInput[];
  /** Sets the parts, summing to 1: equal in the middle (`draw` null), flat Dirichlet in a draw. */
  read(draw: Draw | null, into: Float64Array): void;
}

export function firmMix(model: SupplyModel, { code, plants }: CourseTarget, k: number, stops: readonly Stop[]): FirmMix {
  const kept = stops.filter(({ targets }) => targets.includes(k)).map(({ technology }) => technology);
  const touched = [...networkOf(model, new Set(kept)).productRank].sort((a, b) => a - b);
  const made = new Set(networkOf(model, new Set(plants)).productRank);
  const ofPlants = touched.some((j) => made.has(j));
  const products = ofPlants ? touched.filter((j) => made.has(j)) : touched;
  const ids = products.map((j) => model.map.technologies[model.map.products[j]!]!.id);
  const keys = ids.map((id) => keyOf(`${code}|mix|${id}`));
  const name = `part of what ${code} has made`;
  return {
    products,
    ofPlants,
    drawn:
      products.length > 1
        ? ids.map((id, i) => ({ key: keys[i]!, technology: id, name, low: 0, high: 1, basis: "unknown" as const, source: null }))
        : [],
    read(draw, into) {
      into.fill(0);
      let sum = 0;
      products.forEach((j, i) => {
        into[j] = draw === null ? 1 : -Math.log(1 - uniform(draw.seed, draw.draw, keys[i]!));
        sum += into[j]!;
      });
      for (const j of products) into[j]! /= sum;
    },
  };
}
