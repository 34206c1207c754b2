import { z } from "zod";
import { evidenceSchema } from "../shared/evidence.ts";
import { list, object, objects } from "../shared/schema.ts";

/** One holder's share of one technology in two editions of one data set. */
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
