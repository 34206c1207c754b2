import type { Cell } from "../cells/cell.ts";
import type { PlanCell } from "./plan-facts.ts";

/** Families from which on the originality of a cell is compared. */
const enough = 10;

/** How original the recent families of each cell are among those of all these cells; `null` where too few are known. */
export function originalityThirds(cells: readonly Cell[]): (cell: Cell) => PlanCell["originality"] {
  const meanOf = ({ originality: { mean, of } }: Cell): number | null => (of >= enough ? mean : null);
  const ranked = cells.flatMap((cell) => meanOf(cell) ?? []);
  return (cell) => {
    const mean = meanOf(cell);
    if (mean === null || ranked.length < 3) return null;
    const below = ranked.filter((each) => each < mean).length / ranked.length;
    return below < 1 / 3 ? "low" : below < 2 / 3 ? "middle" : "high";
  };
}
