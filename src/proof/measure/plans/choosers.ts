import { createRandom, draw } from "../../../measure/random.ts";
import type { Cell } from "../../../plan/cells/cell.ts";

/** Picks up to a number of cells known at a cut-off, by id. Sees nothing later. */
export type ChooseCells = (cells: readonly Cell[], budget: number, year: number) => readonly string[] | Promise<readonly string[]>;

/** Frequency of each chosen cell by id; 1 for deterministic choices. */
export interface Choice {
  readonly name: string;
  readonly chosen: ReadonlyMap<string, number>;
}

/** The cells with most families. */
export const chooseMostCrowded: ChooseCells = (cells, budget) => topOf(cells, budget, ({ families }) => families);

/** The cells with highest mean normalised citations. */
export const chooseMostCited: ChooseCells = (cells, budget) => topOf(cells, budget, ({ cited }) => cited.mean);

/** Frequency of each cell among `budget` random ones, over many draws. */
export function drawnChoices(cells: readonly Cell[], budget: number, draws: number, seed: number): ReadonlyMap<string, number> {
  const random = createRandom(seed, drawing);
  const ids = cells.map(({ id }) => id).sort();
  const times = new Map<string, number>();
  for (let n = 0; n < draws; n++) for (const id of draw(ids, budget, random)) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

const drawing = 1;

/** Ids of the highest known values; ties by id. */
function topOf(cells: readonly Cell[], budget: number, value: (cell: Cell) => number | null): readonly string[] {
  return cells
    .map((cell) => ({ id: cell.id, value: value(cell) }))
    .filter((one): one is { id: string; value: number } => one.value !== null)
    .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
    .slice(0, budget)
    .map(({ id }) => id);
}
