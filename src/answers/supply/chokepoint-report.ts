import { z } from "zod";
import { evidenceSchema, gradeSchema, intervalSchema } from "../shared/evidence.ts";

/**
 * Why a weak link is one: a high share, a single place, a rule that reaches further, a control already in force. `unused`: why it is
 * none as yet.
 */
export const causeSchema = z
  .object({ kind: z.enum(["share", "place", "reach", "control", "unused"]), text: z.string(), sources: z.array(z.string()).readonly() })
  .readonly();

/** What could be done about a weak link: who else supplies, how long it takes, what would have to be built. */
export const remedySchema = z
  .object({
    others: z.array(z.object({ economy: z.string(), share: z.number() }).readonly()).readonly(),
    qualificationMonths: intervalSchema.nullable(),
    leadTimeMonths: intervalSchema.nullable(),
    timesGrade: gradeSchema.nullable(),
    toBuild: z.object({ share: z.number(), usdBn: z.number().nullable(), text: z.string() }).readonly().nullable(),
  })
  .readonly();

/** EU strategic-dependency flags (2021) read for the home; `null` where the data is not loaded. */
export const flagsSchema = z
  .object({
    cdi1: z.boolean().nullable().describe("concentration of supply, HHI > 0.4"),
    cdi2: z.boolean().nullable().describe("foreign share of supply > 0.5"),
    cdi3: z.boolean().nullable().describe("imports > exports"),
    basis: z.enum(["trade", "supply shares"]),
  })
  .readonly();

export const importYearSchema = z
  .object({
    period: z.string(),
    scheme: z.string(),
    code: z.string(),
    relation: z.string(),
    currency: z.string(),
    total: z.number(),
    unknownOrigin: z.number(),
    partners: z.array(z.object({ economy: z.string(), value: z.number() }).readonly()).readonly(),
  })
  .readonly();

export const chokepointSchema = z
  .object({
    technology: z.string(),
    name: z.string(),
    kind: z.string(),
    stage: z.string().nullable(),
    supplyMode: z.string().nullable(),
    marketSize: intervalSchema.nullable().describe("world market, USD bn a year; null: no source states it"),
    rank: z.object({ low: z.number(), mid: z.number(), high: z.number() }).readonly().describe("place in the order by each end"),
    score: intervalSchema.describe("greatest loss of final output one foreign holder can cause, 0..1, stock used up, base decayed"),
    growth: intervalSchema.nullable().describe("capital goods: loss of growth at once; never added to score"),
    loss: z.enum(["output", "use"]).describe("use: a final product withheld from its users"),
    holder: z
      .object({ economy: z.string(), share: z.number().nullable(), high: z.number().nullable(), reachable: intervalSchema })
      .readonly()
      .nullable()
      .describe("who could cause the middle score"),
    top: z
      .object({ economy: z.string(), share: z.number(), high: z.number() })
      .readonly()
      .nullable()
      .describe("largest provider, at home or abroad; share: the low end of its figure"),
    coalition: z
      .object({ members: z.array(z.string()).readonly(), loss: intervalSchema })
      .readonly()
      .nullable()
      .describe("smallest set of foreign economies whose loss exceeds one half; null if there is none"),
    unknownShare: z.number().describe("part of world supply without a known provider"),
    basis: z
      .enum(["production", "headquarters", "sales"])
      .nullable()
      .describe("null: a family without shares of its own, read through its varieties"),
    year: z.number().nullable(),
    withheld: z
      .array(
        z
          .object({
            issuer: z.string(),
            class: z.string(),
            since: z.string().nullable(),
            citation: z.string(),
            source: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    products: z
      .array(z.object({ product: z.string(), loss: intervalSchema, made: z.enum(["yes", "no", "unknown", "withheld"]) }).readonly())
      .readonly(),
    hangsOn: z
      .array(z.object({ parameter: z.string(), grade: gradeSchema, low: z.number(), high: z.number() }).readonly())
      .readonly()
      .describe("one input at a time at its ends, the others in the middle; widest first"),
    causes: z.array(causeSchema).readonly(),
    flags: flagsSchema.nullable(),
    remedy: remedySchema.nullable(),
    imports: z.array(importYearSchema).readonly(),
    grade: gradeSchema,
    sources: z.array(z.string()).readonly(),
  })
  .readonly();
export type Chokepoint = z.infer<typeof chokepointSchema>;

export const chokepointReportSchema = z
  .object({
    question: z.string(),
    finding: z.string(),
    home: z.string().nullable(),
    makingKnown: z.boolean().describe("whether any source says that the home makes one of the final products"),
    source: z.string().nullable(),
    asOf: z.string(),
    total: z.number().describe("technologies ranked before --top was applied"),
    ranked: z.array(chokepointSchema).readonly(),
    finalProducts: z
      .array(chokepointSchema)
      .readonly()
      .describe("final products withheld from their users: the part of the use that is lost, ranked apart"),
    notApplicable: z
      .array(z.object({ technology: z.string(), reason: z.string() }).readonly())
      .readonly()
      .describe("technologies whose withholding cannot reach what the home makes or uses"),
    unknown: z.array(z.string()).readonly().describe("technologies without any known share: their score lies anywhere in 0..1"),
    names: z.record(z.string(), z.string()).describe("by id, names of the economies and technologies that are told by their id alone"),
    evidence: evidenceSchema,
  })
  .readonly();
export type ChokepointReport = z.infer<typeof chokepointReportSchema>;
