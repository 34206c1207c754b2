import { z } from "zod";
import { decays } from "../../leverage/halflife/half-life.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { boundsSchema, fields, list, object, objects } from "../shared/schema.ts";

/** Median and the middle 80% of draws. */
const drawnSchema = z
  .tuple([z.number(), z.number(), z.number()])
  .describe("[low, median, high]: median and the middle 80% of draws")
  .readonly();

const month = z.number().nullable().describe("null: not within the horizon");

/** How one thing that takes the force away does so over the draws. */
export const decaySchema = object({
  by: z.enum(decays),
  state: z.enum(["known", "nothing lost", "unknown"]).describe("nothing lost: in no draw anything is, so that there is nothing to halve"),
  reason: z.string().nullable().describe("why it is unknown; null where it is not"),
  halfLife: object({ low: month, median: month, high: month }).nullable().describe("months; median and the middle 80%"),
  never: z.number().nullable().describe("part of the draws in which half is not gone within the horizon"),
  left: list(z.number()).describe("part of the draws in which more than half is left after each of `months`"),
});
export type DecayLine = z.infer<typeof decaySchema>;

/** What an act does by a month. */
export const withholdingSchema = object({
  month: z.number(),
  loss: drawnSchema.describe("part of running output lost, or of the use of a final product that is withheld itself"),
  growth: drawnSchema.describe("new capacity not added by then, as a part of present output"),
  usdBn: drawnSchema.nullable().describe("the loss in USD bn a year; null: no value is published of what the home is known to make"),
  senderUsdBn: drawnSchema.nullable().describe("sales and own use the sender loses, USD bn a year; null: no market is published"),
});

/** One technology withheld, with the holder's share in two editions of a data set. */
export const trendSchema = object({
  ...fields(z.string(), "technology", "name", "source", "from", "to"),
  before: boundsSchema,
  after: boundsSchema,
});

export const halfLifeReportSchema = object({
  question: z.string(),
  finding: z.string(),
  technology: object({ id: z.string(), name: z.string(), supplyMode: z.string().nullable() }),
  home: z.string().nullable().describe("null: all the world but the holder"),
  holder: z.string(),
  asOf: z.string(),
  draws: z.number(),
  seed: z.number(),
  horizon: z.number().describe("months in which half is looked for"),
  unused: z.boolean().describe("by a source the home uses none of it today: `force` is then of what it would need"),
  force: drawnSchema.describe("x(0): part of its need that the home lacks at the start, before anybody fills in"),
  forceIfHomes: drawnSchema
    .nullable()
    .describe("the same if all supply that no source names a holder of were the home's; null: none of it can be"),
  withoutForce: z.number().describe("part of the draws in which nothing is lost, so that there is nothing to halve"),
  months: list(z.number()),
  decays: list(decaySchema),
  trends: list(trendSchema),
  entrants: object({
    forecast: z.enum(["base rate", "hazard model"]),
    ...fields(z.number(), "pairs", "technologies", "from", "to"),
    skill: z.number().nullable().describe("of the hazard model over the base rate: 1 perfect, 0 no better; null: not scored"),
    skill80: boundsSchema.nullable().describe("its middle 80% over resampled technologies"),
    coverage: z.number().nullable().describe("part of later shares in the 80% interval of the forecast used"),
  })
    .nullable()
    .describe("what the decay without an act is forecast by, on how many pairs of dates; null: too few are on record"),
  patents: object({ inForce: z.number(), unknown: z.number(), left: list(z.number()).describe("by year from now, first 1") })
    .nullable()
    .describe("families of the holder expected in force; null: none loaded"),
  loses: z.enum(["output", "use"]).describe("what the losses below are parts of"),
  withholding: list(withholdingSchema),
  acted: objects({ from: z.number(), to: z.number(), loss: drawnSchema }).describe(
    "mean loss between two months of an act that began now and is not lifted",
  ),
  held: objects({
    years: z.number(),
    loss: drawnSchema.describe("mean over the first 12 months of an act that begins after so many years"),
    growth: drawnSchema,
    ofNow: drawnSchema.nullable().describe("as a part of what it would be now; null: nothing is lost now"),
  }).describe("empty: nothing is loaded that tells what wears it down"),
  choice: z.string().describe("to act now, or to hold in reserve, in words"),
  evidence: evidenceSchema,
});
export type HalfLifeReport = z.infer<typeof halfLifeReportSchema>;
