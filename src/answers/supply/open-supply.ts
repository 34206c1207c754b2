import { fullDay } from "../../base/days.ts";
import { LevermapError } from "../../base/errors.ts";
import type { RankMonths } from "../../leverage/rank/held-course.ts";
import { type Edition, shareChanges } from "../../measure/supply/share-change.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { AnswersTo } from "../shared/asking.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { remembered } from "../shared/remembered.ts";
import { answerChokepoints } from "./chokepoints.ts";
import { keptRankings } from "./kept-lists.ts";
import { type Ranking, rankChokepoints } from "./ranking.ts";
import type { ChangeReport, supplyQuestions } from "./supply-questions.ts";

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

/** An edition and the load that holds it. */
export interface NamedEdition extends Edition {
  readonly load: LoadStatus;
}

async function editionOf(workspace: Workspace, load: LoadStatus): Promise<Edition> {
  const [technologies, shares] = await Promise.all([workspace.allRows("technology", load.id), workspace.allRows("share", load.id)]);
  return { edition: load.edition ?? load.id, technologies, shares };
}

/**
 * The two newest editions of a data set and their loads, older first; `null` if there are not two.
 * @param day `YYYY-MM-DD`: editions of later days are not known yet; all count if absent
 */
export async function newestEditions(
  workspace: Workspace,
  source: string,
  day?: string,
): Promise<readonly [NamedEdition, NamedEdition] | null> {
  const isKnown = ({ edition }: LoadStatus): boolean => day === undefined || edition === null || fullDay(edition) <= day;
  const loads = (await workspace.status()).filter((load) => load.source === source && isKnown(load));
  const byEdition = new Map(loads.map((load) => [load.edition ?? load.id, load]));
  const newest = [...byEdition.values()].sort((a, b) => (a.edition ?? "").localeCompare(b.edition ?? "")).slice(-2);
  const [before, after] = await Promise.all(newest.map(async (load) => ({ ...(await editionOf(workspace, load)), load })));
  return before && after ? [before, after] : null;
}

/** Who is gaining and who is losing between the two newest editions of a data set. Throws LM_USAGE if there are not two. */
async function answerChanges(workspace: Workspace, source: string): Promise<ChangeReport> {
  const editions = await newestEditions(workspace, source);
  if (editions === null) throw new LevermapError("LM_USAGE", await tooFew(workspace, source), { source });
  const [before, after] = editions;
  const { matched, unmatched, changes } = shareChanges(before, after);
  const economies = new Map<string, { gaining: number; losing: number }>();
  for (const { holder, holderKind, direction } of changes) {
    if (holderKind !== "economy") continue;
    const count = economies.get(holder) ?? { gaining: 0, losing: 0 };
    if (direction !== "unclear") count[direction]++;
    economies.set(holder, count);
  }
  return {
    source,
    from: before.edition,
    to: after.edition,
    matched,
    unmatched,
    changes,
    economies: [...economies]
      .map(([economy, count]) => ({ economy, ...count }))
      .sort((a, b) => b.gaining - b.losing - (a.gaining - a.losing) || a.economy.localeCompare(b.economy)),
    evidence: {
      grade: "derived",
      documents: [],
      rules: ["method:change"],
      loads: editions.map(({ load: { id, source: name, edition } }) => ({ id, source: name, edition })),
      limits: [
        "Compared are technologies with the same id, name and kind in both editions, and holders with a share in both.",
        "Editions may differ in method and year. A new definition under the same name shows as a change of share.",
        "Differences within one point, the rounding of the older edition, count as unclear.",
      ],
    },
  };
}

async function tooFew(workspace: Workspace, source: string): Promise<string> {
  const held = new Set((await workspace.status()).filter((load) => load.source === source).map((load) => load.edition ?? load.id));
  return `Change needs two editions of "${source}"; this workspace holds ${held.size}.`;
}
