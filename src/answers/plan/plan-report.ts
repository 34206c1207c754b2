import { z } from "zod";
import { targetKinds } from "../../plan/make-problem/plan-facts.ts";
import { exclusionCellSchema } from "../exclusion/exclusion-report.ts";
import { adviceSchema } from "../patents/portfolio/advice-report.ts";
import { evidenceSchema, gradeSchema } from "../shared/evidence.ts";
import { boundsSchema, fields, list, object, objects } from "../shared/schema.ts";

/** Whose plan it is and with which means: the head of every answer on a plan. */
export const planHeadSchema = object({
  id: z.string().nullable().describe("of a ready plan; null: your own file"),
  name: z.string(),
  about: z.string().nullable(),
  ...fields(z.string(), "home", "homeName", "asOf"),
  years: list(z.number()).describe("calendar years in which programmes are begun and ended"),
  money: list(z.number()).describe("USD m by year"),
  researchers: objects({ field: z.string(), byYear: list(z.number()) }),
  unspent: z.number().describe("value of money left over, as a fraction: 0 if it is lost, 1 if it is kept"),
  objective: z.record(z.enum(targetKinds), z.number()).readonly(),
  against: z.string().nullable(),
  partners: list(z.string()),
  jurisdictions: list(z.string()).describe("where rights count"),
  royaltiesFrom: list(z.string()).describe("those in which royalties count: not at home, nor at the seat of an organisation unless named"),
  followUp: z.number().nullable().describe("largest part of spending on cells of known kind that may go to follow-up work; null: no cap"),
  diversification: z.number().nullable().describe("largest part of all money that may go to one technology; null: no cap"),
  dependencies: z.boolean().describe("whether a programme needs those of the technologies that its own cannot do without"),
  unknownJurisdictions: list(z.string()).describe("that make chips; no source says what they use: left out, which is not 0"),
  risk: object({ weight: z.number(), level: z.number() })
    .nullable()
    .describe("how much the mean of the worst outcomes counts; null: the mean of all"),
  homeKnown: z.boolean().describe("false: neither sales nor patents of the home are known, so the plan is generic"),
  salesKnown: z.boolean().describe("false: the value of what the home sells is unknown, so gains that protect its sales are not counted"),
});
export type PlanHead = z.infer<typeof planHeadSchema>;

export const planInputSchema = object({
  id: z.string(),
  scope: z.string(),
  low: z.number(),
  high: z.number(),
  unit: z.string(),
  grade: gradeSchema,
  source: z.string().nullable(),
  note: z.string(),
  given: z.enum(["table", "patents", "file"]).describe("the bundled table, fitted from the loaded patents, or the file of the plan"),
});

const exampleSchema = object({
  document: z.string(),
  title: z.string().nullable(),
  holder: z.string().nullable(),
  year: z.number().nullable(),
});

export const candidateReasonSchema = object({
  kind: z.string(),
  speaks: z.enum(["for", "against"]),
  text: z.string(),
  figures: z.record(z.string(), z.number()).readonly(),
  examples: list(exampleSchema),
});
export type CandidateReason = z.infer<typeof candidateReasonSchema>;

const programmeSchema = {
  ...fields(z.string(), "id", "technology", "name"),
  group: z.string().describe("main group of the classification; empty: no class"),
  partner: z.string().nullable(),
  cost: z.number().describe("USD m, all of it"),
  researcherYears: z.number(),
  field: z.string(),
  families: z.number().describe("that come of all of it"),
  known: z.number().nullable().describe("families there today; null: no patent of the technology is loaded"),
  reasons: list(candidateReasonSchema).describe("why it is a candidate"),
};

export const plannedProgrammeSchema = object(programmeSchema);
export type PlannedProgramme = z.infer<typeof plannedProgrammeSchema>;

const worthSchema = object({
  target: z.string(),
  kind: z.enum(targetKinds),
  technology: z.string(),
  name: z.string().describe("of the technology"),
  jurisdiction: z.string().nullable(),
  worth: z.number().describe("USD m, present value, mean over the scenarios; without the weights of the objective"),
});
export type TargetWorth = z.infer<typeof worthSchema>;

