import { z } from "zod";
import { question } from "../shared/question.ts";
import { factReportSchema } from "./fact-report.ts";

export const facts = question({
  name: "facts",
  tag: "workspace",
  summary: "doubts about the loaded facts: stale, contradicted, thin, too large or too small",
  input: z.strictObject({}),
  answer: factReportSchema,
  answerName: "FactReport",
  examples: [{}],
  cost: "heavy",
  dated: true,
  errors: [],
  command: { name: "check facts", examples: ["check facts", "check facts --details", "check facts --json"] },
  http: { path: "/api/facts" },
});
