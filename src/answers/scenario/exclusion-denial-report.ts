import { z } from "zod";
import { exclusionCellSchema, exclusionCoverageSchema, exclusionTermSchema } from "../exclusion/exclusion-report.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { list, object, objects } from "../shared/schema.ts";

export const denialReportSchema = object({
  question: z.string(),
  finding: z.string(),
  day: z.string().describe("on which patents must be in force"),
  holders: list(z.string()).describe("as asked"),
  technologies: list(z.string()).nullable().describe("whose claims are denied, members of families too; null: all"),
  markets: objects({
    jurisdiction: z.string(),
    before: exclusionCellSchema.describe("all holders, as licences stand"),
    after: exclusionCellSchema.describe("all holders, the denied claims known to be unlicensed"),
    alone: exclusionCellSchema.describe("the denied claims alone"),
  }),
  reply: list(exclusionCellSchema).describe(
    "what holders of each jurisdiction could exclude in the home economies of those who deny, if they deny all licences",
  ),
  terms: list(exclusionTermSchema),
  coverage: exclusionCoverageSchema,
  evidence: evidenceSchema,
});
export type DenialReport = z.infer<typeof denialReportSchema>;
