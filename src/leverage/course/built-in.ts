import type { SupplyModel } from "../model.ts";
import type { Network } from "./network.ts";

/**
 * Tools and their parts as makers of tools have them: a column of its own beside its position. What is in use elsewhere goes on from the installed
 * base; whoever builds a tool needs its parts anew for each.
 */
export interface BuiltIn {
  /** By position: the column of what is built into tools; -1 for all else. */
  readonly column: Int32Array;
  /** Columns before, and these. */
  readonly columns: number;
  /** Inputs by column, as in the network. */
  readonly source: Int32Array;
}

/** @param before columns that exist already, positions first */
export function builtInOf(model: SupplyModel, { nodes, start, source }: Network, before: number): BuiltIn {
  const isTool = (at: number): boolean => model.map.technologies[nodes[at]!]!.mode === "capital";
  const column = new Int32Array(nodes.length).fill(-1);
  const felt = source.slice();
  let columns = before;
  for (let at = 0; at < nodes.length; at++) {
    if (!isTool(at) || model.inHouse[nodes[at]!]) continue;
    for (let i = start[at]!; i < start[at + 1]!; i++) {
      const part = source[i]!;
      if (!isTool(part)) continue;
      if (column[part] === -1) column[part] = columns++;
      felt[i] = column[part]!;
    }
  }
  return { column, columns, source: felt };
}
