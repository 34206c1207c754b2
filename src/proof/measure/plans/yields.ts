import { type Bounds, quantile, usualLevel } from "../../../measure/bootstrap.ts";
import { wilsonInterval } from "../../../measure/patents/base-rates.ts";
import { intervalScore } from "../../../plan/cells/cell-activity.ts";
import { type CountedFamily, type FamilyKind, kindOf, type TechnologyFamilies, teams } from "../../../plan/cells/counted-family.ts";

/** A fitted figure with its 80% interval and sample size in families. */
export interface Fitted extends Bounds {
  readonly value: number;
  readonly n: number;
}

/** Chance of a top-tenth family; a `null` tercile or team stands for any. */
export interface TopTenthChance extends FamilyKind {
  readonly chance: Fitted;
}

/** Yields of research in a technology as seen in its families; `null` with fewer than {@link leastFamilies}. */
export interface TechnologyYields {
  readonly technology: string;
  /** Years from earliest priority to first grant: median and the middle 80 %. */
  readonly grantDelay: Fitted | null;
  /** By tercile, team and both, where enough families are judged. */
  readonly topTenth: readonly TopTenthChance[];
  /** Mean blocking weight of a family, whether or not in force. */
  readonly familyWeight: Fitted | null;
  /** Share of all citations that the top tenth receives. */
  readonly topPart: Fitted | null;
}

/** Share of families in the top tenth. */
export const topPart = 0.1;

/** Fewest families that give a yield. */
export const leastFamilies = 30;

/** Years after which nearly all grants have happened. Younger families are left out: only their quick grants are visible yet. */
const grantedAfter = 8;

const daysPerYear = 365.25;

/** Fits the yields of a technology from its families as known on a day. */
export function fitYields({ technology, families, day }: TechnologyFamilies): TechnologyYields {
  const known = families ?? [];
  return {
    technology,
    grantDelay: grantDelayOf(known, day - grantedAfter * daysPerYear),
    topTenth: topTenthOf(known),
    familyWeight: meanWeight(known),
    topPart: topPartOf(known),
  };
}

function grantDelayOf(families: readonly CountedFamily[], until: number): Fitted | null {
  const delays = families
    .flatMap(({ priority, granted }) =>
      priority === null || granted === null || priority > until ? [] : (granted - priority) / daysPerYear,
    )
    .filter((years) => years >= 0)
    .sort((a, b) => a - b);
  if (delays.length < leastFamilies) return null;
  const tail = (1 - usualLevel) / 2;
  return { value: quantile(delays, 0.5), low: quantile(delays, tail), high: quantile(delays, 1 - tail), n: delays.length };
}

const anyTercile = [null, 0, 1, 2] as const;
const anyTeam = [null, ...teams] as const;

function topTenthOf(families: readonly CountedFamily[]): readonly TopTenthChance[] {
  const judged = families.filter(({ top }) => top !== null);
  const kinds = judged.map(kindOf);
  return anyTercile.flatMap((tercile) =>
    anyTeam.flatMap((team) => {
      const own = judged.filter(
        (_, at) => (tercile === null || kinds[at]!.tercile === tercile) && (team === null || kinds[at]!.team === team),
      );
      if (own.length < leastFamilies) return [];
      const top = own.filter((each) => each.top === true).length;
      return { tercile, team, chance: { value: top / own.length, ...wilsonInterval(top, own.length, usualLevel), n: own.length } };
    }),
  );
}

/**
 * `0.1 b / (0.9 a + 0.1 b)`, `a` and `b` the mean citations of families outside and in the top tenth (ties change the size of the top).
 * Normal interval of `ln(b / a)`.
 */
function topPartOf(families: readonly CountedFamily[]): Fitted | null {
  const of = (wanted: boolean) => momentsOf(families.flatMap(({ cited, top }) => (top === wanted && cited !== null ? cited : [])));
  const [outside, inside] = [of(false), of(true)];
  const n = outside.n + inside.n;
  if (n < leastFamilies || outside.mean === 0 || inside.n < 2) return null;
  const reach =
    intervalScore * Math.sqrt(outside.variance / (outside.n * outside.mean ** 2) + inside.variance / (inside.n * inside.mean ** 2));
  const part = (ratio: number): number => (topPart * ratio) / (1 - topPart + topPart * ratio);
  const ratio = inside.mean / outside.mean;
  return { value: part(ratio), low: part(ratio * Math.exp(-reach)), high: part(ratio * Math.exp(reach)), n };
}

function meanWeight(families: readonly CountedFamily[]): Fitted | null {
  const { n, mean, variance } = momentsOf(families.flatMap(({ blocks }) => blocks ?? []));
  if (n < leastFamilies || mean === 0) return null;
  const reach = intervalScore * Math.sqrt(variance / n);
  return { value: mean, low: Math.max(0, mean - reach), high: mean + reach, n };
}

function momentsOf(values: readonly number[]): { readonly n: number; readonly mean: number; readonly variance: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  return { n, mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1) };
}
