import { kept, keptWith } from "../base/collections.ts";
import { membersOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";
import { placesOfUse } from "./product-places.ts";

/**
 * 1 for technologies, final products aside, of which an economy, or each of its members, has no use by a source, and for those that are of use
 * only with one of them. What is withheld of these takes nothing from it.
 */
export const unusedBy = (model: SupplyModel, code: string): Uint8Array => unusedOf(model)(code);

const unusedOf = keptWith((model: SupplyModel) => kept((code: string) => readUnused(model, code)));

function readUnused(model: SupplyModel, code: string): Uint8Array {
  const { technologies, rows } = model.map;
  const members = membersOf(model, code);
  const told = new Set(rows.product_place.filter(({ role, high }) => role === "use" && high === 0).map(({ product }) => product));
  const isUnused = (id: string): boolean => {
    if (!told.has(id)) return false;
    const places = placesOfUse(model, id);
    const none = (economy: string): boolean => places.get(economy)?.high === 0;
    return none(code) || (members.length > 0 && members.every(none));
  };
  return Uint8Array.from(technologies, ({ id, index, usedWith }) =>
    model.productRank[index]! < 0 && (isUnused(id) || (usedWith !== null && isUnused(usedWith))) ? 1 : 0,
  );
}
