import { join } from "node:path";
import { buildId } from "../../base/build-id.ts";
import type { Effects } from "../../base/effects.ts";
import { type JoinedCases, readJoinedCases } from "../../corpus/case-holders.ts";
import type { RankMonths } from "../../leverage/rank/held-course.ts";
import type { DataKind } from "../../workspace/data-kinds.ts";
import { type KeptAnswers, keptAnswers } from "../../workspace/kept-answers.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type ExclusionData, readExclusionData } from "../exclusion/exclusion-data.ts";
import { allTrends, type EditionTrends } from "../half-life/holding-trends.ts";
import { type ShareRecord, shareRecord } from "../half-life/share-record.ts";
import type { ControlData } from "../screen/control-data.ts";
import { dataState } from "../shared/data-state.ts";
import { measureLimits } from "../shared/measured.ts";
import { type ReadModel, readModel } from "../shared/read-model.ts";
import { remembered } from "../shared/remembered.ts";
import { keptRankings } from "../supply/kept-lists.ts";
import { type Ranking, rankChokepoints } from "../supply/ranking.ts";
import { type KeptParts, keptParts } from "./kept-parts.ts";

export interface DayOptions {
  /** The day the map is read as of, `YYYY-MM-DD`; `null`: none was asked for, so that it is today. */
  readonly askedDay: string | null;
  /** The present day, `YYYY-MM-DD`. */
  readonly today: string;
  /** What is read of lists and rules: the same on every day. */
  readonly data: ControlData;
  readonly effects: Effects;
  /** What tells the running code from other builds; with `null` no ranking and no plan is kept. Default: that of the product, from sources `null`. */
  readonly build: string | null | undefined;
}

/** What answers of one day have in common: what is read of an open workspace, each once. */
export interface OpenDay extends Omit<DayOptions, "build"> {
  readonly workspace: Workspace;
  /** The day of answers, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The map, of all data or of one data set. */
  readonly read: (source?: string) => Promise<ReadModel>;
  /** The map of a day, `YYYY-MM-DD`; of that of answers if absent. */
  readonly readOn: (day?: string) => Promise<ReadModel>;
  readonly ranking: (home?: string, source?: string, months?: RankMonths) => Promise<Ranking>;
  /** The ranking of the map of another day. */
  readonly rankingOn: (then: ReadModel, home: string | undefined) => Promise<Ranking>;
  readonly trends: () => Promise<readonly EditionTrends[]>;
  readonly shares: () => Promise<ShareRecord>;
  readonly cases: () => Promise<JoinedCases>;
  readonly exclusion: () => Promise<ExclusionData>;
  /** What to say of the age of the measures. Throws LM_NOT_MEASURED where the patents were never measured. */
  readonly measured: () => Promise<readonly string[]>;
  /** Keeps what several answers have in common. */
  readonly parts: KeptParts;
  /** Where answers are kept in a folder of the workspace while what they read stays the same; `null`: nowhere. */
  readonly kept: (folder: string, reads: readonly DataKind[]) => Promise<KeptAnswers | null>;
}

/** Maps of other days that are kept, for scenarios. */
const keptDays = 4;

/** Opens a workspace on one present day. The map is read once for each data set asked for. */
export function openDay(workspace: Workspace, { build = buildId, ...options }: DayOptions): OpenDay {
  const { askedDay, today, data } = options;
  const asOf = askedDay ?? today;
  const [models, days] = [remembered<ReadModel>(), remembered<ReadModel>(keptDays)];
  const [rankings, limits] = [remembered<Ranking>(), remembered<readonly string[]>()];
  const [trends, shares] = [remembered<readonly EditionTrends[]>(), remembered<ShareRecord>()];
  const [cases, exclusion] = [remembered<JoinedCases>(), remembered<ExclusionData>()];
  const model = async (day: string, dataset?: string): Promise<ReadModel> =>
    readModel(workspace, { asOf: day, today, dataset, timeline: await data.timeline() });
  const rankingOn = (then: ReadModel, home: string | undefined, months: RankMonths = 12): Promise<Ranking> =>
    rankChokepoints(then, home, months, keptRankings(workspace, then, build));
  const day: OpenDay = {
    ...options,
    workspace,
    asOf,
    read: (source) => models([source], () => model(asOf, source)),
    readOn: (other = asOf) => (other === asOf ? day.read() : days([other], () => model(other))),
    ranking: (home, source, months = 12) => rankings([source, home, months], async () => rankingOn(await day.read(source), home, months)),
    rankingOn: (then, home) => rankingOn(then, home),
    trends: () => trends([], async () => allTrends(workspace, (await day.read()).map.asOf)),
    shares: () => shares([], async () => shareRecord(await day.read(), await day.trends())),
    cases: () => cases([], () => workspace.use(readJoinedCases)),
    exclusion: () => exclusion([], async () => readExclusionData(await day.read(), workspace, await day.cases())),
    measured: () => limits([], () => measureLimits(workspace)),
    parts: keptParts(workspace, [asOf, today], build),
    kept: async (folder, reads) =>
      build === null ? null : keptAnswers(join(workspace.dir, folder), [build, ...(await dataState(workspace, reads))]),
  };
  return day;
}
