import { z } from "zod";
import { targetKinds } from "../../plan/make-problem/plan-facts.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { planHeadSchema, planInputSchema, planLeftSchema, plannedProgrammeSchema } from "./plan-report.ts";

/** What a plan would choose from, and on which inputs, without solving it. */
export const planOutlineSchema = z
  .object({
    question: z.string(),
    finding: z.string(),
    plan: planHeadSchema,
    programmes: z.array(plannedProgrammeSchema).readonly(),
    targets: z.record(z.enum(targetKinds), z.number()).readonly().describe("number of each kind"),
    scenarios: z.array(z.object({ scenario: z.string(), probability: z.number() }).readonly()).readonly(),
    inputs: z.array(planInputSchema).readonly(),
    left: planLeftSchema,
    evidence: evidenceSchema,
  })
  .readonly();
export type PlanOutline = z.infer<typeof planOutlineSchema>;

export const planListSchema = z
  .object({
    plans: z
      .array(z.object({ id: z.string(), name: z.string(), about: z.string().nullable(), home: z.string(), years: z.number() }).readonly())
      .readonly(),
  })
  .readonly();
export type PlanList = z.infer<typeof planListSchema>;
