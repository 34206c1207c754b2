import { z } from "zod";
import { drawsOverHttp } from "../../answers/half-life/half-life-questions.ts";
import { planReads } from "../../answers/plan/plan-questions.ts";
import { publishedFiguresSchema } from "../../answers/scenario/compare/published-models.ts";
import { drawn } from "../../answers/scenario/scenario-questions.ts";
import { evidenceSchema } from "../../answers/shared/evidence.ts";
import { draws, name, seed } from "../../answers/shared/fields.ts";
import { type Input, questionOf } from "../../answers/shared/question.ts";
import { fields, list, object, objects } from "../../answers/shared/schema.ts";
import { backtestReportSchema } from "./events/backtest-report.ts";
import { halfLifeScoreSchema } from "./half-life/half-life-score-report.ts";
import { planBacktestSchema } from "./plans/plan-backtest-report.ts";

/** Every figure that others published, or those beside one scenario, each beside ours. */
export const publishedReportSchema = object({
  question: z.string(),
  finding: z.string(),
  draws: z.number(),
  seed: z.number(),
  counts: object({
    ...fields(z.number(), "below", "overlaps", "above"),
    bounds: z.number().describe("of those that overlap: theirs is a bound, which nearly anything meets"),
    none: z.number().describe("without a number of ours"),
  }),
  scenarios: objects({ id: z.string(), name: z.string(), asOf: z.string() }),
  figures: publishedFiguresSchema,
  evidence: evidenceSchema,
});
export type PublishedReport = z.infer<typeof publishedReportSchema>;

const scenarioQuestion = questionOf("scenarios");

/** Of a dozen scenarios at once: more would hold up all other requests. */
const mostOfAll = draws(1, 500).default(200).describe("samples of all inputs, at most 500");

const published = scenarioQuestion({
  name: "published",
  summary: "what others published on the questions of the ready scenarios, each figure beside ours, and why they differ",
  input: z.strictObject({ scenario: name.optional().describe("one ready scenario (default: all that have published figures)"), ...drawn }),
  answer: publishedReportSchema,
  answerName: "PublishedReport",
  examples: [{ scenario: "taiwan-outage", draws: 200 }],
  cost: "heavy",
  reads: ["map", "rules", "patents"],
  errors: ["LM_SCENARIO_UNKNOWN", "LM_SCENARIO_INVALID"],
  command: {
    name: "compare",
    places: ["scenario"],
    flag: ["published", "compare with what others published instead: of one ready scenario, or of all"],
    examples: ["compare --published", "compare --published taiwan-outage"],
  },
  http: { path: "/api/published", limits: { draws: mostOfAll } },
});

const halfLifeScore = questionOf("leverage")({
  name: "halfLifeScore",
  summary: "forecasts of shares without an act compared with what happened, in the atlas or between two editions of a source",
  input: z.strictObject({
    source: name.describe("score forecasts of shares on the dates of the atlas, or on the last two loaded editions of a source"),
    draws: draws(10, 1_000_000).optional().describe("draws over the intervals of the inputs (default: 200)"),
    seed,
  }),
  answer: halfLifeScoreSchema,
  answerName: "HalfLifeScore",
  examples: [{ source: "atlas" }],
  cost: "seconds",
  reads: ["map", "rules"],
  errors: ["LM_SOURCE_UNKNOWN"],
  command: { name: "half-life", options: { source: "score" }, examples: [] },
  http: { path: "/api/half-life", limits: drawsOverHttp },
});

const backtest = scenarioQuestion({
  name: "backtest",
  summary: "shocks that happened: what the model would have said before each, compared with what was measured",
  input: z.strictObject({
    files: list(z.strictObject({ name: z.string(), text: z.string() }))
      .optional()
      .describe("files of events: their names and texts (default: the bundled events)"),
    draws: draws(10, 1_000_000).optional().describe("samples for each prediction (default: 10000)"),
    seed,
  }),
  answer: backtestReportSchema,
  answerName: "BacktestReport",
  examples: [],
  cost: "heavy",
  reads: ["map", "rules", "patents"],
  dated: false,
  errors: ["LM_EVENTS_INVALID", "LM_ATLAS_INVALID"],
  http: {
    path: "/api/backtest",
    without: ["files"],
    limits: { draws: draws(10, 10_000).optional().describe("samples for each prediction, at most 10000 (default: 10000)") },
  },
  command: {
    name: "backtest",
    places: ["files..."],
    examples: [
      "backtest",
      "backtest my-events.yaml",
      "backtest a.yaml b.yaml --draws 2000 --seed 7 --json",
      "backtest my-events.yaml --dry-run",
    ],
  },
});

const planBacktest = questionOf("plans")({
  name: "planBacktest",
  summary: "main groups chosen by what was known at the end of a year, compared with what came after and with three simple ways to choose",
  input: z.strictObject({
    cutOff: z.number().int().min(1800).max(2200).describe("last year that is known; what came after is compared with it"),
    technology: name.optional().describe("cells of this technology only (default: of all)"),
    after: z.number().int().min(1).max(30).optional().describe("years in which later families were filed (default: 5)"),
    budget: z.number().int().min(1).max(1_000_000).optional().describe("cells that may be chosen (default: a fifth)"),
    seed,
  }),
  answer: planBacktestSchema,
  answerName: "PlanBacktest",
  examples: [{ cutOff: 2012 }],
  cost: "heavy",
  reads: planReads,
  dated: false,
  errors: ["LM_NOT_MEASURED", "LM_TECHNOLOGY_UNKNOWN"],
  command: {
    name: "plan backtest",
    options: { budget: "cells" },
    examples: ["plan backtest --cut-off 2012", "plan backtest --cut-off 2010 --technology etch --after 3 --json"],
  },
});

/** Questions that compare what is told with what happened, or with what others say. */
export const proofQuestions = { published, halfLifeScore, backtest, planBacktest };

export type HalfLifeScoreQuestion = z.output<typeof halfLifeScore.input>;
export type BacktestQuestion = z.output<typeof backtest.input>;
export type PlanBacktestQuestion = Input<typeof planBacktest>;
