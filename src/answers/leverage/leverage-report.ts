import { z } from "zod";
import { outsiderRoles } from "../../leverage/members.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { makingGaps } from "../shared/making-gap.ts";
import { boundsSchema, fields, list, object, objects } from "../shared/schema.ts";
import { observedSchema } from "./observed-report.ts";

const bn = "USD bn a year";

const estimateSchema = object({
  middle: z.number().describe("every input in its middle"),
  interval: z.tuple([z.number(), z.number(), z.number()]).readonly().describe("[low, median, high] of the draws: the middle 80%"),
});

/** What patents of one could keep from the market of the other: beside supply, never added to it. */
export const patentsBesideSchema = object({
  usd: boundsSchema.nullable().describe("market access lost, USD a year; null: unknown, never 0"),
  royaltyUsd: boundsSchema.nullable(),
  delayYears: boundsSchema.nullable(),
  patents: z.number().describe("documents that may be in force"),
});
export type PatentsBeside = z.infer<typeof patentsBesideSchema>;

/** A technology that some who act may hold an unknown part of. */
const leftOutSchema = object({
  technology: z.string(),
  name: z.string(),
  parties: list(z.string()).describe("of those who act, for whom it is left out"),
  anybody: z.boolean().describe("whether any share of it is known; false: it is left out for all"),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

export const leverageGaps = [...makingGaps, "no-known-supply"] as const;

export const leverageCellSchema = object({
  from: z.string(),
  on: z.string(),
  gap: z
    .enum(leverageGaps)
    .nullable()
    .describe(
      "why losses in USD are null: no source says what the target makes; it makes no final product; no source gives the value of what it makes; it is a firm, whose loss has no known value; no share and no rule of the sender is known",
    ),
  loss: estimateSchema.nullable().describe("part of the target's final output lost, 0..1, mean over the months"),
  usd: estimateSchema.nullable().describe(`the same, ${bn}`),
  ofGdp: estimateSchema.nullable().describe("part of the target's GDP"),
  useUsd: estimateSchema.nullable().describe(`final products withheld from users, ${bn}; beside the loss of output, never added`),
  sales: estimateSchema.nullable().describe(`sales the sender loses, ${bn}, where markets are known`),
  downstream: estimateSchema.nullable().describe(`products that the sender lacks since the target makes less, ${bn}; null: a firm`),
  cost: estimateSchema.nullable().describe(`sales and downstream, ${bn}; of a firm its sales`),
  lasting: estimateSchema.nullable().describe(`lost sales that stay lost at the end of the months, ${bn}; beside the cost`),
  net: estimateSchema.nullable().describe(`usd less cost, ${bn}; at most, where unpriced names technologies and leavesOut is 0`),
  complementarity: estimateSchema.nullable().describe(`the smaller of usd and cost, ${bn}: what both stand to lose`),
  technologies: list(z.string()).describe("that the sender can stop a part of"),
  unpriced: list(z.string()).describe("of these without a published market: left out of sales"),
  leavesOut: z
    .number()
    .describe("technologies of which the sender's part is unknown; where not 0, losses and cost are lower bounds, 0 too"),
  patents: patentsBesideSchema.nullable(),
});
export type LeverageCell = z.infer<typeof leverageCellSchema>;

const coalitionSchema = object({
  members: list(z.string()),
  harm: estimateSchema,
  cost: estimateSchema
    .nullable()
    .describe(`${bn}, at least where unpriced is not 0; null: of a member no market is known, or not what the target's output is worth`),
  unpriced: z.number().describe("technologies they withhold without a published market: left out of the cost"),
});

const replyOptionSchema = object({
  technology: z.string().nullable().describe("null: all that it holds"),
  name: z.string().nullable().describe("of the technology"),
  harm: estimateSchema.describe(`what the senders lose, ${bn}`),
  cost: estimateSchema.nullable().describe("null: no market of what is withheld is published"),
  net: estimateSchema.nullable().describe("harm less cost, an upper bound where unpriced is not 0; null: the cost is unknown"),
  unpriced: z.number().describe("technologies withheld without a published market"),
});

const withheldFields = {
  withholds: z.enum(["nothing", "all", "technology"]),
  technology: z.string().nullable().describe("the one that is withheld; null: nothing, or all that can be"),
  name: z.string().nullable().describe("of the technology"),
};
const withheldSchema = object(withheldFields);
export type Withheld = z.infer<typeof withheldSchema>;

const moveSchema = object({
  by: z.enum(["senders", "target"]).describe("whose choice changes; that of the other stays"),
  ...withheldFields,
  sendersLose: estimateSchema.describe(`output that the members then lose and what their act costs them, ${bn}`),
  targetLoses: estimateSchema.describe(`output that the target then loses and what its act costs it, ${bn}`),
  sendersValue: estimateSchema.describe(
    `output that the target loses less what the members lose, ${bn}: by its median in the even draws they choose`,
  ),
  targetValue: estimateSchema.describe(
    `output that the members lose less what the target loses, ${bn}: by its median in the even draws it chooses`,
  ),
});
export type LeverageMove = z.infer<typeof moveSchema>;

const moveGaps = [...makingGaps, "members-unknown", "no-market"] as const;

export const coalitionReportSchema = object({
  on: z.string(),
  members: list(z.string()),
  unknownMembers: list(z.string()).describe(
    "members of whom no share and no rule is known: what they add is unknown and left out below; the value is a lower bound",
  ),
  unit: z.enum(["USD bn a year", "part of output"]),
  outsiders: z.enum(outsiderRoles),
  value: z.record(z.enum(outsiderRoles), estimateSchema).describe("v(S), the target's mean loss, by what outsiders do"),
  ofGdp: estimateSchema.nullable().describe("part of the target's GDP"),
  inForce: object({
    value: estimateSchema
      .nullable()
      .describe("from without what may have come back to with it; null: of what they withhold no supply of the members is known"),
    controls: list(
      object({
        issuer: z.string(),
        citation: z.string(),
        class: z.string(),
        since: z.string().nullable(),
        everyone: z.boolean().describe("against everyone, the target among them"),
        lapsed: z.string().nullable().describe("last day of a suspension that is over and may have been extended: it binds or does not"),
        technologies: list(z.string()),
        counted: z.boolean().describe("false: of what it withholds no supply of the members is known"),
        source: z.string().nullable(),
      }),
    ),
  })
    .nullable()
    .describe(
      "the same loss from the members' controls as they stand on the day, with what their licences permit and bans leak, as if stock were full; null: none is recorded against the target, which is not that none is",
    ),
  replyLeavesOut: z.number().describe("technologies of which the target's part is unknown: a reply by them is left out"),
  afterReply: estimateSchema
    .nullable()
    .describe("value less what the members lose by the target's best reply, draw by draw over all draws"),
  shapleyMiddle: z.record(z.string(), z.number()),
  joining: z.record(z.string(), estimateSchema).describe("what each adds to those named before it"),
  last: z.record(z.string(), estimateSchema).describe("what each adds to all others"),
  threshold: z
    .number()
    .describe("harm above which a set counts as effective, in the unit; sets are compared by medians, without draws by middles"),
  thresholdGiven: z.boolean().describe("false: half of the median of what all do together"),
  smallest: coalitionSchema.nullable().describe("the fewest whose harm is more than the threshold, of these the most harmful"),
  pareto: list(coalitionSchema).describe("no other set harms as much for less, among those whose cost is known"),
  reply: replyOptionSchema
    .nullable()
    .describe("the best by the even draws, valued by the odd ones; null: none costs the senders more than the target"),
  replies: list(replyOptionSchema).describe(
    "the best of single technologies, and all that it holds together: ordered by the even draws, valued by the odd ones",
  ),
  moves: list(moveSchema)
    .nullable()
    .describe(
      "from all that the members withhold on, the best reply of each side in turn, the target first; both acts in one course, others fill in; medians of the even draws choose, the odd ones are shown; null: see noMoves",
    ),
  stable: z
    .boolean()
    .nullable()
    .describe(
      "true: at the end neither side has a better choice among the candidates; false: the moves come back to an earlier state; null: no moves",
    ),
  stablePoints: list(object({ senders: withheldSchema, target: withheldSchema }))
    .nullable()
    .describe("all pairs of candidates at which neither side has a better choice"),
  noMoves: z
    .enum(moveGaps)
    .nullable()
    .describe(
      "why moves are null: as gap of a pair; of no member is known what it makes; no market of what one side withholds is published",
    ),
  replyUnknown: list(z.string()).describe("members of whom no source says what they make: a reply on them is unknown"),
  replyPatents: z
    .record(z.string(), patentsBesideSchema.nullable())
    .describe("by member: what patents of the target could keep from its market; null: not measured"),
});
export type CoalitionReport = z.infer<typeof coalitionReportSchema>;

export const leverageReportSchema = object({
  ...fields(z.string(), "question", "finding", "asOf"),
  from: list(z.string()),
  on: z.string().nullable(),
  names: z.record(z.string(), z.string()).describe("of the parties by their code, as in running text"),
  technologies: list(z.string())
    .nullable()
    .describe("withheld, by what is run for them; null: all; those without any known share are in leftOut alone"),
  leftOut: list(leftOutSchema).describe("what the answer leaves out since no share of those who act is known"),
  inDoubt: objects({ technology: z.string(), name: z.string() }).describe(
    "left out since their shares rest on one document older than five years; none of what is asked for by `technologies`",
  ),
  ...fields(z.number(), "months", "draws", "seed"),
  outsiders: z.enum(outsiderRoles),
  cells: list(leverageCellSchema).describe("each alone against each"),
  shapley: z
    .record(z.string(), z.tuple([z.number(), z.number(), z.number()]).readonly())
    .nullable()
    .describe(
      "by member of whom anything is known: [low, median, high] of its part of the coalition's value; medians need not sum; null without a target",
    ),
  coalition: coalitionReportSchema.nullable(),
  observed: observedSchema.nullable().describe("what was observed of the pair, in none of the numbers; null without a target"),
  unvalued: list(z.string()).describe("final products without a published value, left out of USD"),
  evidence: evidenceSchema,
});
export type LeverageReport = z.infer<typeof leverageReportSchema>;
