import { join } from "node:path";
import { buildId } from "../../base/build-id.ts";
import { dayOf } from "../../base/days.ts";
import type { Effects } from "../../base/effects.ts";
import { type JoinedCases, readJoinedCases } from "../../corpus/case-holders.ts";
import { findDocument } from "../../corpus/find-document.ts";
import { readHeldFamilies } from "../../corpus/held-families.ts";
import { readRates } from "../../corpus/legal-records.ts";
import { withOwnerView } from "../../corpus/owner-view.ts";
import { readTechnologyPatents } from "../../corpus/technology-patents.ts";
import { courseOutput } from "../../leverage/backtest/course-output.ts";
import type { RankMonths } from "../../leverage/rank/held-course.ts";
import type { DataKind } from "../../workspace/data-kinds.ts";
import { type KeptAnswers, keptAnswers } from "../../workspace/kept-answers.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { answerBacktest } from "../backtest/backtest.ts";
import { type ListedDealers, listedDealers } from "../card/listed-dealers.ts";
import { answerMap } from "../card/map.ts";
import { type MapControls, mapControls } from "../card/map-controls.ts";
import type { MapView } from "../card/map-view.ts";
import { answerTechnologies, answerTechnology } from "../card/technologies.ts";
import { knownHalfLife } from "../card/technology-card-half-life.ts";
import { knownPatents } from "../card/technology-card-patents.ts";
import { type ControlsRead, controlRows } from "../card/technology-controls.ts";
import { answerHistory } from "../card/technology-history.ts";
import { answerCaseRuns, answerCases, answerCustomerCases } from "../cases/answer-cases.ts";
import { answerCasesChanges } from "../cases/answer-changes.ts";
import { dossierReads } from "../dossier/dossier-questions.ts";
import { type ExclusionData, readExclusionData } from "../exclusion/exclusion-data.ts";
import { answerFacts } from "../facts/facts.ts";
import { answerGaps } from "../facts/gaps.ts";
import { answerFind, type FindData, isDocumentNumber } from "../find/find.ts";
import { allTrends } from "../half-life/holding-trends.ts";
import { shareRecord } from "../half-life/share-record.ts";
import { answerLeverage } from "../leverage/leverage.ts";
import { patentsBeside } from "../leverage/leverage-patents.ts";
import { answerBlocks } from "../patents/blocks/blocks.ts";
import { answerHolder, answerHolders } from "../patents/holders.ts";
import { answerPatent } from "../patents/patent.ts";
import { type OwnersAsked, type TechnologyPatentsQuestion, technologyPatentsReads } from "../patents/patent-questions.ts";
import { answerPortfolio } from "../patents/portfolio/portfolio.ts";
import { searchPatents } from "../patents/search/patent-search.ts";
import { answerSavedSearches } from "../patents/search/saved-searches.ts";
import { answerSimilar } from "../patents/search/similar-patents.ts";
import { answerTechnologyPatents } from "../patents/technology-patents.ts";
import type { TechnologyPatents } from "../patents/technology-patents-report.ts";
import { answerPlanBacktest } from "../plan/backtest/plan-backtest.ts";
import { readCellData } from "../plan/plan-cells.ts";
import { listPlans } from "../plan/plan-file.ts";
import { planReads } from "../plan/plan-questions.ts";
import { answerEconomy } from "../profile/economy-profile.ts";
import { answerOrganisation } from "../profile/organisation-profile.ts";
import { listScenarios } from "../scenario/ready-scenarios.ts";
import type { ControlData } from "../screen/control-data.ts";
import { dataState } from "../shared/data-state.ts";
import { hasPatents, limitsOfLoaded, measureLimits } from "../shared/measured.ts";
import { type ReadModel, readModel } from "../shared/read-model.ts";
import { remembered } from "../shared/remembered.ts";
import { answerStatus } from "../shared/status.ts";
import { answerChanges } from "../supply/changes.ts";
import { answerChokepoints } from "../supply/chokepoints.ts";
import { keptRankings } from "../supply/kept-lists.ts";
import { type Ranking, rankChokepoints, scoreChokepoints } from "../supply/ranking.ts";
import type { Answers } from "./ask.ts";
import { keptParts } from "./kept-parts.ts";
import { openControls } from "./open-controls.ts";
import { openDossier } from "./open-dossier.ts";
import { openHalfLife } from "./open-half-life.ts";
import { openPlans } from "./open-plans.ts";
import { openScenarios } from "./open-scenarios.ts";

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

/** Reports on patents that are kept: on a large corpus one takes seconds, and card and panel ask for the same. */
const keptReports = 200;

