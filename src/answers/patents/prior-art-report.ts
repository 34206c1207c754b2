import { z } from "zod";
import { freedomToOperateSchema } from "../exclusion/freedom-report.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { boundsSchema, fields, list, object, objects, placeSchema } from "../shared/schema.ts";

const namedSchema = object({ holder: z.string(), name: z.string() });

const countSchema = object({
  key: z.string().nullable().describe("null: unknown"),
  applications: z.number(),
  documents: z.number().describe("pairs of an application and a document it was refused over"),
  withHolder: z.number().describe("pairs whose cited document has a known holder"),
});

const citedSchema = object({
  cited: z.string().nullable().describe("document key; null for a paper"),
  literature: z.string().nullable(),
  holders: list(z.string()),
  ground: z.string().nullable().describe("legal ground as the source prints it"),
  claims: z.string().nullable(),
  place: placeSchema,
});

export const priorArtSchema = object({
  refusals: z.number().describe("applications with any cited document or paper"),
  applications: z.number().describe("of these, with one that the examiner rests on"),
  citations: z.number().describe("documents and papers that the examiner rests on, by application"),
  documents: z.number(),
  literature: z.number().describe("papers"),
  withGround: z.number(),
  withClaims: z.number(),
  coverage: object({
    applicationsWithHolder: z.number(),
    documentsWithHolder: z.number(),
    both: z.number().describe("pairs with known holders on both sides: what `pairs` rests on"),
    ...fields(z.number(), "distinctDocuments", "distinctDocumentsLoaded", "distinctDocumentsWithHolder"),
  }),
  byOffice: list(countSchema).describe("by the office that refused"),
  byCitedOffice: list(countSchema).describe("by the office of the cited document"),
  byClass: list(countSchema).describe("by subclass of the application, shared equally among its subclasses"),
  byYear: list(countSchema).describe("by year of filing"),
  byGround: objects({ ground: z.string().nullable(), citations: z.number() }),
  refused: objects({ holder: z.string(), name: z.string(), applications: z.number(), documents: z.number() }).describe(
    "holders whose applications were refused, most first",
  ),
  pairs: objects({
    refused: namedSchema,
    over: namedSchema,
    documents: z.number(),
    applications: z.number(),
    blocks: objects({
      application: z.string(),
      cited: z.string(),
      ...fields(z.string().nullable(), "ground", "claims", "date"),
    }),
  }).describe("who was refused over whose documents, most first"),
  mostCited: objects({ document: z.string(), title: z.string().nullable(), holders: list(z.string()), applications: z.number() }),
  newest: objects({
    application: z.string(),
    office: z.string(),
    date: z.string().nullable(),
    title: z.string().nullable(),
    holders: list(z.string()),
    classes: list(z.string()),
    over: list(citedSchema),
  }).describe("the newest refusals"),
});
export type PriorArt = z.infer<typeof priorArtSchema>;

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

const blockEvaluationSchema = object({
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
