import type { BacktestQuestion } from "../backtest/backtest.ts";
import type { BacktestReport } from "../backtest/backtest-report.ts";
import type { MapView } from "../card/map-view.ts";
import type { TechnologyCard, TechnologyList } from "../card/technology-card.ts";
import type { AskControls } from "../controls/ask-controls.ts";
import type { AskHalfLife } from "../half-life/ask-half-life.ts";
import type { LeverageQuestion } from "../leverage/leverage.ts";
import type { LeverageReport } from "../leverage/leverage-report.ts";
import type { BlocksQuestion } from "../patents/blocks/blocks.ts";
import type { BlocksReport } from "../patents/blocks/blocks-report.ts";
import type { HolderCard, HolderList } from "../patents/holder-list.ts";
import type { PatentCard } from "../patents/patent-card.ts";
import type { PatentSearch } from "../patents/patent-search-report.ts";
import type { PortfolioQuestion } from "../patents/portfolio/portfolio.ts";
import type { PortfolioReport } from "../patents/portfolio/portfolio-report.ts";
import type { TechnologyPatents } from "../patents/technology-patents-report.ts";
import type { AskPlans } from "../plan/ask-plans.ts";
import type { PlanBacktestQuestion } from "../plan/backtest/plan-backtest.ts";
import type { PlanBacktest } from "../plan/backtest/plan-backtest-report.ts";
import type { AskScenarios } from "../scenario/ask-scenarios.ts";
import type { WorkspaceStatus } from "../shared/workspace-status.ts";
import type { ChangeReport } from "../supply/change-report.ts";
import type { ChokepointReport } from "../supply/chokepoint-report.ts";

/** The questions that server, web page and library put to one workspace. Each throws a `LevermapError` for what it cannot answer. */
export interface Ask extends AskControls, AskHalfLife, AskScenarios, AskPlans {
  /** `home`: economy or group; without it the map is that of the whole world. */
  map(question: { readonly home?: string | undefined }): Promise<MapView>;
  /** `source`: answer from the shares of one source only; `top`: how many of the ranked to give. */
  chokepoints(question: {
    readonly home?: string | undefined;
    readonly source?: string | undefined;
    readonly top?: number | undefined;
  }): Promise<ChokepointReport>;
  technologies(): Promise<TechnologyList>;
  /**
   * All that is known of one technology, its patents in short, given without them where they were not measured, and how long a hold on it
   * lasts. `home`: economy or group it could be withheld from. Throws LM_TECHNOLOGY_UNKNOWN, LM_ECONOMY_UNKNOWN.
   */
  technology(id: string, options?: { readonly home?: string | undefined }): Promise<TechnologyCard>;
  /**
   * Who holds the patents of a technology, what others build on and what lapses when. `jurisdiction`: office in which patents must be in
   * force; `top`: how many holders; `seed`: the document the main path leads through.
   * Throws LM_NOT_MEASURED, LM_TECHNOLOGY_UNKNOWN, and LM_USAGE for an office or a seed that is none.
   */
  technologyPatents(question: {
    readonly technology: string;
    readonly jurisdiction?: string | undefined;
    readonly top?: number | undefined;
    readonly seed?: string | undefined;
  }): Promise<TechnologyPatents>;
  /** Holders of patents, of one technology or of all. Throws LM_NOT_MEASURED, LM_TECHNOLOGY_UNKNOWN. */
  holders(question: { readonly technology?: string | undefined; readonly top?: number | undefined }): Promise<HolderList>;
  /** One holder of patents, by id or by a name as printed. Throws LM_NOT_MEASURED, LM_HOLDER_UNKNOWN. */
  holder(question: { readonly name: string }): Promise<HolderCard>;
  /**
   * What one holder has today, whom it blocks and who blocks it, what its claims could exclude with and without each group of them, and questions
   * on filing, licences and letting go. `jurisdiction`: an office; `top`: how many of each list (5). Throws LM_NOT_MEASURED, LM_HOLDER_UNKNOWN,
   * LM_TECHNOLOGY_UNKNOWN, and LM_USAGE for an office that is none.
   */
  portfolio(question: PortfolioQuestion): Promise<PortfolioReport>;
  /**
   * Who was refused over whose documents, and who was kept out by whose patents. `office`: that refused, and jurisdiction of the cases;
   * `top`: how many of each list; `evaluate`: also compare a ranking by text with what examiners found. Throws LM_NOT_MEASURED,
   * LM_TECHNOLOGY_UNKNOWN, and LM_USAGE for an office that is none.
   */
  blocks(question: BlocksQuestion): Promise<BlocksReport>;
  /** One patent document, its number as people write it. Throws LM_PATENT_UNKNOWN, LM_NOT_MEASURED. */
  patent(number: string): Promise<PatentCard>;
  /** Documents whose title, abstract or holders contain all words; `top`: how many (20). Throws LM_USAGE, LM_NOT_MEASURED. */
  searchPatents(question: { readonly words: string; readonly top?: number | undefined }): Promise<PatentSearch>;
  /**
   * Shocks that happened, predicted from what was known before each and held against what was measured. `files`: texts of files of events;
   * `draws`: samples a prediction. Throws LM_EVENTS_INVALID, LM_ATLAS_INVALID, LM_INTERRUPTED.
   */
  backtest(question: BacktestQuestion): Promise<BacktestReport>;
  /**
   * A plan made from the patents known at the end of a year, held against what came after, beside the most crowded cells, the most cited and random
   * ones. Where later documents are loaded it takes as long as measuring. Throws LM_NOT_MEASURED, LM_TECHNOLOGY_UNKNOWN, LM_INTERRUPTED.
   */
  planBacktest(question: PlanBacktestQuestion): Promise<PlanBacktest>;
  /**
   * Who has leverage over whom by withholding: each of `from` against each, or all of them together against `on` with the split by Shapley and
   * the best reply. Throws LM_ECONOMY_UNKNOWN, LM_TECHNOLOGY_UNKNOWN, LM_USAGE, LM_INTERRUPTED.
   */
  leverage(question: LeverageQuestion): Promise<LeverageReport>;
  status(): Promise<WorkspaceStatus>;
  /** Change between the last two editions of `source`. */
  changes(question: { readonly source: string }): Promise<ChangeReport>;
}
