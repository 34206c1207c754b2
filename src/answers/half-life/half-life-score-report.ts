import { z } from "zod";
import { totalsSchema } from "../backtest/backtest-report.ts";
import { boundsSchema } from "../shared/bounds.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { list, object } from "../shared/schema.ts";

const vintageLineSchema = object({
  technology: z.string(),
  name: z.string(),
  holder: z.string(),
  withheld: z.boolean().describe("a control of the holder on it is known to have begun in that time"),
  before: boundsSchema.describe("share in the older edition"),
  after: boundsSchema.describe("share in the newer edition"),
  predicted: object({ low: z.number(), median: z.number(), high: z.number() }).describe(
    "part of the hold that is left; median and middle 80%",
  ),
  measured: boundsSchema.describe("newer share over older one; above 1 counts as 1"),
  hit: z.boolean(),
  crps: z.number(),
  crpsNothing: z.number().describe("of a forecast that nothing changes"),
});
export type VintageLine = z.infer<typeof vintageLineSchema>;

/** Half-lives compared with two editions of a data set. */
export const halfLifeScoreSchema = object({
  finding: z.string(),
  source: z.string(),
  from: z.string(),
  to: z.string(),
  months: z.number(),
  draws: z.number(),
  seed: z.number(),
  lines: list(vintageLineSchema),
  totals: totalsSchema,
  withheldTotals: totalsSchema.describe("of what a control was put on in that time"),
  freeTotals: totalsSchema.describe("of what is not known to have been withheld"),
  misses: list(z.string()),
  evidence: evidenceSchema,
});
export type HalfLifeScore = z.infer<typeof halfLifeScoreSchema>;
