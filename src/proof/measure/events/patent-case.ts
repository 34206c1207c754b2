import { fullDay } from "../../../base/days.ts";
import type { Row } from "../../../base/tables.ts";
import { createExclusionTerms, type ExclusionTerms } from "../../../leverage/exclusion/exclusion-terms.ts";
import { lastYear, type Rate, ratesKnownBefore, ratesOf } from "../../../leverage/exclusion/forum-rates.ts";
import { type Bounds, usualLevel } from "../../../measure/bootstrap.ts";
import { caseOutcome, exclusionGranted, fewestDecided, wilsonInterval } from "../../../measure/patents/base-rates.ts";

/** A case as scored: what was known at filing, and the outcome. */
export interface PatentCase {
  readonly id: string;
  /** `US ITC`, `CN courts`, `several`, `none`. */
  readonly forum: string;
  /** `suit`, `itc`, `review`, `licence`, `trade-secret`. */
  readonly kind: string;
  readonly holderKind: "assertion-entity" | null;
  readonly chips: boolean;
  /** Kinds of its technologies; empty: unknown. */
  readonly technologyKinds: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly filed: string | null;
  readonly decided: string | null;
  /** In the source's words. */
  readonly outcome: string | null;
}

/** Last possible day of a partial date; months end on the 31st, as text. */
const latest = (date: string): string => `${date}${"-12-31".slice(date.length - 4)}`;

/** Whether a case was certainly decided before another was filed. */
const decidedBefore = ({ decided }: PatentCase, { filed }: PatentCase): boolean =>
  decided !== null && filed !== null && latest(decided) < fullDay(filed);

/** Years from filing to decision, partial dates at their middle; `null` unknown. */
export function yearsTaken({ filed, decided }: PatentCase): number | null {
  if (filed === null || decided === null) return null;
  const years = yearNumber(decided) - yearNumber(filed);
  return years >= 0 ? years : null;
}

function yearNumber(date: string): number {
  const [year = Number.NaN, month, day] = date.split("-").map(Number);
  if (month === undefined) return year + 0.5;
  return year + (month - 1) / 12 + (day === undefined ? 1 / 24 : (day - 1) / 365);
}

/** Chance that a case ends with exclusion, as known on its filing day. */
export interface CaseChance {
  /** Middle of the interval, 0..1. */
  readonly chance: number;
  readonly interval: Bounds;
  /** Its basis: published rates, earlier cases, the terms of exclusion exposure. */
  readonly basis: string;
  readonly sources: readonly string[];
}

export interface KnownThen {
  readonly rates: readonly Row<"base_rate">[];
  readonly terms: ExclusionTerms;
  /** All cases loaded; only those decided before count. */
  readonly cases: readonly PatentCase[];
}

/** Rates known before the year of filing; `null` if that is unknown. `published`: year of a document. */
export function knownThen(
  rates: readonly Row<"base_rate">[],
  published: (source: string) => number | null,
  cases: readonly PatentCase[],
  { filed }: PatentCase,
): KnownThen | null {
  if (filed === null) return null;
  const known = ratesKnownBefore(rates, published, Number(filed.slice(0, 4)));
  return { rates: known, terms: createExclusionTerms(known), cases };
}

/**
 * By the terms of exclusion exposure, `u · v · x` with `q` = 1, `g` = 0: a patent in suit is in force, the product unchanged. `null` without
 * a published validity rate.
 */
export function termsChance(one: PatentCase, { terms }: KnownThen): CaseChance | null {
  const [office = ""] = one.forum.split(" ");
  const valid = terms.valid([office]);
  if (valid.sources.length === 0) return null;
  const kinds = one.technologyKinds.length > 0 ? one.technologyKinds : everyKind;
  const readOn = kinds.map((kind) => terms.readOn(kind));
  const granted = terms.granted([one.forum], one.holderKind);
  const interval = {
    low: granted.low * valid.low * Math.min(...readOn.map(({ low }) => low)),
    high: granted.high * valid.high * Math.max(...readOn.map(({ high }) => high)),
  };
  return of(interval, "u·v·x of exclusion exposure", [...granted.sources, ...valid.sources]);
}

const everyKind = ["process", "tool", "material", "design", "product"];

/**
 * By win rates of the forum times `u`: the newest published rate (of chips for chip cases), else earlier decided cases with their 80%
 * Wilson interval; `null` with fewer than five.
 */
export function winsChance(one: PatentCase, known: KnownThen): CaseChance | null {
  const wins = publishedWins(one, known) ?? earlierWins(one, known);
  if (wins === null) return null;
  const granted = known.terms.granted([one.forum], one.holderKind);
  const interval = { low: wins.low * granted.low, high: wins.high * granted.high };
  return of(interval, wins.basis, [...wins.sources, ...granted.sources]);
}

