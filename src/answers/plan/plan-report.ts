import { z } from "zod";
import { maturities } from "../../link/parameter-domains.ts";
import { exclusionCellSchema } from "../exclusion/exclusion-report.ts";
import { adviceSchema } from "../patents/portfolio/advice-report.ts";
import { evidenceSchema, gradeSchema, intervalSchema } from "../shared/evidence.ts";
import { boundsSchema, fields, list, object, objects } from "../shared/schema.ts";
import { cloutSchema } from "./clout/clout-report.ts";

const weights = object(fields(z.number(), "resilience", "income", "clout"));

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
  objective: weights.describe("how much each kind of worth counts"),
  against: z.string().nullable().describe("whom clout is on"),
  againstName: z.string().nullable(),
  jurisdictions: list(z.string()).describe("where rights, royalties and freedom to operate count, the home among them"),
  generation: z.enum(["any", "next"]).describe("next: problems of next-generation technologies alone"),
  followUp: z.number().nullable().describe("largest part of spending that may go to follow-up work; null: no cap"),
  originality: z.number().nullable().describe("least part of spending on work that is not follow-up; null: none"),
  diversification: z.number().nullable().describe("largest part of all money that may go to one technology; null: no cap"),
  unknownJurisdictions: list(z.string()).describe("that make chips; no source says what they use: left out, which is not 0"),
  lossUnknown: z
    .enum(["sales", "needs"])
    .nullable()
    .describe(
      "why own losses are unknown and resilience is not counted: what the home sells, or what it needs for that, is not known; null: they are counted",
    ),
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
  given: z
    .enum(["table", "patents", "file", "unread"])
    .describe(
      "the bundled table, fitted from the loaded patents, the file of the plan, or that file for what no problem of the plan reads",
    ),
});

const programmeSchema = {
  id: z
    .string()
    .describe(
      "the problem and the size: half, full, double or eightfold effort (for who has not the means for half also three-eighths and quarter), with a plant for half or all of what can be reached of the own need, called capacity for a design, or with sales of the new product (+sixteenth-sales, +quarter-sales, +sales)",
    ),
  problem: z.string(),
  name: z.string().describe("of the problem"),
  need: z.string().nullable().describe("what has to be solved; null: to supply what others supply"),
  ...fields(z.string(), "technology", "technologyName", "field"),
  maturity: z.enum(maturities).describe("how far others are"),
  nextGeneration: z.boolean(),
  clock: intervalSchema
    .nullable()
    .describe("calendar years from which a solution can be used at all: earliest, middle, latest; null: at once"),
  ownInputs: list(z.string()).describe(
    "what a source tells of the problem itself, `clock` or ids of inputs; all else is as usual of its technology or kind: nothing of its own is known",
  ),
  effort: z.number().describe("researcher-years of research"),
  families: z.number().describe("patent families filed"),
  works: z.number().describe("chance that it works technically, 0..1"),
  wins: z.number().describe("chance that, working, it gets the governing claims against its rivals, 0..1"),
  rivals: z.number().describe("researcher-years of rivals that it is up against"),
  rivalsKnown: z
    .boolean()
    .describe(
      "false: the number is assumed, as no count of others' families of the last five years goes beyond one office, or given by the plan",
    ),
  supplies: z.number().describe("part of the home's need that its plant makes once it works, 0..1"),
  sized: z.boolean().describe("false: it could serve the home's own need, but no source gives the market that would size its plant"),
  money: list(z.number()).describe("USD m to be there by year"),
  people: list(z.number()).describe("researchers by year"),
  cost: z.number().describe("USD m, present value, in the mean, without what a plant earns back by its sales"),
  royalties: z
    .number()
    .nullable()
    .describe(
      "on what others sell, USD m, present value, in the mean; 0 where the home sells the new product itself; null: what is sold of it is not known",
    ),
  freedom: z
    .number()
    .nullable()
    .describe(
      "freedom to operate: what the home need not pay to others on what it sells itself, USD m, present value, in the mean; null as of royalties",
    ),
  sells: z.number().describe("USD m a year in the mean of a new product that the home makes itself, once adopted; 0: it licenses"),
  profit: z.number().describe("what is left of these sales, capital paid, USD m, present value, in the mean"),
  rights: z
    .number()
    .nullable()
    .describe("sales of `against` that its claims alone could exclude, USD m, present value, mean; null: no target is named"),
  claimsFrom: z.number().describe("calendar year from which claims are granted and can be used"),
  source: z.string().nullable(),
};

export const plannedProgrammeSchema = object(programmeSchema);
export type PlannedProgramme = z.infer<typeof plannedProgrammeSchema>;

