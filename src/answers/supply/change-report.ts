import { z } from "zod";
import { evidenceSchema } from "../shared/evidence.ts";

/** One holder's share of one technology in two editions of one data set. */
export const shareChangeSchema = z
  .object({
    technology: z.string(),
    holder: z.string(),
    holderKind: z.string(),
    basis: z.string(),
    before: z.object({ low: z.number(), high: z.number(), year: z.number().nullable() }).readonly(),
    after: z.object({ low: z.number(), high: z.number(), year: z.number().nullable() }).readonly(),
    change: z.object({ low: z.number(), high: z.number() }).readonly().describe("after minus before, in shares"),
    direction: z.enum(["gaining", "losing", "unclear"]),
  })
  .readonly();
export type ShareChange = z.infer<typeof shareChangeSchema>;

export const changeReportSchema = z
  .object({
    source: z.string(),
    from: z.string(),
    to: z.string(),
    matched: z.array(z.string()).readonly(),
    unmatched: z.array(z.object({ technology: z.string(), reason: z.string() }).readonly()).readonly(),
    changes: z.array(shareChangeSchema).readonly(),
    economies: z.array(z.object({ economy: z.string(), gaining: z.number(), losing: z.number() }).readonly()).readonly(),
    evidence: evidenceSchema,
  })
  .readonly();
export type ChangeReport = z.infer<typeof changeReportSchema>;
