import { z } from "zod";
import { evidenceSchema } from "../../../answers/shared/evidence.ts";
import { boundsSchema, fields, list, object, objects } from "../../../answers/shared/schema.ts";
import { forecasts, hidings } from "../../../leverage/halflife/pair-score.ts";

const parts = ["all", "withheld in that time", "not known to be withheld"] as const;
/** Which pairs a row of scores is of. */
export type ScoredPart = (typeof parts)[number];

const testSchema = object({
  hiding: z
    .enum(hidings)
    .describe("other technologies: learnt from the pairs of all others; known before: from what was known when the first share was"),
  part: z.enum(parts),
  ...fields(z.number(), "scored", "leftOut", "technologies"),
  forecasts: objects({
    forecast: z.enum(forecasts),
    crps: z.number().describe("error of the whole forecast, in shares; technologies weighted equally"),
    skill: z.number().describe("1 - CRPS / CRPS of the base rate: 1 perfect, 0 no better, negative worse"),
    skill80: boundsSchema.describe("its middle 80% over resampled technologies"),
    coverage: z.number().describe("part of the later shares in the 80% interval"),
    width: z.number().describe("mean width of that interval"),
  }),
});

const classSchema = object({
  of: z.string(),
  ...fields(z.number(), "steps", "technologies", "years"),
  share: z.number().describe("the median at the start, from which the next two columns go on"),
  after5: object({ low: z.number(), median: z.number(), high: z.number() }).describe("a later figure of it, five years on; middle 80%"),
  lost: objects({ years: z.number(), chance: z.number(), chance80: boundsSchema }).describe(
    "chance that it has been at half within so many years; middle 80% over resampled technologies",
  ),
});
export type BaseClass = z.infer<typeof classSchema>;

const forecastSchema = object({ low: z.number(), median: z.number(), high: z.number(), hit: z.boolean(), crps: z.number() });

const pairLineSchema = object({
  ...fields(z.string(), "technology", "name", "holder"),
  ...fields(z.number(), "from", "to"),
  before: boundsSchema,
  after: boundsSchema,
  withheld: z.boolean().describe("a control of the holder on it is known to have begun in that time"),
  predicted: forecastSchema.describe("the later share by the forecast that is used, learnt from other technologies; middle 80%"),
  ifWithheld: forecastSchema.describe("the same as if the holder had withheld since the first date"),
  crpsNothing: z.number().describe("of a forecast that nothing changes"),
});
export type PairLine = z.infer<typeof pairLineSchema>;

/** Forecasts of shares of top holders compared with their later shares. */
export const halfLifeScoreSchema = object({
  ...fields(z.string(), "finding", "source", "from", "to"),
  months: z.number().nullable().describe("between two editions; null: pairs of different lengths"),
  ...fields(z.number(), "draws", "seed"),
  used: z.enum(["base rate", "hazard model"]).describe("what half-lives use for the decay without an act"),
  pairs: z.number(),
  technologies: z.number(),
  halved: z.number().describe("pairs whose later share is half of the first or less"),
  tests: list(testSchema),
  base: list(classSchema),
  effects: objects({ trait: z.string(), effect: z.number() }).describe(
    "of the hazard model: change of the log odds a year by one standard deviation of a trait; all 0: it says what the base rate says",
  ),
  lines: list(pairLineSchema),
  misses: list(z.string()),
  evidence: evidenceSchema,
});
export type HalfLifeScore = z.infer<typeof halfLifeScoreSchema>;
