import { relativeCited, shrunkGrowth } from "../cells/cell-record.ts";
import { expectedFamily } from "../cells/expected-family.ts";
import type { Economics } from "../economics.ts";
import type { ChooseCells } from "./choosers.ts";

/** Years over which further families of a cell would be filed. */
const filed = 4;

/**
 * Chooses the cells whose next families are most likely to be in the top tenth of citations, by what is known of the cell: originality and team of
 * its recent families, and its growth. Ties go by the order of the cells.
 */
export const chooseByRecord =
  (economics: Economics): ChooseCells =>
  async (cells, budget, year) => {
    const growth = shrunkGrowth(cells, year);
    const cited = relativeCited(cells);
    const expected = cells.map((cell, at) => ({
      id: cell.id,
      at,
      worth: expectedFamily({ cell, cited: cited(cell), growth: growth(cell) }, filed, economics).topTenth,
    }));
    return expected
      .sort((a, b) => b.worth - a.worth || a.at - b.at)
      .slice(0, budget)
      .map(({ id }) => id);
  };