const of = (interval: Bounds, basis: string, sources: readonly string[]): CaseChance => ({
  chance: (interval.low + interval.high) / 2,
  interval,
  basis,
  sources: [...new Set(sources)],
});

interface Wins extends Bounds {
  readonly basis: string;
  readonly sources: readonly string[];
}

const winning = ["patentee wins when merits are resolved", "patentee wins at judgment", "violation in final notices on the merits"];

function publishedWins({ forum, chips }: PatentCase, { rates }: KnownThen): Wins | null {
  const all = winning
    .flatMap((quantity) => ratesOf(rates, quantity))
    .filter((rate) => rate.forum === forum && rate.holderKind === null)
    .sort((a, b) => lastYear(b.year) - lastYear(a.year));
  const ofChips = chips ? all.find(({ scope }) => scope === "chips") : undefined;
  const rate: Rate | undefined = ofChips ?? all.find(({ scope }) => scope.startsWith("all "));
  if (rate === undefined) return null;
  const { low, high, quantity, scope, year, source } = rate;
  return { low, high, basis: `published: ${quantity}, ${forum}, ${scope}, ${year ?? "undated"}`, sources: source === null ? [] : [source] };
}

function earlierWins(one: PatentCase, { cases }: KnownThen): Wins | null {
  const before = cases.filter((each) => each.id !== one.id && each.forum === one.forum && isContest(each) && decidedBefore(each, one));
  const ends = before.map(({ outcome }) => caseOutcome(outcome));
  const won = ends.filter((end) => end === "won").length;
  const decided = won + ends.filter((end) => end === "lost").length;
  if (decided < fewestDecided) return null;
  return { ...wilsonInterval(won, decided, usualLevel), basis: `${decided} earlier cases of ${one.forum}, ${won} won`, sources: [] };
}

/** Suits and ITC cases can end with exclusion; a review concerns validity only. */
export const isContest = ({ kind }: PatentCase): boolean => kind === "suit" || kind === "itc";

/** A predicted chance and the outcome. */
export interface ScoredCase extends CaseChance {
  readonly id: string;
  readonly granted: boolean;
}

/** Cases with a predicted chance in one fifth of 0..1. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  /** Mean prediction and outcome; `null` in an empty bin. */
  readonly predicted: number | null;
  readonly observed: number | null;
  /** 80% Wilson interval of the outcome. */
  readonly interval: Bounds | null;
}

interface ForecastScore {
  readonly cases: number;
  readonly granted: number;
  /** Brier score, 0 best; `null` without cases. */
  readonly brier: number | null;
  /** `1 - brier / reference` against a coin (0.25) and against "never" (the share of cases granted); `null` if the reference is 0. */
  readonly skillCoin: number | null;
  readonly skillNever: number | null;
  readonly bins: readonly ReliabilityBin[];
}

const bins = 5;

/** Brier score, skill and reliability curve of predicted chances. */
export function scoreForecasts(scored: readonly ScoredCase[]): ForecastScore {
  const granted = scored.filter((each) => each.granted).length;
  const brier = meanOf(scored.map(({ chance, granted: end }) => (chance - Number(end)) ** 2));
  const never = meanOf(scored.map(({ granted: end }) => Number(end)));
  return {
    cases: scored.length,
    granted,
    brier,
    skillCoin: brier === null ? null : 1 - brier / 0.25,
    skillNever: brier === null || !never ? null : 1 - brier / never,
    bins: Array.from({ length: bins }, (_, at) => binOf(scored, at)),
  };
}

function binOf(scored: readonly ScoredCase[], at: number): ReliabilityBin {
  const inside = scored.filter(({ chance }) => Math.min(bins - 1, Math.floor(chance * bins)) === at);
  const granted = inside.filter((each) => each.granted).length;
  return {
    from: at / bins,
    to: (at + 1) / bins,
    cases: inside.length,
    predicted: meanOf(inside.map(({ chance }) => chance)),
    observed: inside.length === 0 ? null : granted / inside.length,
    interval: inside.length === 0 ? null : wilsonInterval(granted, inside.length, usualLevel),
  };
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** First reason that a case is not scored. */
export type LeftOut =
  | "trade secret or licence"
  | "review of validity"
  | "pending or not found"
  | "settled"
  | "mixed"
  | "unclear"
  | "several forums or none"
  | "filing not dated"
  | "no rate known then";

/** Why a case cannot be scored by any prediction; `null` if it can. */
export function leftOutOf(one: PatentCase): LeftOut | null {
  if (one.kind === "review") return "review of validity";
  if (!isContest(one)) return "trade secret or licence";
  if (exclusionGranted(one.outcome) === null) return undecided[caseOutcome(one.outcome)] ?? "unclear";
  if (one.forum === "several" || one.forum === "none") return "several forums or none";
  return one.filed === null ? "filing not dated" : null;
}

const undecided: Readonly<Record<string, LeftOut>> = { open: "pending or not found", settled: "settled", mixed: "mixed" };
