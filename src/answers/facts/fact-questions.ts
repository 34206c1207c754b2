import { z } from "zod";
import { top } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { factReportSchema } from "./fact-report.ts";
import { gapReportSchema } from "./gaps.ts";

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
