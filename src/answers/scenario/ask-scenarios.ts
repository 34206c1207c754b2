import type { CompareReport } from "./compare/compare-report.ts";
import type { PublishedReport } from "./compare/published-report.ts";
import type { SimulateOptions } from "./scenario-run.ts";
import type { ScenarioList, ScenarioPlan, SimulateReport } from "./simulate-report.ts";

/** A ready scenario by its name, or the text of a scenario file and where it stands. */
export type ScenarioQuestion = { readonly id: string } | { readonly text: string; readonly place?: string | undefined };

/** The questions on scenarios. */
export interface AskScenarios {
  /** The ready scenarios of the bundled data. */
  scenarios(): Promise<ScenarioList>;
  /** What a scenario would run, and on which figures. Throws LM_SCENARIO_UNKNOWN, LM_SCENARIO_INVALID. */
  scenarioPlan(question: ScenarioQuestion): Promise<ScenarioPlan>;
  /**
   * What a scenario does over five years, to whom, at what cost to whom, and how sure. `draws`: 2,000 if absent; `seed`: 1.
   * Throws LM_SCENARIO_UNKNOWN, LM_SCENARIO_INVALID, LM_INTERRUPTED.
   */
  simulate(question: ScenarioQuestion & SimulateOptions): Promise<SimulateReport>;
  /** Two scenarios on the same draws, and their difference. Throws as `simulate`. */
  compare(question: { readonly first: ScenarioQuestion; readonly second: ScenarioQuestion } & SimulateOptions): Promise<CompareReport>;
  /** What others published, each figure beside ours and why they differ; of one ready scenario, or of all. Throws as `simulate`. */
  published(question: { readonly scenario?: string | undefined } & SimulateOptions): Promise<PublishedReport>;
}