const quarterField = {
  quarters: z.number().describe("in how many quarters of the worlds its problem is in the best plan of the quarter alone"),
};

const chosenSchema = object({
  ...programmeSchema,
  ...quarterField,
  leads: intervalSchema.describe("chance that it works and wins the governing claims, 8 in 10 draws of the inputs around its middle, 0..1"),
  missed: z
    .number()
    .describe("what the plan would lose without any size of its problem, with what is freed put to its next best use, USD m"),
  instead: list(z.string()).describe("problems that would then be taken up, or in another size, in its place"),
  alone: z.number().describe("the same with all else as it is"),
  share: z.number().describe("its Shapley share of what the plan is chosen by, USD m: the shares sum to it"),
  error: z.number().describe("standard error of the share"),
  resilience: z.number().describe("own losses avoided by it with all else as it is, USD m"),
  why: z.string(),
});
export type ChosenProgramme = z.infer<typeof chosenSchema>;

const outSchema = object({
  ...programmeSchema,
  ...quarterField,
  adds: z
    .number()
    .describe("what it would add to this plan as it stands, by what the plan is chosen by, USD m; below 0: it would cost more"),
  resilience: z.number().describe("own losses avoided that it would add, USD m"),
  why: z.string(),
});
export type OutProgramme = z.infer<typeof outSchema>;

export const planLeftSchema = object({
  noMarket: list(z.string()).describe("technologies with a problem but no market that a source gives: no plant and no royalty is valued"),
  noPlant: list(z.string()).describe(
    "technologies that the home may lack and could supply itself, but of which no source gives a market: no plant can be sized, so that no plan supplies them",
  ),
  noCount: list(z.string()).describe(
    "technologies with a problem but no count of families of the last five years beyond one office: rivals are assumed",
  ),
}).describe("unknown, which is not 0");

const resourceSchema = object({
  id: z.string(),
  used: list(z.number()),
  available: list(z.number()).nullable().describe("null: no bound"),
});

const replySchema = object({
  move: z
    .enum(["usual", "none", "designs-around", "invalidates", "matches", "withholds"])
    .describe(
      "usual: rivals add what is drawn as usual, as in all other figures, and in the moves but none and matches; withholds: the target begins all it can withhold in the first year; only where a target is named",
    ),
  ...fields(z.number(), "income", "rights"),
  resilience: z.number().nullable().describe("null: unknown"),
  lost: object({ without: z.number(), with: z.number() })
    .nullable()
    .describe("own sales lost to acts of others, without and with the plan; null: unknown"),
});
export type PlanReply = z.infer<typeof replySchema>;

const sensitivitySchema = object({
  change: z.enum(["none", "money-times-ten", "tenth-of-people", "other-generation", "other-target", "twice-the-rivals"]),
  to: z.string().nullable().describe("the other target or generation"),
  programmes: z.number(),
  value: z
    .number()
    .describe(
      "what the plan is chosen by, on the worlds that it is chosen on: not to be compared with the others, which are on fresh ones",
    ),
  resilience: z
    .number()
    .nullable()
    .describe(
      "on fresh worlds: that of the plan, times what is saved with the change on 300 of them over what the plan saves there; null: unknown",
    ),
  ...fields(z.number(), "income", "rights"),
  cost: z.number().describe("present value in the mean"),
  net: z
    .number()
    .describe(
      "resilience, income and rights of this line by the weights of the objective, less cost times `unspent`; supply that plants add counts in `value` alone",
    ),
  added: list(z.string()).describe("problems taken up with the change alone"),
  dropped: list(z.string()).describe("problems taken up without it alone"),
});
export type PlanSensitivity = z.infer<typeof sensitivitySchema>;

const frontierPointSchema = object({
  factor: z.number().describe("of the money of every year"),
  money: z.number().describe("USD m in all"),
  programmes: z.number(),
  value: z.number().describe("by what the plan is chosen by, on the worlds that it is chosen on"),
  resilience: z.number().nullable().describe("on fresh worlds, on the basis of that of the plan itself; null: unknown"),
  ...fields(z.number(), "income", "rights"),
});

