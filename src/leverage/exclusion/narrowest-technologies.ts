import type { SupplyMap } from "../../measure/supply/supply-map.ts";

/**
 * Of the technologies of a patent those that are no family of another of them: claims on plasma CVD are claims on CVD already, and would
 * count three times if the families of the map counted beside them. Order as given.
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
