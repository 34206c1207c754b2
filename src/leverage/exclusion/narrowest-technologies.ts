import type { SupplyMap } from "../../measure/supply/supply-map.ts";

/**
 * Technologies of a patent without those that are a family of another of them: claims on plasma CVD already are claims on CVD. Keeps the
 * order.
 */
export function narrowestTechnologies({ familyOf, technologies, indexOf }: Pick<SupplyMap, "familyOf" | "technologies" | "indexOf">) {
  const wider = (id: string): readonly string[] => {
    const found = new Set<number>();
    let at = familyOf.get(indexOf.get(id) ?? -1);
    while (at !== undefined && !found.has(at)) {
      found.add(at);
      at = familyOf.get(at);
    }
    return [...found].map((index) => technologies[index]!.id);
  };
  return (ids: readonly string[]): readonly string[] => {
    const families = new Set(ids.flatMap(wider));
    return ids.filter((id) => !families.has(id));
  };
}
