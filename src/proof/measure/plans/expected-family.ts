import type { Interval } from "../../../base/numbers.ts";
import type { Cell, Counted } from "../../../plan/cells/cell.ts";
import { dampedYears, recentYears } from "../../../plan/cells/cell-activity.ts";
import { kindScopes } from "../../../plan/cells/counted-family.ts";
import type { Economics } from "../../../plan/economics.ts";
import { topPart } from "./yields.ts";

/** A cell with its record. */
export interface RecordedCell {
  readonly cell: Cell;
  /** Mean citations per family relative to the technology's mean (1 = average). */
  readonly cited: Counted;
  /** Log growth over two consecutive five-year windows relative to all other cells: 0 = same as the rest, `null` unknown. */
  readonly growth: Interval | null;
}

/** What is expected of the next families of a cell. */
export interface ExpectedFamily {
  /** Citations relative to an average family. */
  readonly cited: number;
  /** Chance of being in the top tenth by citations. */
  readonly topTenth: number;
}

/** Citation window in years. */
const citedYears = 5;

/**
 * Expected citations and top-tenth chance of a family of a cell. `p`: top-tenth chance of the cell's recent families; `T`: the top tenth's share of
 * citations; predicted citations are `(1 - p) (1 - T) / 0.9 + p T / 0.1` of the average. The cell's own record `c` of `n` families has
 * credibility `n / (n + k)` (Bühlmann 1967). Both scale with growth; unknown growth leaves them unchanged.
 *
 * @param paid years over which the programme files
 */
export function expectedFamily({ cell, cited, growth }: RecordedCell, paid: number, economics: Economics): ExpectedFamily {
  const { technology, id } = cell;
  const { of, pick } = economics;
  const chance = topTenthOf(cell, economics);
  const part = of("top-part", technology);
  const predicted = ((1 - chance) * (1 - part)) / (1 - topPart) + (chance * part) / topPart;
  const record = of("own-record", technology);
  const expected = cited.mean === null ? predicted : (cited.of * cited.mean + record * predicted) / (cited.of + record);
  const kept = of("growth-kept", technology);
  const later = growth === null ? 1 : Math.exp((kept * pick(`growth|${id}`, growth) * yearsOn(paid)) / recentYears);
  return { cited: expected * later, topTenth: Math.min(1, chance * later) };
}

/** Fewest recent families of known originality to predict from. */
const enough = 10;

/** Mean chance of the cell's recent families by originality and team; with too few, that of a family with neither known. */
function topTenthOf({ technology, mix }: Cell, { of }: Economics): number {
  const count = (kinds: Cell["mix"]): number => kinds.reduce((sum, { families }) => sum + families, 0);
  const isKnown = count(mix.filter(({ tercile }) => tercile !== null)) >= enough;
  const kinds = isKnown ? mix : [{ tercile: null, team: null, families: 1 }];
  return kinds.reduce((sum, kind) => sum + kind.families * of("top-tenth", ...kindScopes(technology, kind)), 0) / count(kinds);
}

/** Years of growth from the middle of the last five years to the middle of the citation window, damped after the last year. */
const yearsOn = (paid: number): number => (recentYears - 1) / 2 + dampedYears((paid + citedYears) / 2);
