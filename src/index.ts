/**
 * The library: the same answers as the command line, the HTTP API and the web page, as plain readonly objects.
 *
 * @example
 * import { create, open } from "levermap";
 * await create("./levermap-data");
 * const map = await open("./levermap-data");
 * console.log((await map.chokepoints({ home: "JP", top: 3 })).finding);
 * map.close();
 */

export { type MapEdge, type MapNode, type MapView, mapViewSchema } from "./answers/card/map-view.ts";
export {
  type Concentration,
  type TechnologyCard,
  type TechnologyList,
  technologyCardSchema,
  technologyListSchema,
} from "./answers/card/technology-card.ts";
export {
  type CaseRuns,
  type CasesChanges,
  type CasesReport,
  type CustomerCases,
  caseRunsSchema,
  casesChangesSchema,
  casesReportSchema,
  customerCasesSchema,
} from "./answers/cases/case-reports.ts";
export type { Replay, ReplayDifference, ReplayOptions } from "./answers/cases/replay.ts";
export type { DiffQuestion, ExposureQuestion, ItemQuestion, TimelineQuestion } from "./answers/controls/control-questions.ts";
export {
  type ControlShown,
  type ControlsDiff,
  type ControlsList,
  controlShownSchema,
  controlsDiffSchema,
  controlsListSchema,
  type ExposureReport,
  exposureReportSchema,
  type Timeline,
  timelineSchema,
  type WatchReport,
  watchReportSchema,
} from "./answers/controls/controls-report.ts";
export { type ItemReport, itemReportSchema } from "./answers/controls/item-report.ts";
export type { HalfLifeQuestion } from "./answers/half-life/half-life-questions.ts";
export { type HalfLifeReport, halfLifeReportSchema } from "./answers/half-life/half-life-report.ts";
export type { LeverageQuestion } from "./answers/leverage/leverage-questions.ts";
export { type CoalitionReport, type LeverageCell, type LeverageReport, leverageReportSchema } from "./answers/leverage/leverage-report.ts";
export { type PatentCard, patentCardSchema } from "./answers/patents/patent-card.ts";
export type { BlocksQuestion, PortfolioQuestion } from "./answers/patents/patent-questions.ts";
export { type PortfolioReport, portfolioReportSchema } from "./answers/patents/portfolio/portfolio-report.ts";
export { type BlocksReport, blocksReportSchema } from "./answers/patents/prior-art-report.ts";
export {
  type PatentSearch,
  patentSearchSchema,
  type SavedSearches,
  type SimilarPatents,
  savedSearchesSchema,
  similarPatentsSchema,
} from "./answers/patents/search/patent-search-report.ts";
export {
  type HolderCard,
  type HolderList,
  holderCardSchema,
  holderListSchema,
  type MeasureReport,
  measureReportSchema,
  type TechnologyPatents,
  technologyPatentsSchema,
} from "./answers/patents/technology-patents-report.ts";
export { type PlanComparison, planCompareSchema } from "./answers/plan/explain/plan-compare-report.ts";
export { type PlanExplanation, planExplainSchema } from "./answers/plan/explain/plan-explain-report.ts";
export { type PlanFile, planFileJsonSchema, planFileSchema } from "./answers/plan/plan-file.ts";
export type { PlanRequests } from "./answers/plan/plan-more.ts";
export type { PlanQuestion } from "./answers/plan/plan-questions.ts";
export {
  type PlanList,
  type PlanOutline,
  type PlanReport,
  planListSchema,
  planOutlineSchema,
  planReportSchema,
} from "./answers/plan/plan-report.ts";
export { type PlanVariants, planVariantsSchema } from "./answers/plan/plan-variants-report.ts";
export type { PublishedFigure } from "./answers/scenario/compare/published-models.ts";
export { type ScenarioFile, scenarioFileJsonSchema, scenarioFileSchema } from "./answers/scenario/scenario-file.ts";
export type { ScenarioQuestion } from "./answers/scenario/scenario-questions.ts";
export { type CompareReport, compareReportSchema } from "./answers/scenario/scenario-questions.ts";
export {
  type ScenarioList,
  type ScenarioPlan,
  type SimulateReport,
  scenarioListSchema,
  scenarioPlanSchema,
  simulateReportSchema,
} from "./answers/scenario/simulate-report.ts";
export type { ScreenQuery, ScreenQuestion } from "./answers/screen/screen-questions.ts";
export { type ScreenHit, type ScreenReport, type ScreenResult, screenReportSchema } from "./answers/screen/screen-report.ts";
export { type Evidence, evidenceSchema, type Grade, gradeSchema, intervalSchema, type SourceDocument } from "./answers/shared/evidence.ts";
export { type WorkspaceStatus, workspaceStatusSchema } from "./answers/shared/workspace-status.ts";
export { type Chokepoint, type ChokepointReport, chokepointReportSchema, chokepointSchema } from "./answers/supply/chokepoint-report.ts";
export { type ChangeReport, changeReportSchema, type ShareChange, shareChangeSchema } from "./answers/supply/supply-questions.ts";
export type { Ask } from "./ask/ask.ts";
export { type Clock, type Effects, type Log, type Progress, quietEffects } from "./base/effects.ts";
export { type ErrorCode, errorCodes, LevermapError } from "./base/errors.ts";
export type { Interval } from "./base/numbers.ts";
export { type Row, type TableName, tableNames, tables } from "./base/tables.ts";
export { type ExportedLayout, exportLayout, loadLayout } from "./cluster/layout.ts";
export { measureLayoutSlice, mergeLayoutSlices, type SliceMeasured } from "./cluster/measure-layout.ts";
export { type Parsed, type ParseOptions, parseToLayout } from "./cluster/parse/parse.ts";
export {
  type ClusterDone,
  clusterCommand,
  type PreparedJob,
  prepareClusterMeasure,
  prepareClusterParse,
  runClusterJob,
} from "./cluster/spark/cluster.ts";
export { type ClusterJobStatus, clusterStatus } from "./cluster/spark/cluster-status.ts";
export type { TaskResult } from "./cluster/spark/run-tasks.ts";
export type { SparkOptions } from "./cluster/spark/spark-command.ts";
export { type AuditTrail, auditTrail, type TrailQuestion } from "./library/audit-trail.ts";
export { type AuditOptions, exportAudit, replayAudit, type WrittenAudit } from "./library/cases/audit.ts";
export type { CaseDecided, CaseRequest } from "./library/cases/case-line.ts";
export {
  type CasesDecided,
  confirmCase,
  confirmCases,
  type DecideCaseRequest,
  decideCase,
  decideCases,
  type NotDecided,
  refuseCase,
} from "./library/cases/decide-case.ts";
export { type CustomersOptions, type LoadedCustomers, loadCustomers } from "./library/cases/load-customers.ts";
export { type Purged, type PurgeOf, type PurgeOptions, purge } from "./library/cases/purge.ts";
export { type RunOptions, type RunSummary, runCases } from "./library/cases/run.ts";
export { bundledAtlas, type CreateOptions, create } from "./library/create.ts";
export { type Decided, type DecideRequest, decide } from "./library/decide.ts";
export { exportTo } from "./library/export.ts";
export { exportCorpusTo } from "./library/export-corpus.ts";
export { exportGraph, type GraphOptions, type WrittenGraph } from "./library/export-graph.ts";
export { type ChipsOptions, fetchChipCorpus, fetchNamed } from "./library/fetch.ts";
export { planQuestion, scenarioQuestion } from "./library/file-question.ts";
export { type Loaded, type LoadOptions, load, unload } from "./library/load.ts";
export { type MeasureOptions, measure } from "./library/measure.ts";
export { sourceNames } from "./library/named-source.ts";
export { type Levermap, type OpenOptions, open } from "./library/open.ts";
export { proposeMappingFile } from "./library/propose-mapping.ts";
export { type ReportOptions, report, type WrittenReport } from "./library/report.ts";
export { type PurgedOld, type PurgeOldOptions, purgeOld } from "./library/retention/purge-old.ts";
export { forgetSearch, type SaveSearchRequest, saveSearch } from "./library/save-search.ts";
export { type ScoredPairs, scorePairs } from "./library/score-pairs.ts";
export { readNames, type ScreenedPart, screenedRows, screenTable, type TableQuestion } from "./library/screen-table.ts";
export { type Updated, type UpdatedList, type UpdateFault, type UpdateOptions, update } from "./library/update/update.ts";
export { type BacktestReport, backtestReportSchema, type ShockEvent } from "./proof/answers/events/backtest-report.ts";
export { type EventFileSummary, eventFileJsonSchema, eventFileSchema } from "./proof/answers/events/event-file.ts";
export { checkEventFiles, type EventFile, readEventFiles } from "./proof/answers/events/event-files.ts";
export { type HalfLifeScore, halfLifeScoreSchema } from "./proof/answers/half-life/half-life-score-report.ts";
export { type GrowthTable, planGrowth } from "./proof/answers/plans/growth-of-file.ts";
export { type PlanBacktest, planBacktestSchema } from "./proof/answers/plans/plan-backtest-report.ts";
export { type PlanGrowth, planGrowthSchema } from "./proof/answers/plans/plan-growth-report.ts";
export type { BacktestQuestion, HalfLifeScoreQuestion, PlanBacktestQuestion } from "./proof/answers/proof-questions.ts";
export { type PublishedReport, publishedReportSchema } from "./proof/answers/proof-questions.ts";
export type { Fetched, FetchOptions } from "./sources/fetch/fetch.ts";
export type { Decision } from "./workspace/decisions.ts";
export {
  type ExportedFile,
  type ExportFormat,
  type ExportOptions,
  type ExportTable,
  exportFormats,
  exportTableNames,
} from "./workspace/export.ts";
export type { LoadLine, LoadSummary } from "./workspace/load.ts";
export type { KeptReject } from "./workspace/status.ts";
