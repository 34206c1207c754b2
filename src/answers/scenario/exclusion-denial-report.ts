import { z } from "zod";
import { exclusionCellSchema, exclusionCoverageSchema, exclusionTermSchema } from "../exclusion/exclusion-report.ts";
import { evidenceSchema } from "../shared/evidence.ts";

export const denialReportSchema = z
  .object({
    question: z.string(),
    finding: z.string(),
    day: z.string().describe("on which patents must be in force"),
    holders: z.array(z.string()).readonly().describe("as asked"),
    technologies: z.array(z.string()).readonly().nullable().describe("whose claims are denied, members of families too; null: all"),
    markets: z
      .array(
        z
          .object({
            jurisdiction: z.string(),
            before: exclusionCellSchema.describe("all holders, as licences stand"),
            after: exclusionCellSchema.describe("all holders, the denied claims known to be unlicensed"),
            alone: exclusionCellSchema.describe("the denied claims alone"),
          })
          .readonly(),
      )
      .readonly(),
    reply: z
      .array(exclusionCellSchema)
      .readonly()
      .describe("what holders of each jurisdiction could exclude in the home economies of those who deny, if they deny all licences"),
    terms: z.array(exclusionTermSchema).readonly(),
    coverage: exclusionCoverageSchema,
    evidence: evidenceSchema,
  })
  .readonly();
export type DenialReport = z.infer<typeof denialReportSchema>;
