import { z } from "zod";
import { filingSchema } from "../../patents/portfolio/advice-report.ts";
import { evidenceSchema } from "../../shared/evidence.ts";
import { list, object, objects } from "../../shared/schema.ts";
import { planHeadSchema, plannedProgrammeSchema } from "../plan-report.ts";

const termSchema = object({ of: z.string(), value: z.number().describe("USD m") });

/** Why a programme is in a plan or out of it. */
export const planExplainSchema = object({
  question: z.string(),
  finding: z.string(),
  plan: planHeadSchema,
  programme: plannedProgrammeSchema,
  inAnotherWay: z.string().nullable().describe("selected programme of the same cell; a cell is taken once"),
  part: z.number().describe("that is launched; 0: it is not selected"),
  launches: objects({ year: z.number(), part: z.number() }),
  prices: object({
    year: z.number().describe("best year of launch"),
    gains: list(termSchema).describe("value of what it adds, by target"),
    costs: list(termSchema).describe("what its money and people would bring elsewhere"),
    limits: list(termSchema).describe("the same for limits; below 0 where it makes room in one"),
    charge: z.number().describe("what its money would be worth left over"),
    sameCell: z.number().describe("what the same cell would bring in another way, alone or with a partner: no alternative elsewhere"),
    net: z.number(),
  })
    .nullable()
    .describe("at the prices of the plan if programmes were divisible; null: the time limit was reached"),
  otherwise: object({
    value: z.number().nullable(),
    change: z.number().nullable(),
    within: z.number().describe("how far off the change may be, by the gaps of both plans"),
    brings: z.number().nullable().describe("value at risk without it, in the plan or in the one that has to include it"),
  }).describe(
    "the best plan that does the opposite, with or without it: its value and the change, USD m; null: no such plan keeps to all bounds",
  ),
  changes: list(z.string()).describe("what decides it, and what would have to change"),
  filing: filingSchema.describe("where its families would be worth filing, for all holders of the home together"),
  evidence: evidenceSchema,
});
export type PlanExplanation = z.infer<typeof planExplainSchema>;
