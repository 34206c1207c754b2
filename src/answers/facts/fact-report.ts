import { z } from "zod";
import { type FactCheck, factChecks } from "../../measure/supply/fact-doubt.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { list, object, objects } from "../shared/schema.ts";

const checkNames = Object.keys(factChecks) as [FactCheck, ...FactCheck[]];

/** Doubts about the loaded facts. */
export const factReportSchema = object({
  finding: z.string(),
  asOf: z.string(),
  checks: objects({ check: z.enum(checkNames), what: z.string(), found: z.number() }),
  doubts: objects({
    check: z.enum(checkNames),
    about: z.string().describe("a technology, an economy or a rule"),
    name: z.string(),
    text: z.string(),
    homes: list(z.string()).describe(
      "among whose twenty greatest losses it could be, with everything worn out and nothing rebuilt; for one document alone",
    ),
    sources: list(z.string()),
  }),
  evidence: evidenceSchema,
});
export type FactReport = z.infer<typeof factReportSchema>;
