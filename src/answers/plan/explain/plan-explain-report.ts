import { z } from "zod";
import { filingSchema } from "../../patents/portfolio/advice-report.ts";
import { evidenceSchema } from "../../shared/evidence.ts";
import { list, object } from "../../shared/schema.ts";
import { planHeadSchema, plannedProgrammeSchema } from "../plan-report.ts";

/** Why a programme is in a plan or out of it. */
export const planExplainSchema = object({
  question: z.string(),
  finding: z.string(),
  plan: planHeadSchema,
  programme: plannedProgrammeSchema,
  isIn: z.boolean(),
  otherSize: z.string().nullable().describe("selected programme on the same problem; of a problem one is chosen"),
  brings: z.number().describe("what it adds to this plan with all else as it is, by what the plan is chosen by, USD m"),
  resilience: z.number().describe("own losses avoided that are part of it, USD m"),
  otherwise: z
    .number()
    .nullable()
    .describe(
      "change of the value of the plan if it is put in and made room for, or taken out and what is freed put to use; null: it does not fit",
    ),
  changes: list(z.string()).describe("what decides it, and what would have to change"),
  filing: filingSchema.describe("where its families would be worth filing, for all holders of the home together"),
  evidence: evidenceSchema,
});
export type PlanExplanation = z.infer<typeof planExplainSchema>;
