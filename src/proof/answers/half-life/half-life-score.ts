import { modelSkillWords } from "../../../answers/half-life/half-life-words.ts";
import type { EditionTrends } from "../../../answers/half-life/holding-trends.ts";
import type { ShareRecord } from "../../../answers/half-life/share-history.ts";
import { editionPairs, hasWithheld } from "../../../answers/half-life/share-history.ts";
import { evidenceOf } from "../../../answers/shared/evidence-of.ts";
import type { ReadModel } from "../../../answers/shared/read-model.ts";
import { groupBy, kept, pick } from "../../../base/collections.ts";
import { dateOf, dayOf, endOf } from "../../../base/days.ts";
import { LevermapError } from "../../../base/errors.ts";
import { number, percent, percentInterval, percentRange } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
import { usualDraws, usualSeed } from "../../../leverage/draw/monte-carlo.ts";
import { traits } from "../../../leverage/halflife/drift-model.ts";
import { hidings, type IfWithheld, type PairScore, type PairTest, pairTotals, testPairs } from "../../../leverage/halflife/pair-score.ts";
import { type ObservedPair, stepsOf } from "../../../leverage/halflife/share-forecast.ts";
import { middleShare } from "../../../measure/supply/share-pairs.ts";
import { modelKnownBefore } from "../../measure/events/known-before.ts";
import { type KnownParameters, knownParameters, type UsedParameter } from "../../measure/events/known-parameters.ts";
import { shareIfWithheld } from "../../measure/if-withheld.ts";
import type { HalfLifeScoreQuestion } from "../proof-questions.ts";
import { baseClasses } from "./base-classes.ts";
import type { HalfLifeScore, PairLine, ScoredPart } from "./half-life-score-report.ts";

/** The source whose own dates are compared, in place of two editions. */
export const ownHistory = "atlas";

/**
 * Forecasts of the shares of top holders against their later shares: of all pairs of dates in the atlas, or of two editions of a source. Throws
 * LM_USAGE where a source is not loaded in two dated editions, or too few pairs are on record.
 */
export function scoreHalfLives(
  read: ReadModel,
  { history, learnt, used }: ShareRecord,
  trends: EditionTrends | null,
  { source = ownHistory, draws = usualDraws, seed = usualSeed }: HalfLifeScoreQuestion,
): HalfLifeScore {
  const pairs = source === ownHistory ? history.atlas : trends && editionPairs(read, trends, history.atlas);
  if (pairs === null)
    throw new LevermapError("LM_USAGE", `Two dated editions of "${source}" are needed; this workspace does not hold them.`, { source });
  if (learnt === null) throw new LevermapError("LM_USAGE", "Too few shares at two dates are on record to learn from.", { source });
  const withheld = ifWithheldKnown(read, draws, seed);
  const tests = hidings.map((hiding) => testPairs(pairs, history.all, hiding, withheld.share));
  const isWithheld = (pair: ObservedPair): boolean =>
    hasWithheld(read, pair.technology, pair.holder, endOf(String(Math.floor(pair.after.year))), String(Math.floor(pair.before.year) - 1));
  const lines = tests[0]!.scores.map((score) => lineOf(read, score, used, isWithheld(score.pair)));
  const years = pairs.flatMap(({ before, after }) => [before.year, after.year]);
  const report = {
    source,
    from: trends?.from ?? String(Math.min(...years)),
    to: trends?.to ?? String(Math.max(...years)),
    months: trends?.months ?? null,
    draws,
    seed,
    used,
    pairs: pairs.length,
    technologies: groupBy(pairs, ({ technology }) => technology).size,
    halved: pairs.filter(({ before, after }) => middleShare(after) <= middleShare(before) / 2).length,
    tests: tests.flatMap((test) => partsOf(test, isWithheld).flatMap((part) => rowOf(test, part, seed))),
    base: baseClasses(stepsOf(history.all), learnt.base, (id) => read.map.technologies[read.map.indexOf.get(id)!]!.mode, seed),
    effects: traits.map((trait, i) => ({ trait, effect: learnt.model.effects[i]! })),
    lines,
    misses: lines.filter(({ predicted }) => !predicted.hit).map(missWords),
  };
  return {
    finding: findingOf(report),
    ...report,
    evidence: {
      ...evidenceOf(read, {
        grade: "derived",
        sources: [...withheld.used().map((each) => each.source), ...pairs.flatMap(({ before, after }) => [before.source, after.source])],
        rules: ["method:half-life", "method:change"],
        limits: [
          "Sources count differently, and part of what changes between two figures is that.",
          "Only greatest holders with a figure at most 20 points wide at both dates, of the same kind: made there, or seated there.",
          "A forecast is learnt from all other technologies, or only from what was known when the first share was. Pairs of one technology overlap, so each technology counts once; technologies of one family are not independent.",
          '"As if withheld" takes parameters known by the first date and assumes that the holder had withheld since, which few did.',
          ...(trends === null ? [] : ["Editions mix the years of their figures; they count as of the day of the edition."]),
        ],
      }),
      ...(trends && { loads: trends.loads }),
    },
  };
}

