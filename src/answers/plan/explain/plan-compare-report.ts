import { z } from "zod";
import { evidenceSchema } from "../../shared/evidence.ts";
import { list, object, objects } from "../../shared/schema.ts";
import { planHeadSchema, plannedProgrammeSchema } from "../plan-report.ts";

const sideSchema = object({
  plan: planHeadSchema,
  label: z.string().describe("its name, and its id or file where both plans have one name"),
  candidates: z.number(),
  programmes: z.number(),
  worth: z.number().describe("USD m, present value, mean over the scenarios, before cost"),
  value: z.number().describe("what the plan is chosen by"),
  gap: z.number(),
});
export type ComparedSide = z.infer<typeof sideSchema>;

const differenceSchema = object({
  programme: plannedProgrammeSchema,
  parts: z.tuple([z.number(), z.number()]).readonly().describe("launched in the first and in the second"),
  nets: z
    .tuple([z.number().nullable(), z.number().nullable()])
    .readonly()
    .describe(
      "what it earns at the prices of each plan beyond what its money and people earn elsewhere, USD m; null: not a candidate, or no prices",
    ),
  why: z.string(),
});
export type ProgrammeDifference = z.infer<typeof differenceSchema>;

/** Two plans, and which programmes differ and why. */
export const planCompareSchema = object({
  question: z.string(),
  finding: z.string(),
  first: sideSchema,
  second: sideSchema,
  both: objects({ id: z.string(), name: z.string().describe("technology, group and partner") }).describe("programmes selected in both"),
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
