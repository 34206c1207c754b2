import type { Interval } from "../../base/numbers.ts";
import { type ChokepointScore, homeSetting, type Setting, scoreTechnology, worldSetting } from "../../leverage/chokepoint-score.ts";
import { usualDraws, usualSeed } from "../../leverage/draw/monte-carlo.ts";
import { type RankMonths, rankMonths } from "../../leverage/rank/held-course.ts";
import { type RankedTechnology, rankHome } from "../../leverage/rank/rank-home.ts";
import { noReach, type Reach, reachAgainst } from "../../leverage/reach.ts";
import { type Target, targetOf } from "../../leverage/target.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import type { KeptAnswers } from "../../workspace/kept-answers.ts";
import { onOneOldDocument } from "../shared/old-document.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requirePlace } from "../shared/require-place.ts";
import { type HomeTrade, homeTrade, originsOf, tradedIn } from "./imports.ts";
import { keptLists, type RankedLists } from "./kept-lists.ts";

/** A score that applies to the home. */
export type Scored = ChokepointScore & { readonly score: Interval };

/** What is known of withholding each technology from a home before any of it is drawn. */
export interface Scoring {
  readonly home: string | null;
  readonly target: Target | null;
  readonly trade: HomeTrade | null;
  readonly reach: Reach;
  readonly setting: Setting;
  /** What would be lost with everything worn out and nothing rebuilt, by technology. */
  readonly structural: ReadonlyMap<number, Scored>;
  readonly notApplicable: readonly Technology[];
  readonly unknown: readonly Technology[];
}

/** What withholding each technology with known shares costs, in order, and those without any. */
export interface Ranking extends Scoring, RankedLists {
  readonly months: RankMonths;
}

/** Scores all technologies for one home (an economy or a group) or for the world. Throws LM_ECONOMY_UNKNOWN. */
export function scoreChokepoints(read: ReadModel, wanted: string | undefined): Scoring {
  const { map, model, withholding } = read;
  const home = wanted === undefined ? undefined : requirePlace(read, wanted);
  const trade = home === undefined ? null : homeTrade(read, home);
  const target = home === undefined ? null : targetOf(model, home, originsOf(read, trade!));
  const reach = home === undefined ? noReach(model) : reachAgainst(model, home);
  const setting = target ? homeSetting(withholding, target, reach) : worldSetting(withholding);
  const scoped = map.technologies.filter((t) => read.inScope.has(t.index));
  const supplied = (t: Technology): boolean => withholding.seeds(t.index).length > 0;
  const all = scoped.filter(supplied).map((t) => scoreTechnology(withholding, setting, t.index));
  const applicable = all.filter((score): score is Scored => score.score !== null);
  return {
    home: home ?? null,
    target,
    trade,
    reach,
    setting,
    structural: new Map(applicable.map((score) => [score.technology, score])),
    notApplicable: all.filter((score) => score.score === null).map((score) => map.technologies[score.technology]!),
    unknown: scoped.filter((t) => !supplied(t)),
  };
}

/**
 * Ranks all technologies for one home or for the world by the mean loss over some months. Throws LM_ECONOMY_UNKNOWN.
 * @param kept where rankings are looked for first
 */
export async function rankChokepoints(
  read: ReadModel,
  wanted: string | undefined,
  months: RankMonths = 12,
  kept: KeptAnswers | null = null,
): Promise<Ranking> {
  const scoring = scoreChokepoints(read, wanted);
  const rank = (): Promise<RankedLists> => rankScored(read, scoring, months);
  const lists = await (kept === null ? rank() : keptLists(read, kept, { home: scoring.home, months }, rank));
  const told = new Set([...lists.ranked, ...lists.uses, ...lists.unplaced].map(({ technology }) => technology));
  const isOwn = (t: number): boolean => read.withholding.seeds(t).every((seed) => seed === t);
  const untold = [...scoring.structural.keys()].filter((t) => !told.has(t) && isOwn(t)).map((t) => read.map.technologies[t]!);
  return { ...scoring, notApplicable: [...scoring.notApplicable, ...untold], months, ...lists };
}

async function rankScored(read: ReadModel, { home, setting, structural }: Scoring, months: RankMonths): Promise<RankedLists> {
  const { model, withholding } = read;
  const isFinal = (t: number): boolean => model.productRank[t]! >= 0;
  const rank = (technologies: readonly number[]): Promise<readonly RankedTechnology[]> =>
    rankHome({ withholding, home, setting, traded: tradedIn(read), technologies, months }, { draws: usualDraws, seed: usualSeed });
  const indices = [...structural.keys()];
  const inputs = indices.filter((t) => !isFinal(t));
  return {
    ranked: await rank(inputs.filter((t) => !onOneOldDocument(read, t))),
    uses: await rank(indices.filter(isFinal)),
    unplaced: await rank(inputs.filter((t) => onOneOldDocument(read, t))),
  };
}

/** What is told of a technology, of a family that of the worst of its members. */
export const entryOf = ({ map }: ReadModel, { ranked, uses, unplaced }: RankedLists, t: number): RankedTechnology | undefined =>
  [...ranked, ...uses, ...unplaced].find(({ technology }) => technology === t) ??
  ranked.find(({ technology }) => map.varieties.some(({ parent, variety }) => parent === t && variety === technology));

/** No loss over all products is told of a home of which no source says what it makes; one of use rests on what it uses. */
export const isTold = ({ model }: ReadModel, ranking: Ranking, { technology }: RankedTechnology): boolean =>
  makingKnown(ranking) || model.productRank[technology]! >= 0;

/** Mean loss over the months of the ranking; `null`: what the home makes is not known. */
export const scoreOf = (read: ReadModel, ranking: Ranking, entry: RankedTechnology): Interval | null =>
  isTold(read, ranking, entry) ? entry.loss[rankMonths.indexOf(ranking.months)]! : null;

/** Whether any source says that the home makes a final product. */
export const makingKnown = ({ target }: Ranking): boolean => target === null || target.made.some((made) => made === 1);
