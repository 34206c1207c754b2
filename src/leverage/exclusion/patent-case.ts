import type { Row } from "../../base/tables.ts";
import { type Bounds, usualLevel } from "../../measure/bootstrap.ts";
import { caseOutcome, fewestDecided, wilsonInterval } from "../../measure/patents/base-rates.ts";
import { createExclusionTerms, type ExclusionTerms } from "./exclusion-terms.ts";
import { lastYear, type Rate, ratesKnownBefore, ratesOf } from "./forum-rates.ts";

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

/** First possible day of a partial date. */
const earliest = (date: string): string => `${date}-01-01`.slice(0, 10);

/** Whether a case was certainly decided before another was filed. */
const decidedBefore = ({ decided }: PatentCase, { filed }: PatentCase): boolean =>
  decided !== null && filed !== null && latest(decided) < earliest(filed);

/** Years from filing to decision, partial dates at their middle; `null` unknown. */
export function yearsTaken({ filed, decided }: PatentCase): number | null {
  if (filed === null || decided === null) return null;
  const years = yearNumber(decided) - yearNumber(filed);
  return years >= 0 ? years : null;
}

function yearNumber(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  if (month === undefined) return year! + 0.5;
  return year! + (month - 1) / 12 + (day === undefined ? 1 / 24 : (day - 1) / 365);
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
