import type { Economics } from "../../../plan/economics.ts";
import { relativeCited, shrunkGrowth } from "./cell-record.ts";
import type { ChooseCells } from "./choosers.ts";
import { type ExpectedFamily, expectedFamily } from "./expected-family.ts";
import { topPart } from "./yields.ts";

/** Years over which further families of a cell would be filed. */
const filed = 4;

/**
 * Chooses the cells whose next families are expected to be cited most and to be in the top tenth most often, by what is known of the cell: originality
 * and team of its recent families, their citations, and its growth. Ties go by the order of the cells.
 */
export const chooseByRecord =
  (economics: Economics): ChooseCells =>
  async (cells, budget, year) => {
    const growth = shrunkGrowth(cells, year);
    const cited = relativeCited(cells);
    const expected = cells.map((cell, at) => ({
      id: cell.id,
      at,
      worth: worthOf(expectedFamily({ cell, cited: cited(cell), growth: growth(cell) }, filed, economics)),
    }));
    return expected
      .sort((a, b) => b.worth - a.worth || a.at - b.at)
      .slice(0, budget)
      .map(({ id }) => id);
  };

/** Expected citations and the chance of the top tenth, each relative to an average family, count alike. */
const worthOf = ({ cited, topTenth }: ExpectedFamily): number => cited + topTenth / topPart;
