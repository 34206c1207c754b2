import { z } from "zod";
import { freedomToOperateSchema } from "../../exclusion/freedom-report.ts";
import { evidenceSchema } from "../../shared/evidence.ts";
import { boundsSchema, fields, object } from "../../shared/schema.ts";
import { priorArtSchema } from "../prior-art-report.ts";

const scoreSchema = object({
  recall: boundsSchema.unwrap().extend({ mean: z.number() }).readonly(),
  reciprocalRank: boundsSchema.unwrap().extend({ mean: z.number() }).readonly(),
}).nullable();

const retrievalSchema = object({
  ...fields(z.number(), "queries", "queriesLeftOut", "relevant", "relevantMissing"),
  method: scoreSchema,
  baseline: scoreSchema.describe("the earlier documents with most citations"),
  gain: scoreSchema.describe("method less baseline"),
});

export const blockEvaluationSchema = object({
  finding: z.string(),
  coverage: object({
    ...fields(z.number(), "queries", "queriesWithText", "found", "foundWithText", "searched"),
  }),
  text: retrievalSchema.nullable(),
  textAndClasses: retrievalSchema.nullable(),
});
export type BlockEvaluation = z.infer<typeof blockEvaluationSchema>;

export const blocksReportSchema = object({
  question: z.string(),
  finding: z.string(),
  office: z.string().nullable(),
  technology: z.string().nullable(),
  priorArt: priorArtSchema.describe("refusals: about patentability, not infringement"),
  freedomToOperate: freedomToOperateSchema.describe("suits, ITC cases, reviews and licences: the check on exclusion"),
  evaluation: blockEvaluationSchema.nullable().describe("how well a ranking by text finds what examiners found; only where asked for"),
  evidence: evidenceSchema,
});
export type BlocksReport = z.infer<typeof blocksReportSchema>;
