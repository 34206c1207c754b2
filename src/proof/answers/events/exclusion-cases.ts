import { isOfChips, type KnownCase, knownCases } from "../../../answers/exclusion/freedom-to-operate.ts";
import { evidenceOf } from "../../../answers/shared/evidence-of.ts";
import type { ReadModel } from "../../../answers/shared/read-model.ts";
import { groupBy, pick } from "../../../base/collections.ts";
import { calendarYear } from "../../../base/days.ts";
import { number, percent, percentInterval, percentRange } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
import type { Row } from "../../../base/tables.ts";
import type { JoinedCases } from "../../../corpus/case-holders.ts";
import { titleTechnologies } from "../../../link/case-technologies.ts";
import { percentileInterval } from "../../../measure/bootstrap.ts";
import { caseOutcome, exclusionGranted, forumClass } from "../../../measure/patents/base-rates.ts";
import { caseOwnerKind } from "../../../measure/patents/distinct-cases.ts";
import {
  type CaseChance,
  isContest,
  knownThen,
  type LeftOut,
  leftOutOf,
  type PatentCase,
  type ReliabilityBin,
  type ScoredCase,
  scoreForecasts,
  termsChance,
  winsChance,
  yearsTaken,
} from "../../measure/events/patent-case.ts";
import type { CaseScores } from "./exclusion-cases-report.ts";

/** Cases and published rates of a workspace. */
export interface CaseScoreData {
  readonly joined: JoinedCases;
  readonly rates: readonly Row<"base_rate">[];
}

/** A case that could be scored, with what was predicted. */
interface Told {
  readonly known: KnownCase;
  readonly one: PatentCase;
  readonly terms: CaseChance | null;
  readonly wins: CaseChance | null;
}

/**
 * Suits and ITC cases about patents against the chance of exclusion that could be predicted when they were filed. Rates published or counted in the
 * year of filing or later are not used, nor the case itself or any decided later.
 * @param measured what to say of the age of the measures
 */
export function scorePatentCases(read: ReadModel, { joined, rates }: CaseScoreData, measured: readonly string[]): CaseScores {
  const known = knownCases(joined.cases, titleTechnologies(read.map.technologies, read.aliases), { office: null, technologies: null });
  const cases = known.map((each) => patentCase(read, each));
  const published = (source: string): number | null => calendarYear(read.documents.get(source)?.published ?? null);
  const reasons = new Map<LeftOut, number>();
  const leave = (reason: LeftOut): null => {
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    return null;
  };
  const told = known.flatMap((each, at): readonly Told[] => {
    const one = cases[at]!;
    const reason = leftOutOf(one);
    const then = reason === null ? knownThen(rates, published, cases, one) : leave(reason);
    if (then === null) return [];
    const [terms, wins] = [termsChance(one, then), winsChance(one, then)];
    if (terms === null && wins === null) leave("no rate known then");
    return terms === null && wins === null ? [] : [{ known: each, one, terms, wins }];
  });
  const scores = { terms: scoresBy(told, "terms"), wins: scoresBy(told, "wins") };
  return {
    question: "How well could the end of patent cases be predicted from rates known when they were filed?",
    finding: findingOf(known.length, told.length, scores),
    records: joined.cases.length,
    cases: known.length,
    ...scores,
    leftOut: [...reasons].map(([reason, count]) => ({ reason, cases: count })).sort((a, b) => b.cases - a.cases),
    forums: forumLines(cases, rates),
    rows: told.map(({ known: { kept }, one: { forum }, terms, wins }) => {
      const [days, place] = [pick(kept, "filed", "decided", "outcome"), pick(kept, "source", "file", "line")];
      return { id: kept.id, forum, ...days, granted: exclusionGranted(kept.outcome)!, terms, wins, place };
    }),
    evidence: evidenceOf(read, {
      grade: "assumed",
      sources: told.flatMap(({ terms, wins }) => [...(terms?.sources ?? []), ...(wins?.sources ?? [])]),
      rules: ["method:exclusion-cases", "method:blocks"],
      limits: [...measured, ...limits],
    }),
  };
}

const limits = [
  "The cases loaded were searched for, and are not a sample of all; nor are those that settle a sample of the others. Scores are of these cases alone.",
  "`x` is the chance that a random product reads on a claim and that this can be shown. Those sued were picked because theirs seems to, so u·v·x is too low here.",
  "Notices of the ITC do not mention settlements: cases without a final notice count as pending.",
  "A case whose record mentions only damages counts as decided without exclusion; an injunction may have followed that the record does not mention.",
];

