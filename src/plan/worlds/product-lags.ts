import type { Network } from "../../leverage/course/network.ts";
import type { SupplyModel } from "../../leverage/model.ts";

/** Months until final products feel a lack at each position of a network, by the shortest way of times in process; infinite where none does. */
export function lagsToProducts(
  { processTime }: SupplyModel,
  { nodes, products, start, source, requirement, familyStart, familySource }: Network,
) {
  const lags = new Float64Array(nodes.length).fill(Number.POSITIVE_INFINITY);
  for (const at of products) lags[at] = 0;
  for (let at = nodes.length - 1; at >= 0; at--) {
    for (let i = start[at]!; i < start[at + 1]!; i++)
      lags[source[i]!] = Math.min(lags[source[i]!]!, lags[at]! + processTime[requirement[i]!]!);
    for (let i = familyStart[at]!; i < familyStart[at + 1]!; i++) lags[familySource[i]!] = Math.min(lags[familySource[i]!]!, lags[at]!);
  }
  return lags;
}
