import { groupBy } from "../../../base/collections.ts";
import { sum } from "../../../base/numbers.ts";
import { spreadOf } from "../../../leverage/draw/monte-carlo.ts";
import { keyOf, uniform } from "../../../leverage/draw/random.ts";
import { skill, type Weighted, weightedCrps } from "../../../measure/crps.ts";
import { type RowScore, type Totals, totalsOf } from "./score.ts";

export const references = ["noLoss", "fullLoss", "stopped", "uniform", "climatology"] as const;
export type Reference = (typeof references)[number];

/** Skill with the middle 80% over resampled acts. */
export interface SkillEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Totals over acts of equal weight, with the skill against each reference; `null` where no row has it or it is perfect. */
export interface ActTotals extends Omit<Totals, "skill"> {
  readonly acts: number;
  readonly skill: Readonly<Record<Reference, SkillEstimate | null>>;
}

export type FullRow = ActRow & { readonly score: FullScore };

const scoreOf: Readonly<Record<Reference, (score: FullScore) => number | null>> = {
  noLoss: ({ crpsNoLoss }) => crpsNoLoss,
  fullLoss: ({ crpsFullLoss }) => crpsFullLoss,
  stopped: ({ crpsStopped }) => crpsStopped,
  uniform: ({ crpsUniform }) => crpsUniform,
  climatology: ({ crpsClimatology }) => crpsClimatology,
};

const resamples = 2_000;

/**
 * Totals of scored rows. Hits and widths count rows; CRPS and skill weight acts equally, the rows of an act sharing its weight.
 * @param seed of the acts that are drawn with replacement for the intervals (Efron 1979)
 */
export function actTotals(rows: readonly FullRow[], seed: number): ActTotals {
  const acts = [...groupBy(rows, ({ act }) => act).values()];
  const { skill: _, ...counts } = totalsOf(rows.map(({ score }) => score));
  const skills = references.map((reference) => [reference, skillOver(acts, scoreOf[reference], seed)] as const);
  return {
    acts: acts.length,
    ...counts,
    meanCrps: acts.length === 0 ? null : sum(acts.map((own) => meanOf(own.map(({ score }) => score.crps)))) / acts.length,
    skill: Object.fromEntries(skills) as ActTotals["skill"],
  };
}

function skillOver(
  acts: readonly (readonly FullRow[])[],
  referenceOf: (score: FullScore) => number | null,
  seed: number,
): SkillEstimate | null {
  const means = acts.flatMap((own) => {
    const pairs = own.flatMap(({ score }) => {
      const reference = referenceOf(score);
      return reference === null ? [] : [[score.crps, reference] as const];
    });
    return pairs.length === 0 ? [] : [[meanOf(pairs.map(([mine]) => mine)), meanOf(pairs.map(([, other]) => other))] as const];
  });
  const value = skill(
    means.map(([mine]) => mine),
    means.map(([, reference]) => reference),
  );
  if (value === null) return null;
  const [low, , high] = spreadOf(resampled(means, seed));
  return { value, low, high };
}

/** Skills over acts drawn with replacement; samples in which the reference is perfect are left out. */
function resampled(means: readonly (readonly [mine: number, reference: number])[], seed: number): Float64Array {
  const keys = means.map((_, place) => keyOf(`act ${place}`));
  const skills = new Float64Array(resamples);
  let kept = 0;
  for (let draw = 0; draw < resamples; draw++) {
    let [mine, reference] = [0, 0];
    for (const key of keys) {
      const drawn = means[Math.floor(uniform(seed, draw, key) * means.length)]!;
      mine += drawn[0];
      reference += drawn[1];
    }
    if (reference > 0) skills[kept++] = 1 - mine / reference;
  }
  return skills.slice(0, kept);
}

const meanOf = (values: readonly number[]): number => sum(values) / values.length;

/** A scored row within its act. Rows of an act share one weight. */
export interface ActRow {
  readonly act: string;
  readonly kind: ActKind;
  readonly score: RowScore;
}

/** An outage, or a measure of a state. */
export type ActKind = "outage" | "measure";

/** A row's score with that of climatology; `null` where no other act of its kind is scored. */
interface FullScore extends RowScore {
  readonly crpsClimatology: number | null;
}

/** Rows with that reference: what was lost in all other acts of their kind, later ones included, outputs pooled, acts weighted equally. */
export function withClimatology<R extends ActRow>(rows: readonly R[]): readonly (R & { readonly score: FullScore })[] {
  const forecastOf = new Map<string, readonly Weighted[]>();
  return rows.map((row) => {
    const key = `${row.kind}|${row.act}`;
    const forecast = forecastOf.get(key) ?? lossesElsewhere(rows, row);
    forecastOf.set(key, forecast);
    const crpsClimatology = forecast.length === 0 ? null : weightedCrps(forecast, measuredMiddle(row.score));
    return { ...row, score: { ...row.score, crpsClimatology } };
  });
}

function lossesElsewhere(rows: readonly ActRow[], { act, kind }: ActRow): readonly Weighted[] {
  const others = groupBy(
    rows.filter((row) => row.kind === kind && row.act !== act),
    (row) => row.act,
  );
  return [...others.values()].flatMap((own) =>
    own.map(({ score }) => ({ value: measuredMiddle(score), weight: 1 / (others.size * own.length) })),
  );
}

const measuredMiddle = ({ measuredLoss: { low, high } }: RowScore): number => (low + high) / 2;
