import { groupBy } from "../../base/group-by.ts";
import type { Cell, Counted } from "../cells/cell.ts";
import { leastFamilies } from "../cells/yields.ts";

/** How often the families of each cell are cited over the mean of its technology, 1 where too few of those are known, as for a document of its year and field. */
export function relativeCited(cells: readonly Cell[]): (cell: Cell) => Counted {
  const means = new Map([...groupBy(cells, ({ technology }) => technology)].map(([id, own]) => [id, meanOf(own)]));
  return ({ technology, cited: { mean, of } }) => ({ mean: mean === null ? null : mean / means.get(technology)!, of });
}

function meanOf(cells: readonly Cell[]): number {
  const of = cells.reduce((sum, { cited }) => sum + cited.of, 0);
  const all = cells.reduce((sum, { cited }) => sum + cited.of * (cited.mean ?? 0), 0);
  return of < leastFamilies || all === 0 ? 1 : all / of;
}
