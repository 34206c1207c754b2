import type { BacktestReport } from "../../src/answers/backtest-report.ts";
import type { Evidence } from "../../src/answers/evidence.ts";

const none = { noLoss: null, fullLoss: null };

/** Back-tests on no events. */
export const fixtureBacktest = (draws: number, seed: number, evidence: Evidence): BacktestReport => ({
  question: "How far can the model be trusted, on shocks that happened?",
  finding: "None of 0 rows of 0 events could be scored.",
  draws,
  seed,
  skill: none,
  totals: { scored: 0, hits: 0, coverage: null, directionsRight: 0, meanWidth: null, meanCrps: null, skill: none },
  events: [],
  warnings: [],
  evidence,
});
