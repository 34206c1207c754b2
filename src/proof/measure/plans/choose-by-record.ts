import { groupBy } from "../../../base/collections.ts";
import type { Interval } from "../../../base/numbers.ts";
import type { Cell, Counted } from "../../../plan/cells/cell.ts";
import { activityOf, addActivities, dampedYears, intervalScore, recentYears, relativeGrowth } from "../../../plan/cells/cell-activity.ts";
import { kindScopes } from "../../../plan/cells/counted-family.ts";
import type { Economics } from "../../../plan/economics.ts";
import type { ChooseCells } from "./choosers.ts";
import { leastFamilies, topPart } from "./yields.ts";

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

/**
 * Log growth of each cell over two consecutive five-year windows relative to all other cells, with its 80% interval; `null` without
 * families in these ten years. Shrunk towards 0 by `τ² / (τ² + v)`: `v` the variance of the log odds ratio, `τ²` the variance of true growth by
 * moments about 0, `(Σ y²/v - k) / Σ 1/v` (Efron and Morris 1975; DerSimonian and Laird 1986).
 */
export function shrunkGrowth(cells: readonly Cell[], year: number): (cell: Cell) => Interval | null {
  const activities = cells.map((cell) => activityOf(cell, year));
  const all = addActivities(activities);
  const seen = new Map(
    activities.flatMap((own, at) => {
      const growth = relativeGrowth(own, { recent: all.recent - own.recent, before: all.before - own.before });
      if (growth === null || own.recent + own.before === 0) return [];
      const value = Math.log(growth.ratio);
      return [[cells[at]!.id, { value, variance: ((Math.log(growth.high) - value) / intervalScore) ** 2 }] as const];
    }),
  );
  const sum = (of: (one: { readonly value: number; readonly variance: number }) => number): number =>
    [...seen.values()].reduce((total, one) => total + of(one), 0);
  const spread = Math.max(0, (sum(({ value, variance }) => value ** 2 / variance) - seen.size) / sum(({ variance }) => 1 / variance));
  return ({ id }) => {
    const own = seen.get(id);
    if (own === undefined) return null;
    const kept = spread / (spread + own.variance);
    const [mean, reach] = [kept * own.value, intervalScore * Math.sqrt(kept * own.variance)];
    return [mean - reach, mean, mean + reach];
  };
}

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

/** A cell with its record. */
export interface RecordedCell {
  readonly cell: Cell;
  /** Mean citations per family relative to the technology's mean (1 = average). */
  readonly cited: Counted;
  /** Log growth over two consecutive five-year windows relative to all other cells: 0 = same as the rest, `null` unknown. */
  readonly growth: Interval | null;
}

/** What is expected of the next families of a cell. */
interface ExpectedFamily {
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
