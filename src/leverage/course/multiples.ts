import type { Inputs } from "../draw/inputs.ts";
import { madeInPlace } from "../own-supply.ts";
import { leastDemand } from "../target-need.ts";
import type { Making } from "./making.ts";
import type { Network } from "./network.ts";
import type { CourseQuestion } from "./question.ts";
import { createOwnShare, type Supply } from "./supply.ts";

/**
 * What each target makes, and serves of its need, as multiples of that, `target * positions + position`: in-house all; a designer only its own
 * designs.
 */
export interface Multiples {
  readonly multiple: Float64Array;
  readonly servedPart: Float64Array;
  /** Of fabrication: the part of the need that designers have made elsewhere, and of that need what own plants serve; 0 for all else. */
  readonly elsewhere: Float64Array;
  readonly servedElsewhere: Float64Array;
  /** Reads them at a position, whose supply was read. */
  read(at: number, inputs: Inputs): void;
}

export function createMultiples({ model, targets }: CourseQuestion, { nodes }: Network, supply: Supply, making: Making): Multiples {
  const [N, F] = [nodes.length, supply.nodes.length];
  const multiple = new Float64Array(targets.length * N);
  const ownOf = Array.from(nodes, (t, at) => (supply.flow[at]! >= 0 ? [] : targets.map((target) => createOwnShare(target, model, t))));
  const servedPart = new Float64Array(targets.length * N);
  const [elsewhere, servedElsewhere] = [new Float64Array(targets.length * N), new Float64Array(targets.length * N)];
  const inPlace = madeInPlace(model);
  const set = (i: number, makes: number, served = Math.min(1, makes)): void => {
    multiple[i] = makes;
    servedPart[i] = served;
  };
  /** All the world but some has made elsewhere what its members cannot serve each other, so that it is not told apart. */
  const readElsewhere = (k: number, i: number, t: number, f: number, inputs: Inputs): void => {
    const need = f >= 0 ? supply.need[k * F + f]! : making.need(k, t, inputs.value);
    const isTold = need > leastDemand && !targets[k]!.designer && !targets[k]!.ownsRest;
    const atHome = isTold ? Math.min(1, making.atHome(k, t, inputs.value) / need) : 1;
    elsewhere[i] = 1 - atHome;
    servedElsewhere[i] = f >= 0 && isTold ? Math.max(0, supply.served[k * F + f]! / need - atHome) : 0;
  };
  const readOne = (k: number, at: number, inputs: Inputs): void => {
    const [i, t, f] = [k * N + at, nodes[at]!, supply.flow[at]!];
    const isDesigner = targets[k]!.designer;
    if (inPlace[t]) readElsewhere(k, i, t, f, inputs);
    if (model.inHouse[t] || isDesigner) {
      set(i, model.inHouse[t] || model.productRank[t]! >= 0 ? 1 : 0);
      return;
    }
    const need = f >= 0 ? supply.need[k * F + f]! : making.need(k, t, inputs.value);
    if (need === 0) set(i, 0);
    else if (f >= 0) set(i, Math.max(supply.own[k * F + f]!, supply.served[k * F + f]!) / need, supply.served[k * F + f]! / need);
    else {
      const share = model.map.technologies[t]!.supply === null ? inputs.ownOfUnknown[t]! * need : ownOf[at]![k]!(inputs);
      const { served } = making.served(k, t, share, need, inputs);
      set(i, Math.max(share, served) / need, served / need);
    }
  };
  return {
    multiple,
    servedPart,
    elsewhere,
    servedElsewhere,
    read(at, inputs) {
      for (let k = 0; k < targets.length; k++) readOne(k, at, inputs);
    },
  };
}
