import type { RankMonths } from "../../leverage/rank/held-course.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { AnswersTo } from "../shared/asking.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { remembered } from "../shared/remembered.ts";
import { answerChanges } from "./changes.ts";
import { answerChokepoints } from "./chokepoints.ts";
import { keptRankings } from "./kept-lists.ts";
import { type Ranking, rankChokepoints } from "./ranking.ts";
import type { supplyQuestions } from "./supply-questions.ts";

/** Rankings on one day, each made once. */
export interface Rankings {
  readonly ranking: (home?: string, source?: string, months?: RankMonths) => Promise<Ranking>;
  /** Of the map of another day; it is kept beside those of this one. */
  readonly rankingOn: (then: ReadModel, home?: string, months?: RankMonths) => Promise<Ranking>;
}

export function openRankings({ workspace, read, build }: OpenDay): Rankings {
  const rankings = remembered<Ranking>();
  const rankingOn: Rankings["rankingOn"] = (then, home, months = 12) =>
    rankChokepoints(then, home, months, keptRankings(workspace, then, build));
  return {
    ranking: (home, source, months = 12) => rankings([source, home, months], async () => rankingOn(await read(source), home, months)),
    rankingOn,
  };
}

/** Answers on supply on one day. */
export const openSupply = ({ workspace, read, ranking }: OpenDay & Rankings): AnswersTo<typeof supplyQuestions> => ({
  chokepoints: async (options) =>
    answerChokepoints(await read(options.source), options, await ranking(options.home, options.source, options.months)),
  changes: ({ source }) => answerChanges(workspace, source),
});
