import type { HalfLifeQuestion } from "./half-life.ts";
import type { HalfLifeReport } from "./half-life-report.ts";
import type { HalfLifeScoreQuestion } from "./half-life-score.ts";
import type { HalfLifeScore } from "./half-life-score-report.ts";

/** Questions on how long the force of a chokepoint lasts. */
export interface AskHalfLife {
  /**
   * How long half of a hold on a technology lasts, by what takes it away, and what withholding it does now or later. `home`: economy or
   * group, all the world but the holder without it; `holder`: whoever could cost the home most without it. Throws LM_TECHNOLOGY_UNKNOWN,
   * LM_ECONOMY_UNKNOWN, LM_INTERRUPTED, and LM_USAGE where nobody is known to hold it over the home.
   */
  halfLife(question: HalfLifeQuestion): Promise<HalfLifeReport>;
  /** The same held against the two newest editions of a data set. Throws LM_SOURCE_UNKNOWN; LM_USAGE where it is not loaded in two dated editions. */
  halfLifeScore(question: HalfLifeScoreQuestion): Promise<HalfLifeScore>;
}
