import { z } from "zod";
import { rankMonths } from "../../leverage/rank/held-course.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { home, name, top } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { list, object, objects } from "../shared/schema.ts";
import { chokepointReportSchema } from "./chokepoint-report.ts";

export const shareChangeSchema = object({
  technology: z.string(),
  holder: z.string(),
  holderKind: z.string(),
  basis: z.string(),
  before: object({ low: z.number(), high: z.number(), year: z.number().nullable() }),
  after: object({ low: z.number(), high: z.number(), year: z.number().nullable() }),
  change: object({ low: z.number(), high: z.number() }).describe("after minus before, in shares"),
  direction: z.enum(["gaining", "losing", "unclear"]),
});
export type ShareChange = z.infer<typeof shareChangeSchema>;

export const changeReportSchema = object({
  source: z.string(),
  from: z.string(),
  to: z.string(),
  matched: list(z.string()),
  unmatched: objects({ technology: z.string(), reason: z.string() }),
  changes: list(shareChangeSchema),
  economies: objects({ economy: z.string(), gaining: z.number(), losing: z.number() }),
  evidence: evidenceSchema,
});
export type ChangeReport = z.infer<typeof changeReportSchema>;

const question = questionOf("map");

const chokepoints = question({
  name: "chokepoints",
  summary: "technologies ranked by the loss one foreign holder could cause",
  input: z.strictObject({
    home,
    source: name.optional().describe("answer from the shares of one loaded source only"),
    top: top.optional().describe("how many of the ranked (default: 20)"),
    months: z.coerce
      .number()
      .pipe(z.literal(rankMonths))
      .optional()
      .describe("12, 36 or 60: months from today over which the loss is averaged (default: 12)"),
  }),
  answer: chokepointReportSchema,
  answerName: "ChokepointReport",
  examples: [{}, { home: "KR", top: 5 }],
  cost: "seconds",
  reads: ["map", "rules"],
  errors: ["LM_ECONOMY_UNKNOWN"],
  command: {
    name: "chokepoints",
    examples: [
      "chokepoints",
      "chokepoints --home KR --top 5 --details",
      "chokepoints --home EU --as-of 2023-06-30 --json",
      "chokepoints --source eto",
      "chokepoints --home JP --months 60",
    ],
  },
  http: { path: "/api/chokepoints", lists: ["ranked"] },
});

const changes = question({
  name: "changes",
  summary: "who gains and who loses between the last two editions of a source",
  input: z.strictObject({ source: name.default("eto").describe("the source whose last two editions are compared (default: eto)") }),
  answer: changeReportSchema,
  answerName: "ChangeReport",
  examples: [{ source: "eto" }],
  dated: false,
  command: { name: "changes", examples: ["changes", "changes --source eto --json"] },
  http: { path: "/api/changes", lists: ["changes"] },
});

export type ChokepointQuestion = z.output<typeof chokepoints.input>;

export const supplyQuestions = { chokepoints, changes };

/** One holder's share of one technology in two editions of one data set. */