/** Shares as if withheld, by the parameters known at the first date of each pair. */
function ifWithheldKnown(read: ReadModel, draws: number, seed: number) {
  const used: UsedParameter[] = [];
  const at = kept(
    (day: string): KnownParameters => knownParameters(modelKnownBefore(read.map.rows, dayOf(day)!, read.model.timeline), seed, draws),
  );
  const share: IfWithheld = (pair) => {
    const known = at(pair.before.known ?? dateOf(dayOf(endOf(String(Math.floor(pair.before.year))))!));
    const samples = shareIfWithheld(known, pair);
    used.push(...known.used());
    return samples;
  };
  return { share, used: () => used };
}

type Part = readonly [part: ScoredPart, scores: readonly PairScore[]];

/** All scores, and with all other technologies known also those of holdings that were withheld in that time and of the others. */
function partsOf({ hiding, scores }: PairTest, isWithheld: (pair: ObservedPair) => boolean): readonly Part[] {
  const all: Part = ["all", scores];
  if (hiding === "known before") return [all];
  return [
    all,
    ["withheld in that time", scores.filter(({ pair }) => isWithheld(pair))],
    ["not known to be withheld", scores.filter(({ pair }) => !isWithheld(pair))],
  ];
}

function rowOf({ hiding, leftOut }: PairTest, [part, scores]: Part, seed: number): HalfLifeScore["tests"] {
  if (scores.length === 0) return [];
  const technologies = groupBy(scores, ({ pair }) => pair.technology).size;
  return [{ hiding, part, scored: scores.length, leftOut, technologies, forecasts: pairTotals({ scores }, seed) }];
}

function lineOf({ map }: ReadModel, { pair, by }: PairScore, used: ShareRecord["used"], withheld: boolean): PairLine {
  const { technology, holder, before, after } = pair;
  return {
    technology,
    name: map.technologies[map.indexOf.get(technology)!]!.name,
    holder,
    from: Math.floor(before.year),
    to: Math.floor(after.year),
    before: pick(before, "low", "high"),
    after: pick(after, "low", "high"),
    withheld,
    predicted: by[used],
    ifWithheld: by["as if withheld"]!,
    crpsNothing: by["no change"].crps,
  };
}

const missWords = ({ name, holder, from, to, before, after, predicted: { low, median, high } }: PairLine): string =>
  say("half-life-score.to-became-predicted", {
    name,
    holder,
    from: String(from),
    to: String(to),
    low: percentRange(before.low, before.high),
    afterLow: percentRange(after.low, after.high),
    percentInterval: percentInterval([low, median, high]),
  });

function findingOf({ pairs, technologies, used, tests }: Omit<HalfLifeScore, "finding" | "evidence">): string {
  const [first, then] = [tests[0], tests.find(({ hiding }) => hiding === "known before")];
  if (first === undefined) return "No greatest holder has a figure at two dates, so nothing is scored.";
  const of = (test: typeof first, name: string) => test.forecasts.find(({ forecast }) => forecast === name)!;
  const sparse = then ? say("half-life-score.and-from-only-what", { coverage: percent(of(then, used).coverage) }) : "";
  return [
    say("half-life-score.on-pairs-of-dates", { pairs, technologies, used, coverage: percent(of(first, used).coverage), sparse }),
    say("half-life-score.against-the-base-rate", { skill: number(of(first, "no change").skill) }),
    modelSkillWords(of(first, "hazard model")),
    say("half-life-score.half-lives-use-the", { used }),
  ].join(" ");
}
