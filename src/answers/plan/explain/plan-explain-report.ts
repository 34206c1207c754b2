import { z } from "zod";
import { filingSchema } from "../../patents/portfolio/advice-report.ts";
import { evidenceSchema } from "../../shared/evidence.ts";
import { planHeadSchema, plannedProgrammeSchema } from "../plan-report.ts";

const termSchema = z.object({ of: z.string(), value: z.number().describe("USD m") }).readonly();

/** Why a programme is in a plan or out of it. */
export const planExplainSchema = z
  .object({
    question: z.string(),
    finding: z.string(),
    plan: planHeadSchema,
    programme: plannedProgrammeSchema,
    inAnotherWay: z.string().nullable().describe("programme of the same cell that is in; a cell is taken once"),
    part: z.number().describe("that is launched; 0: it is out"),
    launches: z.array(z.object({ year: z.number(), part: z.number() }).readonly()).readonly(),
    prices: z
      .object({
        year: z.number().describe("in which it would be launched best"),
        gains: z.array(termSchema).readonly().describe("value of what it adds, by target"),
        costs: z.array(termSchema).readonly().describe("what others would have got of the money and people that it takes"),
        limits: z.array(termSchema).readonly().describe("the same of limits; below 0 where it makes room in one"),
        charge: z.number().describe("what its money would be worth left over"),
        sameCell: z.number().describe("what the same cell would bring in another way, alone or with a partner: no alternative elsewhere"),
        net: z.number(),
      })
      .readonly()
      .nullable()
      .describe("at the prices of the plan were programmes divisible; null: time was up"),
    otherwise: z
      .object({
        value: z.number().nullable(),
        change: z.number().nullable(),
        within: z.number().describe("how far off the change may be, by the gaps of both plans"),
        brings: z
          .number()
          .nullable()
          .describe("what would be missed without it where it is in: in the plan, or in the one in which it has to be"),
      })
      .readonly()
      .describe(
        "the plan if it had to be in, or had to be out, instead: its value and the change, USD m; null: nothing keeps to the bounds then",
      ),
    changes: z.array(z.string()).readonly().describe("what would have to be different for it to be in, or out"),
    filing: filingSchema.describe("where its families would be worth filing, by all holders of the home taken together"),
    evidence: evidenceSchema,
  })
  .readonly();
export type PlanExplanation = z.infer<typeof planExplainSchema>;
