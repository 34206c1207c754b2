import { createRandom, type Random } from "../../../../src/measure/random.ts";
import type { Cell } from "../../../../src/plan/cells/cell.ts";
import type { PlanTrial } from "../../../../src/proof/measure/plans/backtest-plan.ts";
import { cellOutcomes, type LaterFamily } from "../../../../src/proof/measure/plans/cell-outcome.ts";
import type { ChooseCells } from "../../../../src/proof/measure/plans/choosers.ts";
import { recentGrowth } from "../../../../src/proof/measure/plans/growth-forecast.ts";

export interface PlantedOptions {
  readonly cells: number;
  /** What one standard deviation of rise and originality together adds to the logarithm of later citations; 0: nothing. */
  readonly signal: number;
  /** Mean later families of a cell. */
  readonly families?: number;
}

const technologies = ["bonding", "etch", "mask", "resist"];
const cutOff = 2010;

/**
 * Invented cells at a cut-off and what came after: the rise and the originality that can be seen at the cut-off set, to the strength of
 * `signal`, how often families filed later are cited. Size, holders, lapse and citations so far set nothing.
 */
export function plantedTrial(seed: number, { cells: count, signal, families = 12 }: PlantedOptions): PlanTrial {
  const random = createRandom(seed, 11);
  const later: LaterFamily[] = [];
  const cells = Array.from({ length: count }, (_, at): Cell => {
    const technology = technologies[at % technologies.length]!;
    const id = `${technology}/H01L${at}`;
    const [rise, original, lapse] = [random.normal(), random.normal(), random.normal()];
    const merit = (rise + original) / Math.SQRT2;
    const mean = 3 * Math.exp(signal * merit + 0.3 * random.normal());
    for (let n = poisson(families * Math.exp(0.5 * random.normal()), random); n > 0; n--) {
      later.push({
        year: cutOff + 1 + random.below(3),
        citations: poisson(mean * exponential(random), random),
        cells: [{ technology, cell: id }],
      });
    }
    return cellOf(id, technology, { rise, original, lapse }, random);
  });
  return {
    cells,
    year: cutOff,
    after: 3,
    outcomes: cellOutcomes(later),
    citations: later.reduce((sum, { citations }) => sum + citations, 0),
    budget: Math.round(count / 5),
    seed,
  };
}

/** The cells that stand out by what the signal rests on: recent growth and originality, each by its spread over all cells. */
export const chooseSeen: ChooseCells = (cells, budget, year) => {
  const places = [
    spreads(cells.map(({ byYear }) => recentGrowth(byYear, year, 5))),
    spreads(cells.map(({ originality }) => originality.mean!)),
  ];
  return cells
    .map(({ id }, at) => ({ id, seen: places.reduce((sum, of) => sum + of[at]!, 0) }))
    .sort((a, b) => b.seen - a.seen || (a.id < b.id ? -1 : 1))
    .slice(0, budget)
    .map(({ id }) => id);
};

function spreads(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / spread);
}

type Traits = Readonly<Record<"rise" | "original" | "lapse", number>>;

function cellOf(id: string, technology: string, { rise, original, lapse }: Traits, random: Random): Cell {
  const size = 40 * Math.exp(0.7 * random.normal());
  const byYear = Array.from({ length: 10 }, (_, n) => ({
    year: cutOff - 9 + n,
    families: poisson((size / 10) * Math.exp(0.15 * rise * (n - 4.5)), random),
  }));
  const families = byYear.reduce((sum, one) => sum + one.families, 0);
  const recent = byYear.slice(5).reduce((sum, one) => sum + one.families, 0);
  const seen = original + 0.3 * random.normal();
  return {
    id,
    technology,
    group: id.split("/")[1]!,
    families,
    byYear,
    holders: Array.from({ length: 1 + random.below(12) }, (_, n) => ({
      holder: `h${n}`,
      economy: null,
      organisation: null,
      families: 1,
      weight: null,
    })),
    concentration: null,
    weight: null,
    cited: { mean: Math.exp(0.5 * random.normal()), of: families },
    originality: { mean: 0.5 + 0.1 * seen, of: families },
    mix: mixOf(recent, seen, random),
    followUp: { followUp: 0, judged: 0 },
    topTenth: { top: 0, judged: 0 },
    thickets: null,
    lapsing: { lapsing: Math.round(families * 0.2 * Math.exp(0.5 * lapse)), judged: families },
    inventors: null,
    examples: [],
  };
}

/** Families about as far from the mean of their cell as cells are from one another, by their tercile among all. */
function mixOf(families: number, original: number, random: Random): Cell["mix"] {
  const counts = [0, 0, 0];
  for (let n = 0; n < families; n++) {
    const own = (original + random.normal()) / Math.SQRT2;
    counts[own < -0.43 ? 0 : own < 0.43 ? 1 : 2]!++;
  }
  return counts.map((each, tercile) => ({ tercile: tercile as 0 | 1 | 2, team: null, families: each }));
}

const exponential = ({ uniform }: Random): number => -Math.log(1 - uniform());

/** A Poisson number, by the way of Knuth, in parts so that large means do not underflow. */
export function poisson(mean: number, random: Random): number {
  if (mean > 30) return poisson(30, random) + poisson(mean - 30, random);
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; count++) product *= random.uniform();
  return count;
}
