import { groupBy } from "../../base/group-by.ts";
import type { Cell, Counted } from "../cells/cell.ts";
import { leastFamilies } from "../cells/yields.ts";

/** Mean citations of each cell relative to its technology's mean; to the normalised average (1) where that rests on too few families. */
export function relativeCited(cells: readonly Cell[]): (cell: Cell) => Counted {
  const means = new Map([...groupBy(cells, ({ technology }) => technology)].map(([id, own]) => [id, meanOf(own)]));
  return ({ technology, cited: { mean, of } }) => ({ mean: mean === null ? null : mean / means.get(technology)!, of });
}

function meanOf(cells: readonly Cell[]): number {
  const of = cells.reduce((sum, { cited }) => sum + cited.of, 0);
  const all = cells.reduce((sum, { cited }) => sum + cited.of * (cited.mean ?? 0), 0);
  return of < leastFamilies || all === 0 ? 1 : all / of;
}