function scoresBy(told: readonly Told[], by: "terms" | "wins"): CaseScores["terms"] {
  const score = scoreForecasts(scoredBy(told, by));
  return { ...score, misses: score.bins.flatMap(missOf) };
}

/** A fifth whose mean chance lies outside the 80% interval of how often exclusion came. */
function missOf({ from, to, cases, predicted, observed, interval }: ReliabilityBin): readonly string[] {
  if (predicted === null || observed === null || interval === null) return [];
  if (predicted >= interval.low && predicted <= interval.high) return [];
  const side = predicted < interval.low ? "too little" : "too much";
  return [
    say("exclusion-cases.predicted-cases-on-average", {
      from: percentRange(from, to),
      cases,
      predicted: percent(predicted),
      percentInterval: percentInterval([interval.low, observed, interval.high]),
      side,
    }),
  ];
}

const scoredBy = (told: readonly Told[], by: "terms" | "wins"): readonly ScoredCase[] =>
  told.flatMap((each) => {
    const chance = each[by];
    return chance === null ? [] : [{ ...chance, id: each.one.id, granted: exclusionGranted(each.one.outcome)! }];
  });

function patentCase({ map }: ReadModel, known: KnownCase): PatentCase {
  const { kept, technologies } = known;
  const kinds = technologies.flatMap(({ technology }) => map.technologies[map.indexOf.get(technology) ?? -1]?.kind ?? []);
  return {
    id: kept.id,
    forum: forumClass(kept),
    kind: kept.kind,
    holderKind: caseOwnerKind(kept) === null ? null : "assertion-entity",
    chips: isOfChips(known),
    technologyKinds: [...new Set(kinds)].sort(),
    ...pick(kept, "filed", "decided", "outcome"),
  };
}

function findingOf(cases: number, scored: number, { terms, wins }: Pick<CaseScores, "terms" | "wins">): string {
  if (cases === 0) return "No suit, ITC case, review or licence is loaded.";
  const words = ({ cases: n, granted, brier }: CaseScores["terms"]): string =>
    brier === null ? "none" : say("exclusion-cases.cases-of-them-with", { n: String(n), granted: String(granted), brier: number(brier) });
  return `${say("exclusion-cases.of-cases-can-be", { cases: String(cases), scored: String(scored) })} ${say("exclusion-cases.by-the-terms-of", { words: words(terms) })} ${say("exclusion-cases.by-how-often-owners", { words: words(wins) })} ${say("exclusion-cases.a-coin-scores")}`;
}

/** How suits and ITC cases about patents ended and how long they took, by forum, beside what others counted. */
function forumLines(cases: readonly PatentCase[], rates: readonly Row<"base_rate">[]): CaseScores["forums"] {
  return [...groupBy(cases.filter(isContest), ({ forum }) => forum)]
    .map(([forum, own]) => {
      const ends = own.map(({ outcome }) => exclusionGranted(outcome));
      const count = (wanted: boolean): number => ends.filter((end) => end === wanted).length;
      const settled = own.filter(({ outcome }) => caseOutcome(outcome) === "settled").length;
      const [granted, refused] = [count(true), count(false)];
      return {
        forum,
        attempted: own.length,
        granted,
        refused,
        settled,
        open: own.length - granted - refused - settled,
        years: yearsOf(own.filter(({ outcome }) => exclusionGranted(outcome) !== null)),
        published: publishedOf(forum, rates),
      };
    })
    .sort((a, b) => b.attempted - a.attempted || (a.forum < b.forum ? -1 : 1));
}

function yearsOf(decided: readonly PatentCase[]): CaseScores["forums"][number]["years"] {
  const years = Float64Array.from(decided.flatMap((each) => yearsTaken(each) ?? []));
  const median = percentileInterval(years, 0);
  const quartiles = percentileInterval(years, 0.5);
  return median && quartiles && { ...quartiles, median: median.low, cases: years.length };
}

const publishedOf = (forum: string, rates: readonly Row<"base_rate">[]): CaseScores["forums"][number]["published"] =>
  rates.flatMap(({ quantity, forum: of, scope, low, high, unit, source }) =>
    of === forum && low !== null && high !== null && (quantity === "settled" || quantity.startsWith("time to "))
      ? [{ quantity, scope, low, high, unit, source }]
      : [],
  );
