import { z } from "zod";
import { evidenceSchema } from "../shared/evidence.ts";
import { boundsSchema, fields, list, object, objects } from "../shared/schema.ts";
import { planHeadSchema } from "./plan-report.ts";

const worthSchema = object({ mean: z.number(), interval: boundsSchema });

const variantSchema = object({
  programmes: objects({ id: z.string(), problem: z.string(), technology: z.string(), name: z.string(), isAdded: z.boolean() }).describe(
    "taken up; `isAdded`: a problem that the plan itself does not take up",
  ),
  dropped: objects({ problem: z.string(), name: z.string() }).describe("problems that the plan itself takes up and this one does not"),
  resilience: worthSchema.nullable().describe("own losses avoided, on the basis of those of the plan itself; null: unknown"),
  income: worthSchema.nullable().describe("null: no market is known of anything that it takes up"),
  rights: worthSchema.nullable().describe("sales of `against` that its claims could exclude; an upper bound; null: no target is named"),
  ...fields(z.number(), "cost", "capital"),
});
export type PlanVariant = z.infer<typeof variantSchema>;

const settingSchema = object({
  money: z.number().describe("as a part of the money of the plan in every year"),
  people: z.number().describe("as a part of its researchers of every field and year"),
  variant: z.number().nullable().describe("its place in `variants`; null: no plan keeps to all that is required"),
});
export type PlanSetting = z.infer<typeof settingSchema>;

/** The best plans found for other means than those of a plan. Money is USD m, present value over the horizon. */
export const planVariantsSchema = object({
  question: z.string(),
  finding: z.string(),
  plan: planHeadSchema,
  money: list(z.number()).describe("parts of the money of the plan, from the least"),
  people: list(z.number()).describe("parts of its researchers, from the least; 1 alone where they have no bound"),
  settings: list(settingSchema),
  variants: list(variantSchema).describe("different plans; the first is the plan itself"),
  horizon: z.number().describe("years over which value counts"),
  worlds: object(fields(z.number(), "chosen", "fresh", "draws")).describe(
    "that each is chosen on; fresh ones that all are compared on; draws of the inputs of each interval",
  ),
  evidence: evidenceSchema,
});
export type PlanVariants = z.infer<typeof planVariantsSchema>;
