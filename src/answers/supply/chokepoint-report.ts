import { z } from "zod";
import { dependenceSchema } from "../profile/profile-report.ts";
import { evidenceSchema, gradeSchema, intervalSchema } from "../shared/evidence.ts";
import { list, object, objects } from "../shared/schema.ts";

/**
 * Why a weak link is one: a high share, a single place, a rule that reaches further, a control already in force. `unused`: why it is
 * none as yet.
 */
export const causeSchema = object({
  kind: z.enum(["share", "place", "reach", "control", "unused"]),
  text: z.string(),
  sources: list(z.string()),
});

/** What could be done about a weak link: who else supplies, how long it takes, what would have to be built. */
export const remedySchema = object({
  others: objects({ economy: z.string(), low: z.number(), high: z.number() }).describe("parts of world supply"),
  qualificationMonths: intervalSchema.nullable(),
  leadTimeMonths: intervalSchema.nullable(),
  timesGrade: gradeSchema.nullable(),
  toBuild: object({ share: z.number(), usdBn: z.number().nullable(), text: z.string() }).nullable(),
});

/** EU strategic-dependency flags (2021) read for the home; `null` where the data is not loaded. */
export const flagsSchema = object({
  cdi1: z.boolean().nullable().describe("concentration of supply, HHI > 0.4"),
  cdi2: z.boolean().nullable().describe("foreign share of supply > 0.5"),
  cdi3: z.boolean().nullable().describe("imports > exports"),
  basis: z.enum(["trade", "supply shares"]),
});

export const importYearSchema = object({
  period: z.string(),
  scheme: z.string(),
  code: z.string(),
  relation: z.string(),
  currency: z.string(),
  total: z.number(),
  unknownOrigin: z.number(),
  partners: objects({ economy: z.string(), value: z.number() }),
});

export const chokepointSchema = object({
  technology: z.string(),
  name: z.string(),
  kind: z.string(),
  stage: z.string().nullable(),
  supplyMode: z.string().nullable(),
  marketSize: intervalSchema.nullable().describe("world market, USD bn a year; null: no source states it"),
  rank: object({ low: z.number(), mid: z.number(), high: z.number() })
    .nullable()
    .describe("mid: place in the order; low, high: first and last of the places that the draws do not tell apart; null: in no place"),
  score: intervalSchema
    .nullable()
    .describe(
      "mean loss of final output over `months` that the worst foreign holder causes by withholding it from today, 0..1: median and middle 80% of draws; null: what the home makes is not known",
    ),
  losses: objects({
    months: z.number(),
    loss: intervalSchema.describe("mean loss of output (of a final product: of its use) over these months"),
    growth: intervalSchema.describe("new capacity not added by then, in parts of present output"),
  }).describe("none where `score` is null"),
  growth: intervalSchema.nullable().describe("capital goods: growth lost over `months`; never added to score"),
  structural: intervalSchema.describe(
    "structural dependence: what would be lost with everything worn out and nothing rebuilt, each end of all inputs; no forecast of any month",
  ),
  loss: z.enum(["output", "use"]).describe("use: a final product withheld from its users"),
  holder: object({ economy: z.string(), share: z.number().nullable(), high: z.number().nullable(), reachable: intervalSchema })
    .nullable()
    .describe("who could cause the middle score"),
  top: object({ economy: z.string(), share: z.number(), high: z.number() })
    .nullable()
    .describe("largest provider, at home or abroad; share: the low end of its figure"),
  coalition: object({ members: list(z.string()), loss: intervalSchema })
    .nullable()
    .describe("smallest set of foreign economies whose loss exceeds one half; null if there is none"),
  unknownShare: z.number().describe("part of world supply without a known provider"),
  basis: z
    .enum(["production", "headquarters", "sales"])
    .nullable()
    .describe("null: a family without shares of its own, read through its varieties"),
  year: z.number().nullable(),
  withheld: objects({
    issuer: z.string(),
    class: z.string(),
    since: z.string().nullable(),
    citation: z.string(),
    source: z.string().nullable(),
    everyone: z.boolean().describe("against everyone, the home among them"),
  }),
  products: objects({ product: z.string(), loss: intervalSchema, made: z.enum(["yes", "no", "unknown", "withheld"]) }),
  hangsOn: objects({ parameter: z.string(), grade: gradeSchema, low: z.number(), high: z.number() }).describe(
    "one input at a time at its ends, the others in the middle; widest first",
  ),
  doubts: list(z.string()).describe("what is doubtful about the shares it rests on"),
  causes: list(causeSchema),
  flags: flagsSchema.nullable(),
  remedy: remedySchema.nullable(),
  imports: list(importYearSchema),
  grade: gradeSchema,
  sources: list(z.string()),
});
export type Chokepoint = z.infer<typeof chokepointSchema>;

export const chokepointReportSchema = object({
  question: z.string(),
  finding: z.string(),
  home: z.string().nullable(),
  months: z.number().describe("from today, over which the loss is averaged that orders them"),
  makingKnown: z.boolean().describe("whether any source says that the home makes one of the final products"),
  dependsOn: list(dependenceSchema).describe("where the making of the home is not known: what it depends on, and on whom"),
  source: z.string().nullable(),
  asOf: z.string(),
  total: z.number().describe("technologies ranked before --top was applied"),
  ranked: list(chokepointSchema),
  finalProducts: list(chokepointSchema).describe(
    "final products withheld from their users: the part of the use that is lost, ranked apart",
  ),
  unplaced: list(chokepointSchema).describe("what rests on one document of shares older than five years: shown, but in no place"),
  notApplicable: objects({ technology: z.string(), reason: z.string() }).describe(
    "technologies whose withholding cannot reach what the home makes or uses",
  ),
  unknown: list(z.string()).describe("technologies without any known share: their score lies anywhere in 0..1"),
  names: z.record(z.string(), z.string()).describe("by id, names of the economies and technologies that are given by their id alone"),
  evidence: evidenceSchema,
});
export type ChokepointReport = z.infer<typeof chokepointReportSchema>;
