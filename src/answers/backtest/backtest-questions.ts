import { z } from "zod";
import { draws, seed } from "../shared/fields.ts";
import { question } from "../shared/question.ts";
import { list } from "../shared/schema.ts";
import { backtestReportSchema } from "./backtest-report.ts";

/** Samples that one request may ask for. */
const mostOverHttp = 10_000;

export const backtest = question({
  name: "backtest",
  tag: "scenarios",
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
    limits: { draws: draws(10, mostOverHttp).optional().describe("samples for each prediction, at most 10000 (default: 10000)") },
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

export type BacktestQuestion = z.output<typeof backtest.input>;
