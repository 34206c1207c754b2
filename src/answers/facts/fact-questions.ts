import { z } from "zod";
import { type FactCheck, factChecks } from "../../measure/supply/fact-doubt.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { top } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { list, object, objects } from "../shared/schema.ts";
import { gapReportSchema } from "./gaps.ts";

const checkNames = Object.keys(factChecks) as [FactCheck, ...FactCheck[]];

/** Doubts about the loaded facts. */
const factReportSchema = object({
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

const question = questionOf("workspace");

const facts = question({
  name: "facts",
  summary: "doubts about the loaded facts: stale, contradicted, thin, too large or too small",
  input: z.strictObject({}),
  answer: factReportSchema,
  answerName: "FactReport",
  examples: [{}],
  cost: "seconds",
  reads: ["map", "rules"],
  command: { name: "check facts", examples: ["check facts", "check facts --details", "check facts --json"] },
  http: { path: "/api/facts", lists: ["doubts"] },
});

const gaps = question({
  name: "gaps",
  summary: "the unknowns that move answers most, by how much",
  input: z.strictObject({ top: top.default(100).describe("how many to list (default: 100)") }),
  answer: gapReportSchema,
  answerName: "GapReport",
  examples: [{ top: 20 }],
  cost: "heavy",
  reads: ["map", "rules"],
  command: { name: "check gaps", examples: ["check gaps", "check gaps --top 300 --details"] },
  http: { path: "/api/gaps", lists: ["gaps"] },
});

export const factQuestions = { facts, gaps };
