import { z } from "zod";
import { type FactCheck, factChecks } from "../../measure/supply/fact-checks.ts";
import { evidenceSchema } from "../shared/evidence.ts";

const checkNames = Object.keys(factChecks) as [FactCheck, ...FactCheck[]];

/** Doubts about the loaded facts. */
export const factReportSchema = z
  .object({
    finding: z.string(),
    asOf: z.string(),
    checks: z.array(z.object({ check: z.enum(checkNames), what: z.string(), found: z.number() }).readonly()).readonly(),
    doubts: z
      .array(
        z
          .object({
            check: z.enum(checkNames),
            about: z.string().describe("a technology or an economy"),
            name: z.string(),
            text: z.string(),
            homes: z.array(z.string()).readonly().describe("whose first twenty chokepoints it touches; for one row alone"),
            sources: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    evidence: evidenceSchema,
  })
  .readonly();
export type FactReport = z.infer<typeof factReportSchema>;
