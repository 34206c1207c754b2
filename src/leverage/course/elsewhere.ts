import type { SupplyModel } from "../model.ts";
import { madeInPlace } from "../own-supply.ts";
import { isBoughtByDesigners } from "../target-need.ts";
import { type Network, withRequirements } from "./network.ts";

/**
 * Fabrication as designers have it who have their chips made elsewhere: a column of its own beside its position. What is made in a target's own
 * plants lacks only what these lack; what is made elsewhere lacks the plants of others, and none of the target's inputs.
 */
export interface Elsewhere {
  /** By position: the column of fabrication as designers have it; -1 for all else. */
  readonly column: Int32Array;
  /** Positions and these columns. */
  readonly columns: number;
  /** What designers buy, of fabrication from its column. */
  readonly bought: Pick<Network, "start" | "source" | "requirement">;
}

export function elsewhereOf(model: SupplyModel, network: Network): Elsewhere {
  const inPlace = madeInPlace(model);
  let columns = network.nodes.length;
  const column = network.nodes.map((t) => (inPlace[t] ? columns++ : -1));
  const { start, source, requirement } = withRequirements(network, (edge) => isBoughtByDesigners(model, edge));
  return { column, columns, bought: { start, source: source.map((at) => (column[at]! >= 0 ? column[at]! : at)), requirement } };
}