/** What a plan is worth as a whole. Money is USD m, present value over the horizon. */
export const planReportSchema = object({
  question: z.string(),
  finding: z.string(),
  plan: planHeadSchema,
  candidates: object(fields(z.number(), "problems", "programmes", "next", "nextTechnologies", "nextUncounted")).describe(
    "problems, programmes on them that could pay, problems of next-generation technologies among them, these technologies, and those of them without a count of patents of the last five years beyond one office",
  ),
  horizon: z.number().describe("years over which value counts"),
  sales: z.number().nullable().describe("what the home sells over the horizon while nothing is withheld, in present value; null: unknown"),
  lost: object({ without: z.number(), with: z.number() })
    .nullable()
    .describe("of these sales, to acts of others, without and with the plan, on fresh worlds; null: unknown"),
  resilience: object({ mean: z.number(), error: z.number(), interval: boundsSchema })
    .nullable()
    .describe(
      "own losses avoided by the plan as a whole, on fresh worlds, with its sampling error; the interval is over draws of the inputs; null: unknown",
    ),
  income: object({ mean: z.number(), interval: boundsSchema }).describe(
    "royalties, what need not be paid to others on own sales, and what is left of sales of new products",
  ),
  rights: object({ mean: z.number(), interval: boundsSchema, byYear: list(z.number()) })
    .nullable()
    .describe("sales of `against` that claims of the plan could exclude, in all and by year; an upper bound; null: no target is named"),
  cost: z.number().describe("in the mean, without what plants earn back by their sales"),
  capital: z.number().describe("money that has to be there in all, USD m, not discounted"),
  value: z
    .number()
    .describe("what the plan is chosen by, on the worlds that it is chosen on: worth by the objective less cost times `unspent`"),
  bound: z.number().describe("no plan has more on these worlds"),
  gap: z.number(),
  stopped: z.boolean().describe("the search ended, by its rounds or by the time given, before the requested gap was proved"),
  timeUp: z
    .number()
    .nullable()
    .describe(
      "seconds that were given, where they were over before the answer was whole: nothing more was tried from then on, its worth rests on as few worlds and draws as `worlds` says, clout is left out; null: they were not",
    ),
  worlds: object({
    ...fields(z.number(), "chosen", "fresh", "draws", "seed"),
    saved: object(fields(z.number(), "mean", "error"))
      .nullable()
      .describe("own losses avoided on the worlds that the plan is chosen on, with its standard error; null: resilience does not count"),
    quarters: object(fields(z.number(), "count", "best", "least", "most")).describe(
      "by what the plan is chosen by, the best plan of each quarter of these worlds alone, by search: in expectation no plan is worth more than the mean of such best ones",
    ),
  }),
  worst: object(fields(z.number(), "part", "lostWithout", "lostWith"))
    .nullable()
    .describe("mean of the worst part of fresh worlds, acts and technical failure together: sales lost without and with the plan"),
  programmes: list(chosenSchema).describe("selected, those missed most first"),
  out: list(outSchema).describe(
    "not selected: of each problem the size that would add most, of one that is beyond the means in every size the least costly; what is within the means by itself first, of these the best",
  ),
  resources: list(resourceSchema).describe("money, then researchers by field"),
  acts: objects({ coalition: list(z.string()), mode: z.string(), technologies: z.number(), again: z.boolean() }).describe(
    "who could withhold what in the worlds",
  ),
  replies: list(replySchema).describe("the same plan where rivals and the target answer"),
  frontier: list(frontierPointSchema).nullable(),
  robustness: object({
    draws: z.number(),
    stays: objects({ problem: z.string(), name: z.string(), part: z.number(), isIn: z.boolean() }),
  })
    .nullable()
    .describe("part of the draws of the inputs in which a problem is taken up when the plan is chosen anew"),
  clout: cloutSchema
    .nullable()
    .describe(
      "by year, by rights and by supply, with the reply: each beside the other, never summed; null: no target is named, or time was up",
    ),
  sensitivity: list(sensitivitySchema)
    .nullable()
    .describe("the plan with one thing changed, each chosen anew by search; null: not asked for"),
  against: exclusionCellSchema
    .nullable()
    .describe("exclusion exposure of the target to the home's patents today; null: no target is named"),
  advice: adviceSchema.describe("filing by selected technology; questions for counsel"),
  inputs: list(planInputSchema),
  calibration: objects({
    ...fields(z.string(), "id", "what", "unit", "source", "note"),
    ...fields(z.number(), "low", "high"),
    model: boundsSchema.describe("what the inputs would have said"),
    holds: z.boolean().nullable().describe("null: one outcome of a chance does not test it"),
  }).describe("programmes that happened, with what the inputs of the plan would have said of each"),
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
  acts: planReportSchema.unwrap().shape.acts,
  inputs: list(planInputSchema),
  left: planLeftSchema,
  evidence: evidenceSchema,
});
export type PlanOutline = z.infer<typeof planOutlineSchema>;

export const planListSchema = object({
  plans: objects({
    id: z.string(),
    name: z.string(),
    about: z.string().nullable(),
    home: z.string(),
    against: z.string().nullable(),
    years: z.number(),
  }),
});
export type PlanList = z.infer<typeof planListSchema>;
