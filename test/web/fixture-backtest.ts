import type { BacktestReport } from "../../src/answers/backtest/backtest-report.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";

const none = { noLoss: null, fullLoss: null, stopped: null, uniform: null, climatology: null };
const empty = { acts: 0, scored: 0, hits: 0, coverage: null, directionsRight: 0, meanWidth: null, meanCrps: null, skill: none };
const unscored = { cases: 0, granted: 0, brier: null, skillCoin: null, skillNever: null, bins: [], misses: [] };

/** Back-tests on no events. */
export const fixtureBacktest = (draws: number, seed: number, evidence: Evidence): BacktestReport => ({
  question: "How far can the model be trusted, on shocks that happened?",
  finding: "None of 0 rows of 0 events could be scored.",
  draws,
  seed,
  totals: { all: empty, outages: empty, measures: empty },
  events: [],
  patentCases: {
    question: "How well could the end of patent cases be told from rates known when they were filed?",
    finding: "No suit, ITC case, review or licence is loaded.",
    records: 0,
    cases: 0,
    terms: unscored,
    wins: unscored,
    leftOut: [],
    forums: [],
    rows: [],
    evidence,
  },
  warnings: [],
  evidence,
});
