import type { DrawnInput, Inputs } from "../draw/inputs.ts";
import { keyOf, uniform } from "../draw/random.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { outsourcedIn } from "../outsourced.ts";
import { madeInPlace, type OwnPart, servedAtHome } from "../own-supply.ts";
import { placedEconomies } from "../product-places.ts";
import { leastDemand } from "../target-need.ts";
import { unusedBy } from "../unused.ts";
import { createBloc } from "./bloc.ts";
import { networkOf } from "./network.ts";
import { createPartMade } from "./part-made.ts";
import type { CourseTarget } from "./parties.ts";
import type { Stop } from "./stop.ts";
import type { Draw } from "./stopped-slots.ts";

/** Production and use of final products, and derived use of technologies, by the targets of a course. */
export interface Making {
  /** `target * products + product`. 0 for firms: unknown. */
  readonly make: Float64Array;
  readonly use: Float64Array;
  /** Share of world sales of final products that designers seated there have made elsewhere; 0 for firms. */
  readonly outsourced: Float64Array;
  /** Product weights in what a target makes and its designers have made, by value; for a firm by its product mix. */
  readonly weight: Float64Array;
  /** Reads inputs, and firms' product mixes from a draw (`null`: the middle). */
  read(inputs: Inputs, draw: Draw | null): void;
  /**
   * Share of world use of a technology, `d_B(t)`: by value over the final products that need it; for a final product its use; 0 where the
   * target has no use of it.
   */
  need(target: number, t: number, value: Float64Array): number;
  /** Of that need what is for what is made in place. */
  atHome(target: number, t: number, value: Float64Array): number;
  /** What own makers with a share of world supply serve of that need. */
  served(target: number, t: number, share: number, need: number, inputs: Inputs): OwnPart;
}

/**
 * Throws RangeError if the inputs lack a target or an excluded economy.
 * @param parties codes with places in the inputs, for a rest-of-world target `placedEconomies` too; it gets what others leave
 * @param stops determine the final products of firms
 * @param counted `potential`: needs as if a target used what by a source it does not
 */
export function createMaking(
  model: SupplyModel,
  targets: readonly CourseTarget[],
  parties: readonly string[],
  stops: readonly Stop[],
  counted: "actual" | "potential" = "actual",
): Making {
  const count = model.map.products.length;
  const make = new Float64Array(targets.length * count);
  const use = new Float64Array(targets.length * count);
  const outsourced = new Float64Array(targets.length * count);
  const weight = new Float64Array(targets.length * count);
  const mixes = targets.map((target, k) => (target.designer ? firmMix(model, target, k, stops) : null));
  const placeOf = (code: string): number => {
    const place = parties.indexOf(code);
    if (place < 0) throw new RangeError(`making: no place among the parties for ${code}`);
    return place;
  };
  const at = targets.map(({ code, designer, ownsRest }) => (designer || ownsRest ? -1 : placeOf(code)));
  const apart = (codes: readonly string[]): readonly string[] =>
    [...new Set(codes)].filter((code) => !codes.some((group) => group !== code && membersOf(model, group).includes(code)));
  const leaves = targets.map((target) => apart(target.leaves).map(placeOf));
  /** Members of a rest-of-world target of which anything is known. */
  const held = targets.map(({ ownsRest, leaves: out }) => {
    const isHeld = (code: string): boolean => !out.some((left) => left === code || membersOf(model, left).includes(code));
    return ownsRest ? apart(placedEconomies(model)).filter(isHeld) : [];
  });
  const others = held.map((codes) => codes.map(placeOf));
  const blocs = targets.map((target, k) => (target.ownsRest ? createBloc(model, target, held[k]!, placeOf) : null));
  const leave = (k: number, of: Float64Array, j: number): number =>
    Math.max(0, 1 - leaves[k]!.reduce((sum, p) => sum + of[p * count + j]!, 0));
  /** What a rest-of-world target sells, less what it makes. */
  const outsideWorld = (k: number, j: number, { sell }: Inputs): number => {
    const sold = others[k]!.reduce((sum, p) => sum + sell[p * count + j]!, 0);
    return Math.max(0, Math.min(1, sold) - make[k * count + j]!);
  };
  const unused = targets.map(({ code, designer }) => (designer || counted === "potential" ? none : unusedBy(model, code)));
  const inPlace = madeInPlace(model);
  const partMade = createPartMade(model);
  return {
    make,
    use,
    outsourced,
    weight,
    read(inputs, draw) {
      mixes.forEach((mix, k) => {
        if (mix !== null) {
          mix.read(draw, weight.subarray(k * count, (k + 1) * count));
          return;
        }
        for (let j = 0; j < count; j++) {
          const own = at[k]! * count + j;
          make[k * count + j] = at[k]! < 0 ? leave(k, inputs.make, j) : inputs.make[own]!;
          use[k * count + j] = at[k]! < 0 ? leave(k, inputs.use, j) : inputs.use[own]!;
          outsourced[k * count + j] = at[k]! < 0 ? outsideWorld(k, j, inputs) : outsourcedIn(inputs, own);
          weight[k * count + j] = inputs.value[j]! * (make[k * count + j]! + outsourced[k * count + j]!);
        }
        blocs[k]?.read(inputs);
      });
    },
    need(k, t, value) {
      if (unused[k]![t]) return 0;
      const rank = model.productRank[t]!;
      return Math.max(leastDemand, rank >= 0 ? use[k * count + rank]! : partMade(k, t, value, make, outsourced));
    },
    atHome: (k, t, value) => partMade(k, t, value, make, null),
    served(k, t, share, need, inputs) {
      const [bloc, atHome] = [blocs[k]!, inPlace[t] ? partMade(k, t, inputs.value, make, null) : 0];
      if (bloc && model.map.technologies[t]!.supply !== null) return bloc.served(t, share, need, atHome, inputs);
      const self = at[k]! < 0 ? Number.NaN : inputs.selfSupply[at[k]! * model.map.technologies.length + t]!;
      return { served: servedAtHome(share, need, self, atHome), atOnce: inPlace[t] ? 0 : 1 };
    },
  };
}

/** Nothing is known to be of no use to a firm. */
const none = new Uint8Array(0);

/** A firm's product mix is unknown: each touched final product may be any part of its output. */
interface FirmMix {
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
        sum += into[j];
      });
      for (const j of products) into[j]! /= sum;
    },
  };
}