/** Maps of other days that are kept, for scenarios. */
const keptDays = 4;

/** Answers from one open workspace on one present day. The model is read once for each data set asked for. */
export function answersOn(workspace: Workspace, { askedDay, today, data, effects, build = buildId }: DayOptions): Answers {
  const asOf = askedDay ?? today;
  const days = remembered<ReadModel>(keptDays);
  const [models, rankings, limits] = [remembered<ReadModel>(), remembered<Ranking>(), remembered<readonly string[]>()];
  const [controlsRead, onMap, joined] = [remembered<ControlsRead>(), remembered<MapControls>(), remembered<JoinedCases>()];
  const reports = remembered<TechnologyPatents>(keptReports);
  const claims = remembered<ExclusionData>();
  const read = (source?: string): Promise<ReadModel> =>
    models([source], async () => readModel(workspace, { asOf, today, dataset: source, timeline: await data.timeline() }));
  const readOn = (day = asOf): Promise<ReadModel> =>
    day === asOf ? read() : days([day], async () => readModel(workspace, { asOf: day, today, timeline: await data.timeline() }));
  const ranking = (home?: string, source?: string, months: RankMonths = 12): Promise<Ranking> =>
    rankings([source, home, months], async () => {
      const map = await read(source);
      return rankChokepoints(map, home, months, keptRankings(workspace, map, build));
    });
  const dealers = async (): Promise<ListedDealers> => {
    const make = async () => ({ listed: [...((await listedDealers(await read(), data)) ?? [])], isLoaded: (await data.lists()) !== null });
    const { listed, isLoaded } = await parts({ name: "listedDealers", of: null, reads: ["map", "rules", "lists"], make });
    return isLoaded ? new Map(listed) : null;
  };
  const controls = (): Promise<ControlsRead> =>
    controlsRead([], async () => ({ rows: await controlRows(await read(), data), listed: await dealers() }));
  const controlsOnMap = (): Promise<MapControls> => onMap([], async () => mapControls(await read(), await controlRows(await read(), data)));
  /** The map of another day; its ranking is kept beside those of this one. */
  const mapOn = async (then: ReadModel, home: string | undefined): Promise<MapView> =>
    answerMap(
      then,
      await rankChokepoints(then, home, 12, keptRankings(workspace, then, build)),
      mapControls(then, await controlRows(then, data)),
    );
  const cases = (): Promise<JoinedCases> => joined([], () => workspace.use(readJoinedCases));
  const exclusion = (): Promise<ExclusionData> => claims([], async () => readExclusionData(await read(), workspace, await cases()));
  const measured = (): Promise<readonly string[]> => limits([], () => measureLimits(workspace));
  const seenBy = <T>(
    { owners = "filing", rollUp = "none" }: OwnersAsked,
    work: (seen: Workspace, joined: () => Promise<JoinedCases>) => Promise<T>,
  ): Promise<T> =>
    owners === "filing" && rollUp === "none"
      ? work(workspace, cases)
      : withOwnerView(workspace, { owners, rollUp, day: asOf }, (seen, found) =>
          work(seen, () => seen.use((connection) => readJoinedCases(connection, found))),
        );
  const parts = keptParts(workspace, [asOf, today], build);
  const patentsOf = (question: TechnologyPatentsQuestion): Promise<TechnologyPatents> =>
    reports([question.technology, question.jurisdiction, question.top, question.seed, question.owners, question.rollUp], () =>
      seenBy(question, async (seen) => answerTechnologyPatents(await read(), seen, question, await limitsOfLoaded(workspace, measured))),
    );
  const cardPatentsOf = (technology: string): Promise<TechnologyPatents> =>
    parts({ name: "technologyPatents", of: technology, reads: technologyPatentsReads, make: () => patentsOf({ technology }) });
  const halfLives = openHalfLife({ workspace, read: () => read(), ranking: (home) => ranking(home), measured, parts, effects });
  const kept = async (folder: string, reads: readonly DataKind[]): Promise<KeptAnswers | null> =>
    build === null ? null : keptAnswers(join(workspace.dir, folder), [build, ...(await dataState(workspace, reads))]);
  const plans = openPlans({
    readOn,
    askedDay,
    cells: ({ map }, technologies) => readCellData(workspace, technologies, dayOf(map.asOf)!, effects),
    exclusion,
    rates: () => workspace.use(readRates),
    held: (holders, technologies) => workspace.use((connection) => readHeldFamilies(connection, holders, technologies)),
    patents: (technologies) => readTechnologyPatents(workspace, technologies),
    shares: async (map) => shareRecord(map, await allTrends(workspace, map.map.asOf)),
    measured,
    effects,
    asOf,
    kept: () => kept("plans", planReads),
  });
  const findData = async (): Promise<FindData> => ({
    read: await read(),
    timeline: await data.timeline(),
    scenarios: listScenarios(),
    plans: listPlans(),
    hasLists: (await data.lists()) !== null,
    hasPatents: await hasPatents(workspace),
  });
  /** The loaded or cited document whose number a query is. */
  const documentOf = async (query: string): Promise<string | null> => {
    if (!isDocumentNumber(query)) return null;
    const found = await workspace.use((connection) => findDocument(connection, query));
    return found.document ?? found.unmeasured;
  };
  return {
    map: async ({ home, asOf: day = asOf }) =>
      day === asOf ? answerMap(await read(), await ranking(home), await controlsOnMap()) : mapOn(await readOn(day), home),
    chokepoints: async (options) =>
      answerChokepoints(await read(options.source), options, await ranking(options.home, options.source, options.months)),
    find: async (question) => answerFind(await findData(), question, await documentOf(question.query)),
    technologies: async () => answerTechnologies(await read()),
    technology: async ({ technology: id, home }) =>
      answerTechnology(await read(), id, await ranking(), {
        home: home === undefined ? null : await ranking(home),
        patents: await knownPatents(() => cardPatentsOf(id)),
        halfLife: await knownHalfLife(() => halfLives.halfLife({ technology: id, home }, {})),
        controls: await controls(),
      }),
    technologyHistory: async ({ technology }) => answerHistory(await read(), workspace, technology),
    technologyPatents: patentsOf,
    holders: (question) => seenBy(question, async (seen) => answerHolders(await read(), seen, question, await measured())),
    holder: (question) =>
      seenBy(question, async (seen, joined) => answerHolder(await read(), seen, question.name, await joined(), await measured())),
    portfolio: (question) =>
      seenBy(question, async (seen, joined) =>
        answerPortfolio(await read(), seen, question, {
          exclusion: seen === workspace ? exclusion : async () => readExclusionData(await read(), seen, await joined()),
          measured: await measured(),
        }),
      ),
    blocks: (question) =>
      seenBy(question, async (seen, joined) => answerBlocks(await read(), seen, question, await joined(), await measured())),
    patent: async ({ number }) => answerPatent(await read(), workspace, number, await measured()),
    searchPatents: async (question) => searchPatents(await read(), workspace, question, await measured()),
    similarPatents: async (question) => answerSimilar(workspace, question, await measured()),
    savedSearches: async () => answerSavedSearches(await read(), workspace, await measured()),
    backtest: async (question) => {
      const known = { joined: await cases(), rates: await workspace.use(readRates) };
      return answerBacktest(await read(), question, { outputModel: courseOutput, cases: known, effects });
    },
    planBacktest: async (question) => answerPlanBacktest(await read(), workspace, question, await measured(), effects),
    leverage: async (question) => {
      const map = await read();
      return answerLeverage(map, question, patentsBeside(map, exclusion, measured), effects);
    },
    economy: async ({ economy }) => answerEconomy(await read(), economy),
    organisation: async ({ organisation }) => answerOrganisation(await read(), organisation, data),
    gaps: async ({ top = 100 }) => {
      const map = await read();
      return answerGaps(map, (home) => scoreChokepoints(map, home), top);
    },
    facts: async () => {
      const map = await read();
      return answerFacts(map, (home) => scoreChokepoints(map, home));
    },
    status: () => answerStatus(workspace),
    changes: ({ source }) => answerChanges(workspace, source),
    ...halfLives,
    cases: (question) => answerCases(workspace, question),
    caseRuns: () => answerCaseRuns(workspace),
    casesChanges: (_, { signal = effects.signal }) => answerCasesChanges(workspace, asOf, { ...effects, signal }),
    customerCases: ({ customer }) => answerCustomerCases(workspace, customer),
    ...openControls(workspace, data, asOf, () => read()),
    ...openScenarios({ readOn, askedDay, exclusion, measured, effects }),
    ...plans,
    ...openDossier({
      read: () => read(),
      asOf,
      kept: () => kept("dossiers", dossierReads),
      ask: (map, call) => ({
        chokepoints: async ({ home, top }) => answerChokepoints(map, { home, top }, await ranking(home)),
        halfLife: (asked) => halfLives.halfLife(asked, call),
        organisation: ({ organisation }) => answerOrganisation(map, organisation, data),
        plan: (asked) => plans.plan(asked, call),
      }),
    }),
  };
}