const chosenSchema = object({
  ...programmeSchema,
  part: z.number().describe("of it that is launched, up to 1"),
  launches: objects({ year: z.number(), part: z.number() }),
  spent: z.number().describe("USD m within the years"),
  adds: list(worthSchema).describe("value at risk by target if it is dropped, all others kept"),
  presentCost: z.number().describe("USD m, present value"),
  lessCost: z.number().describe("sum of `adds` less its cost, USD m, present value"),
  net: z
    .number()
    .nullable()
    .describe("what it earns at the plan's prices beyond what its money and people earn elsewhere, USD m; null: no prices"),
});
export type ChosenProgramme = z.infer<typeof chosenSchema>;

export const planLeftSchema = object({
  ...fields(list(z.string()), "exposureNoShares", "exposureNoLoss", "bargainingNoMarket", "freedomNoPatents"),
}).describe("technologies without a known value of one kind of gain: left out, which is not 0");

const resourceSchema = object({
  id: z.string(),
  used: list(z.number()),
  available: list(z.number()).nullable().describe("null: no bound"),
  price: z
    .number()
    .nullable()
    .describe("value of one more in every year if programmes were divisible, USD m; null: no limit, or no prices"),
});

const moreSchema = object({ value: z.number(), within: z.number().describe("how far off it may be, by the gaps of both") });

const frontierPointSchema = object({
  factor: z.number().describe("of the money of every year"),
  money: z.number().describe("USD m in all"),
  value: z.number().nullable().describe("null: nothing keeps to the bounds"),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  programmes: z.number(),
});

export const planReportSchema = object({
  question: z.string(),
  finding: z.string(),
  plan: planHeadSchema,
  candidates: z.number().describe("programmes there were to choose from"),
  worth: z.number().describe("USD m, present value, mean over the scenarios, before cost: the sum of `targets`"),
  presentCost: z.number().describe("of the plan, USD m, present value"),
  interval: object({
    draws: z.number(),
    seed: z.number(),
    held: z.number().describe("part of the draws that lies within"),
    worth: boundsSchema,
    lessCost: boundsSchema.describe("worth less cost"),
  }).describe("value of this plan over draws of all inputs, USD m, present value"),
  value: z
    .number()
    .describe(
      "what the plan is chosen by: `worth` with the weights and the risk of the objective, less the value of the money spent if left over",
    ),
  bound: z.number().describe("no plan is worth more"),
  gap: z.number(),
  stopped: z.boolean().describe("the time limit was reached before the requested gap was proved"),
  greedy: z.number().nullable().describe("value of a greedy plan (best value per cost first); null: it leaves out a required programme"),
  programmes: list(chosenSchema).describe("selected, those of most value first"),
  next: objects({ ...programmeSchema, net: z.number() }).describe("not selected and nearest to it, by the plan's prices"),
  resources: list(resourceSchema).describe("money, then researchers by field"),
  targets: list(worthSchema).describe("what the plan adds to each, mean over the scenarios"),
  more: object({ money: moreSchema, people: moreSchema.nullable() }).describe(
    "what 5% more money, or 5% more people, would add on solving again; null: no field has a limit",
  ),
  frontier: list(frontierPointSchema).nullable(),
  regrets: objects({ scenario: z.string(), probability: z.number(), value: z.number(), best: z.number(), regret: z.number() }).nullable(),
  robustness: object({
    draws: z.number(),
    infeasible: z.number().describe("draws in which no plan keeps to all bounds"),
    stopped: z.number().describe("draws that reached the time limit before the gap was proved"),
    seed: z.number(),
    stays: objects({
      programme: z.string(),
      name: z.string().describe("technology, group and partner"),
      part: z.number(),
      isIn: z.boolean(),
    }).describe("fraction of the draws in which a programme is selected"),
  }).nullable(),
  against: object({
    today: exclusionCellSchema.describe("exclusion exposure of the target to the home's patents"),
    withPlan: boundsSchema.nullable().describe("USD a year, if what comes of the plan is granted and in force there"),
  })
    .nullable()
    .describe("for information; the plan does not seek it; null: no target was named"),
  advice: adviceSchema.describe("filing by selected technology; questions for counsel"),
  inputs: list(planInputSchema),
  left: planLeftSchema,
  evidence: evidenceSchema,
});
export type PlanReport = z.infer<typeof planReportSchema>;

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
