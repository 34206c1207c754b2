import type { Evidence } from "../../src/answers/shared/evidence.ts";
import type { BacktestReport, EventRowReport, ShockEvent } from "../../src/proof/answers/events/backtest-report.ts";

const none = { noLoss: null, fullLoss: null, stopped: null, uniform: null, climatology: null };
const empty = { acts: 0, scored: 0, hits: 0, coverage: null, directionsRight: 0, meanWidth: null, meanCrps: null, skill: none };
const unscored = { cases: 0, granted: 0, brier: null, skillCoin: null, skillNever: null, bins: [], misses: [] };

const spread = (low: number, median: number, high: number) => ({ low, median, high });

/** A row whose predicted loss is 20 to 60%. */
const row = (what: string, date: string, lost: number): EventRowReport => ({
  of: "invented plant",
  what,
  unit: "%",
  from: null,
  last: { date, low: lost * 100, high: lost * 100 },
  output: what,
  as: null,
  status: "scored",
  reason: null,
  how: null,
  assumed: [],
  over: [],
  score: {
    predicted: spread(20, 40, 60),
    predictedLoss: spread(0.2, 0.4, 0.6),
    width: 0.4,
    measuredLoss: { low: lost, high: lost },
    magnitude: 0.4 - lost,
    direction: { predicted: "fall", measured: "fall", right: true },
    hit: lost >= 0.2 && lost <= 0.6,
    crps: 0.1,
    crpsNoLoss: 0.3,
    crpsFullLoss: 0.5,
    crpsStopped: null,
    crpsUniform: 0.2,
    crpsClimatology: null,
  },
  source: null,
  note: null,
});

const fire: ShockEvent = {
  id: "invented-fire",
  act: "invented-fire",
  file: "invented.yaml",
  what: "A fire stops an invented plant",
  kind: "outage",
  announced: null,
  date: "2019-03-01",
  senders: ["AX"],
  targets: ["world"],
  technologies: [{ name: "tool", id: "tool" }],
  note: null,
  rows: [row("capacity left", "2019-03-02", 0.3), row("months to full output", "2019-09-01", 0.9)],
  totals: { ...empty, scored: 2, hits: 1 },
  endedBefore: [],
  misses: ["invented plant: months to full output"],
  parameters: [],
};

/** Back-tests on one invented event, of whose two rows one is a hit. */
export const fixtureBacktest = (draws: number, seed: number, evidence: Evidence): BacktestReport => ({
  question: "How far can the model be trusted, on shocks that happened?",
  finding: "1 of 2 measurements lie in the 80% interval of the model.",
  draws,
  seed,
  totals: { all: empty, outages: empty, measures: empty },
  events: [fire],
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
