import type { RankMonths } from "../../leverage/rank/held-course.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { remembered } from "../shared/remembered.ts";
import { keptRankings } from "./kept-lists.ts";
import { type Ranking, rankChokepoints } from "./ranking.ts";

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
