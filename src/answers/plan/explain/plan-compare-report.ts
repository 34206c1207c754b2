import { z } from "zod";
import { evidenceSchema } from "../../shared/evidence.ts";
import { fields, list, object, objects } from "../../shared/schema.ts";
import { planHeadSchema } from "../plan-report.ts";

const sideSchema = object({
  plan: planHeadSchema,
  label: z.string().describe("its name, and its id or file where both plans have one name"),
  ...fields(z.number(), "candidates", "programmes"),
  resilience: z.number().nullable().describe("own losses avoided by the whole plan, USD m, present value; null: unknown"),
  ...fields(z.number().describe("USD m, present value, of the whole plan"), "income", "cost"),
  rights: z.number().nullable(),
  value: z.number().describe("what the plan is chosen by"),
  gap: z.number(),
});
export type ComparedSide = z.infer<typeof sideSchema>;

const differenceSchema = object({
  problem: z.string(),
  programme: z.string().describe("id"),
  technology: z.string(),
  name: z.string(),
  why: z.string().describe("what it brings where it is in, and why it is not in the other"),
});
export type ProgrammeDifference = z.infer<typeof differenceSchema>;

/** Two plans, and which problems only one of them takes up and why. */
export const planCompareSchema = object({
  question: z.string(),
  finding: z.string(),
  first: sideSchema,
  second: sideSchema,
  both: objects({ problem: z.string(), name: z.string() }).describe("problems taken up in both"),
  firstOnly: list(differenceSchema),
  secondOnly: list(differenceSchema),
  inputs: objects({
    id: z.string(),
    scope: z.string(),
    first: z.tuple([z.number(), z.number()]).readonly().nullable(),
    second: z.tuple([z.number(), z.number()]).readonly().nullable(),
  }).describe("that differ between the two"),
  evidence: evidenceSchema,
});
export type PlanComparison = z.infer<typeof planCompareSchema>;
