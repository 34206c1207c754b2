import { yearOf } from "../../base/days.ts";
import { wilsonInterval } from "../../measure/base-rates-interval.ts";
import { bootstrapInterval, usualLevel } from "../../measure/bootstrap.ts";
import { quantile } from "../../measure/quantile.ts";
import { createRandom } from "../../measure/random.ts";
import { intervalScore } from "./cell-activity.ts";
import type { CountedFamily, TechnologyFamilies } from "./counted-family.ts";

/** A figure fitted from history with its 80 % interval and the families it rests on. */
export interface Fitted {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** Inventors of a family: one, two or three, more. */
export type Team = "one" | "few" | "many";

/** A chance of a top-tenth family; `null` for a tercile or team stands for any. */
export interface TopTenthChance {
  /** Tercile of originality in the technology and five years, 0 the lowest. */
  readonly tercile: 0 | 1 | 2 | null;
  readonly team: Team | null;
  readonly chance: Fitted;
}

/** What the families of a technology tell of what a programme in it would give; `null` where fewer than {@link leastFamilies} tell. */
export interface TechnologyYields {
  readonly technology: string;
  /** Families that an active holder has in a year; the interval is of the mean. */
  readonly familiesPerHolderYear: Fitted | null;
  /** Years from the earliest priority to the first publication and to the first grant: the median, and the range of four families in five. */
  readonly publicationDelay: Fitted | null;
  readonly grantDelay: Fitted | null;
  /** By tercile, by team and by both, as far as enough families are judged; the interval is of the chance. */
  readonly topTenth: readonly TopTenthChance[];
  /** Mean blocking weight of a family, in force or not. */
  readonly familyWeight: Fitted | null;
  /** Part of all citations that the top tenth has, by the means in and outside of it. */
  readonly topPart: Fitted | null;
}

/** The part of families that is in the top tenth. */
export const topPart = 0.1;

/** Fewer families than these give no yield. */
export const leastFamilies = 30;

/** Fewer holders than these give no rate: an interval drawn from so few would look surer than it is. */
const leastHolders = 5;

/** Years over which holders' families are counted. */
const historyYears = 10;

/**
 * Years after which nearly all that was filed has been published, and granted if it ever is. Younger families are left out, since of those only
 * the quick ones are seen yet.
 */
const publishedAfter = 3;
const grantedAfter = 8;

const daysPerYear = 365.25;

/** One seed for all, so that the same families give the same figures. */
const seed = 1_997;

/** Fits the yields of a technology from its families as known on a day. */
export function fitYields({ technology, families, day }: TechnologyFamilies): TechnologyYields {
  const known = families ?? [];
  return {
    technology,
    familiesPerHolderYear: holderRate(known, yearOf(day) - publishedAfter),
    publicationDelay: delayOf(known, day - publishedAfter * daysPerYear, ({ published }) => published),
    grantDelay: delayOf(known, day - grantedAfter * daysPerYear, ({ granted }) => granted),
    topTenth: topTenthOf(known),
    familyWeight: meanWeight(known),
    topPart: topPartOf(known),
  };
}

/**
 * Families over holder-years of the ten years up to `last`: a holder is active from its first to its last family of those years, a joint family
 * counts in equal parts. Who has not filed again is not known to have tried, so that the rate is one of those who stay. Interval by drawing holders.
 */
function holderRate(families: readonly CountedFamily[], last: number): Fitted | null {
  const counted = families.filter(({ year, holders }) => year !== null && year > last - historyYears && year <= last && holders.length > 0);
  const active = new Map<string, { families: number; first: number; last: number }>();
  for (const { holders, year } of counted) {
    for (const holder of holders) {
      const own = active.get(holder) ?? { families: 0, first: year!, last: year! };
      active.set(holder, {
        families: own.families + 1 / holders.length,
        first: Math.min(own.first, year!),
        last: Math.max(own.last, year!),
      });
    }
  }
  const holders = [...active.values()];
  const rate = (sample: ArrayLike<number>): number => {
    let [sum, years] = [0, 0];
    for (let i = 0; i < sample.length; i++) {
      const own = holders[sample[i]!]!;
      sum += own.families;
      years += own.last - own.first + 1;
    }
    return sum / years;
  };
  const bounds = bootstrapInterval(holders.length, rate, { random: createRandom(seed) });
  return counted.length < leastFamilies || holders.length < leastHolders || bounds === null
    ? null
    : { value: rate(holders.map((_, i) => i)), ...bounds, n: counted.length };
}

function delayOf(families: readonly CountedFamily[], until: number, end: (family: CountedFamily) => number | null): Fitted | null {
  const delays = families
    .flatMap((family) => {
      const at = end(family);
      return family.priority === null || at === null || family.priority > until ? [] : (at - family.priority) / daysPerYear;
    })
    .filter((years) => years >= 0)
    .sort((a, b) => a - b);
  if (delays.length < leastFamilies) return null;
  const tail = (1 - usualLevel) / 2;
  return { value: quantile(delays, 0.5), low: quantile(delays, tail), high: quantile(delays, 1 - tail), n: delays.length };
}

const terciles = [null, 0, 1, 2] as const;
const teams = [null, "one", "few", "many"] as const;

const teamOf = ({ inventors }: CountedFamily): Team | null =>
  inventors === null ? null : inventors === 1 ? "one" : inventors < 4 ? "few" : "many";

function topTenthOf(families: readonly CountedFamily[]): readonly TopTenthChance[] {
  const judged = families.filter(({ top }) => top !== null);
  return terciles.flatMap((tercile) =>
    teams.flatMap((team) => {
      const own = judged.filter((each) => (tercile === null || each.tercile === tercile) && (team === null || teamOf(each) === team));
      if (own.length < leastFamilies) return [];
      const top = own.filter((each) => each.top === true).length;
      return { tercile, team, chance: { value: top / own.length, ...wilsonInterval(top, own.length, usualLevel), n: own.length } };
    }),
  );
}

/**
 * With `a` and `b` the mean citations of families outside and in the top tenth, `0.1 b / (0.9 a + 0.1 b)`: equals make those called top more or fewer
 * than a tenth. Interval: normal, of the logarithm of `b / a`.
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

/** Interval: normal, of the mean. */
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

/**
 * The chance of a top-tenth family for a tercile and a team, the closest that is fitted: both, else by tercile, else by team, else of any;
 * `null` where none is.
 */
export function chanceOf({ topTenth }: TechnologyYields, tercile: 0 | 1 | 2 | null, team: Team | null): Fitted | null {
  const found = (t: TopTenthChance["tercile"], of: Team | null): Fitted | undefined =>
    topTenth.find((each) => each.tercile === t && each.team === of)?.chance;
  return found(tercile, team) ?? found(tercile, null) ?? found(null, team) ?? found(null, null) ?? null;
}
