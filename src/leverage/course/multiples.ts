import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import type { OwnSupply } from "../own-supply.ts";
import type { Making } from "./making.ts";
import type { Network } from "./network.ts";
import type { CourseTarget } from "./parties.ts";
import { ownShare, type Supply } from "./supply.ts";

/** Sets each target's production, and what it serves of its need, as multiples of the need: in-house all; a designer only its own designs. */
export function readMultiples(
  { model, targets }: { readonly model: SupplyModel; readonly targets: readonly CourseTarget[] },
  { nodes }: Network,
  supply: Supply,
  making: Making,
  { multiple, servedPart }: { readonly multiple: Float64Array; readonly servedPart: Float64Array },
): (inputs: Inputs) => void {
  const [N, F] = [nodes.length, supply.nodes.length];
  const all = { makes: 1, served: 1 };
  const nothing = { makes: 0, served: 0 };
  const parts = (k: number, at: number, inputs: Inputs): OwnSupply => {
    const t = nodes[at]!;
    const f = supply.flow[at]!;
    if (model.inHouse[t]) return all;
    if (targets[k]!.designer) return model.productRank[t]! >= 0 ? all : nothing;
    const need = f >= 0 ? supply.need[k * F + f]! : making.need(k, t, inputs.value);
    if (need === 0) return nothing;
    const share = model.map.technologies[t]!.supply === null ? inputs.ownOfUnknown[t]! * need : ownShare(targets[k]!, model, inputs, t);
    const { makes, served } = making.supply(k, t, share, need, inputs);
    return { makes: makes / need, served: served / need };
  };
  return (inputs) => {
    for (let i = 0; i < multiple.length; i++) {
      const { makes, served } = parts(Math.floor(i / N), i % N, inputs);
      multiple[i] = makes;
      servedPart[i] = served;
    }
  };
}
