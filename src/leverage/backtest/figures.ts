import type { SupplyModel } from "../model.ts";

export interface UsedFigure {
  readonly source: string | null;
  readonly grade: string;
}

/** Figures on the suppliers of some technologies. */
export const shareFigures = ({ map }: SupplyModel, technologies: Iterable<number>): readonly UsedFigure[] =>
  Array.from(technologies).flatMap((t) => map.technologies[t]!.supply?.rows ?? []);

/** Figures on production and use of final products by economies or groups. */
export function placeFigures({ map }: SupplyModel, codes: readonly string[], products: readonly number[]): readonly UsedFigure[] {
  const ids = products.map((t) => map.technologies[t]!.id);
  return map.rows.product_place.filter(({ product, economy }) => ids.includes(product) && codes.includes(economy));
}
