import { z } from "zod";
import { evidenceSchema } from "../../../answers/shared/evidence.ts";
import { boundsSchema, list, object } from "../../../answers/shared/schema.ts";

const rulesSchema = object({
  damped: z.number().describe("recent growth that fades"),
  last: z.number().describe("as in the last year"),
  line: z.number().describe("along a straight line of least squares"),
});

const yearSchema = rulesSchema
  .unwrap()
  .extend({
    year: z.number(),
    counted: z.number(),
    interval: boundsSchema.nullable().describe("middle 80% about `damped`; null where too few earlier errors are known"),
  })
  .readonly();

const seriesSchema = object({
  name: z.string(),
  reason: z.string().nullable().describe("why it is not scored"),
  growth: object({ forecast: z.number(), counted: z.number() })
    .nullable()
    .describe("a year, after the cut-off against as many years before, as a difference of logarithms"),
  years: list(yearSchema),
  errors: rulesSchema.nullable().describe("mean absolute scaled error of each rule; below 1 better than 'as in the year before' was"),
});
export type GrowthLine = z.infer<typeof seriesSchema>;

/** Growth after a cut-off as forecast by the rule that calls a cell rising and by two naive ones, compared with what was counted. */
export const planGrowthSchema = object({
  question: z.string(),
  finding: z.string(),
  cutOff: z.number(),
  after: z.number().describe("years"),
  series: list(seriesSchema),
  scored: z.number().describe("series"),
  intervals: z.number().describe("years of series that have an interval"),
  hits: z.number().describe("of these intervals those that hold what was counted; 80% would be calibrated"),
  errors: rulesSchema.nullable().describe("mean over the series"),
  better: object({ last: z.number(), line: z.number() }).describe("series in which the damped rule erred less"),
  misses: list(z.string()),
  evidence: evidenceSchema,
});
export type PlanGrowth = z.infer<typeof planGrowthSchema>;
