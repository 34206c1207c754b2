import { z } from "zod";
import { targetKinds } from "../../plan/make-problem/plan-facts.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { list, object, objects } from "../shared/schema.ts";
import { planHeadSchema, planInputSchema, planLeftSchema, plannedProgrammeSchema } from "./plan-report.ts";

/** What a plan would choose from, and on which inputs, without solving it. */
export const planOutlineSchema = object({
  question: z.string(),
  finding: z.string(),
  plan: planHeadSchema,
  programmes: list(plannedProgrammeSchema),
  targets: z.record(z.enum(targetKinds), z.number()).readonly().describe("number of each kind"),
  scenarios: objects({ scenario: z.string(), probability: z.number() }),
  inputs: list(planInputSchema),
  left: planLeftSchema,
  evidence: evidenceSchema,
});
export type PlanOutline = z.infer<typeof planOutlineSchema>;

export const planListSchema = object({
  plans: objects({ id: z.string(), name: z.string(), about: z.string().nullable(), home: z.string(), years: z.number() }),
});
export type PlanList = z.infer<typeof planListSchema>;
