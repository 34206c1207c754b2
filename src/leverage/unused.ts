import type { SupplyModel } from "./model.ts";
import { placesOfUse } from "./product-places.ts";

/**
 * 1 for technologies, final products aside, of which an economy, or each of its members, has no use by a source, and for those that are of use
 * only with one of them. What is withheld of these takes nothing from it.
 */
export function unusedBy(model: SupplyModel, code: string, members: readonly string[]): Uint8Array {
  const { technologies } = model.map;
  const isUnused = (id: string): boolean => {
    const rows = placesOfUse(model, id);
    const none = (economy: string): boolean => rows.get(economy)?.high === 0;
    return none(code) || (members.length > 0 && members.every(none));
  };
  return Uint8Array.from(technologies, ({ id, index, usedWith }) =>
    model.productRank[index]! < 0 && (isUnused(id) || (usedWith !== null && isUnused(usedWith))) ? 1 : 0,
  );
}
