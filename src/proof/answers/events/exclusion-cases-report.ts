import { z } from "zod";
import { evidenceSchema } from "../../../answers/shared/evidence.ts";
import { boundsSchema, fields, list, object, objects, placeSchema } from "../../../answers/shared/schema.ts";

const forecastScoreSchema = object({
  cases: z.number(),
  granted: z.number(),
  brier: z.number().nullable().describe("mean squared distance of chance and outcome, 0 best"),
  skillCoin: z.number().nullable().describe("1 - brier / 0.25"),
  skillNever: z.number().nullable().describe("1 - brier / that of always saying never"),
  bins: objects({
    ...fields(z.number(), "from", "to", "cases"),
    predicted: z.number().nullable(),
    observed: z.number().nullable(),
    interval: boundsSchema.nullable(),
  }).describe("reliability curve"),
  misses: list(z.string()).describe("fifths whose outcomes differ from the predictions, in plain words"),
});

const chanceSchema = object({ chance: z.number(), interval: boundsSchema, basis: z.string(), sources: list(z.string()) }).nullable();

export const caseScoresSchema = object({
  question: z.string(),
  finding: z.string(),
  records: z.number(),
  cases: z.number().describe("each once, however many records it has"),
  terms: forecastScoreSchema.describe("u·v·x of exclusion exposure, from rates known before each case"),
  wins: forecastScoreSchema.describe("how often owners win in the forum, times u: published before, else from cases decided before"),
  leftOut: objects({ reason: z.string(), cases: z.number() }),
  forums: objects({
    forum: z.string(),
    attempted: z.number().describe("suits and ITC cases about patents"),
    granted: z.number().describe("ended with exclusion"),
    refused: z.number().describe("decided without exclusion, damages alone among them"),
    settled: z.number(),
    open: z.number().describe("pending, mixed or unclear"),
    years: boundsSchema
      .unwrap()
      .extend({ median: z.number(), cases: z.number() })
      .readonly()
      .nullable()
      .describe("filing to decision, with quartiles"),
    published: objects({
      quantity: z.string(),
      scope: z.string(),
      low: z.number(),
      high: z.number(),
      unit: z.string(),
      source: z.string().nullable(),
    }).describe("settlement and duration as others counted them"),
  }),
  rows: objects({
    id: z.string(),
    forum: z.string(),
    ...fields(z.string().nullable(), "filed", "decided", "outcome"),
    granted: z.boolean(),
    terms: chanceSchema,
    wins: chanceSchema,
    place: placeSchema,
  }).describe("the cases scored by either, newest first"),
  evidence: evidenceSchema,
});
export type CaseScores = z.infer<typeof caseScoresSchema>;
