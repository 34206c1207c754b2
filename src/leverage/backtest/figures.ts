import type { SupplyModel } from "../model.ts";

/** What a figure of the map rests on. */
export interface UsedFigure {
  readonly source: string | null;
  readonly grade: string;
}

/** The figures of who supplies some technologies. */
export const shareFigures = ({ map }: SupplyModel, technologies: Iterable<number>): readonly UsedFigure[] =>
  Array.from(technologies).flatMap((t) => map.technologies[t]!.supply?.rows ?? []);

/** The figures of what economies or groups make and use of some final products. */
export function placeFigures({ map }: SupplyModel, codes: readonly string[], products: readonly number[]): readonly UsedFigure[] {
  const ids = products.map((t) => map.technologies[t]!.id);
  return map.rows.product_place.filter(({ product, economy }) => ids.includes(product) && codes.includes(economy));
}
