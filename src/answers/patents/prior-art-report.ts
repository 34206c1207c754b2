import { z } from "zod";
import { placeSchema } from "../shared/record-place.ts";

const namedSchema = z.object({ holder: z.string(), name: z.string() }).readonly();

const countSchema = z
  .object({
    key: z.string().nullable().describe("null: unknown"),
    applications: z.number(),
    documents: z.number().describe("pairs of an application and a document it was refused over"),
    withHolder: z.number().describe("pairs whose cited document has a known holder"),
  })
  .readonly();

const citedSchema = z
  .object({
    cited: z.string().nullable().describe("document key; null for a paper"),
    literature: z.string().nullable(),
    holders: z.array(z.string()).readonly(),
    ground: z.string().nullable().describe("legal ground as the source prints it"),
    claims: z.string().nullable(),
    place: placeSchema,
  })
  .readonly();

export const priorArtSchema = z
  .object({
    refusals: z.number().describe("applications with any cited document or paper"),
    applications: z.number().describe("of these, with one that the examiner rests on"),
    citations: z.number().describe("documents and papers that the examiner rests on, by application"),
    documents: z.number(),
    literature: z.number().describe("papers"),
    withGround: z.number(),
    withClaims: z.number(),
    coverage: z
      .object({
        applicationsWithHolder: z.number(),
        documentsWithHolder: z.number(),
        both: z.number().describe("pairs with known holders on both sides: what `pairs` rests on"),
        distinctDocuments: z.number(),
        distinctDocumentsLoaded: z.number(),
        distinctDocumentsWithHolder: z.number(),
      })
      .readonly(),
    byOffice: z.array(countSchema).readonly().describe("by the office that refused"),
    byCitedOffice: z.array(countSchema).readonly().describe("by the office of the cited document"),
    byClass: z.array(countSchema).readonly().describe("by subclass of the application, shared equally among its subclasses"),
    byYear: z.array(countSchema).readonly().describe("by year of filing"),
    byGround: z.array(z.object({ ground: z.string().nullable(), citations: z.number() }).readonly()).readonly(),
    refused: z
      .array(z.object({ holder: z.string(), name: z.string(), applications: z.number(), documents: z.number() }).readonly())
      .readonly()
      .describe("holders whose applications were refused, most first"),
    pairs: z
      .array(
        z
          .object({
            refused: namedSchema,
            over: namedSchema,
            documents: z.number(),
            applications: z.number(),
            blocks: z
              .array(
                z
                  .object({
                    application: z.string(),
                    cited: z.string(),
                    ground: z.string().nullable(),
                    claims: z.string().nullable(),
                    date: z.string().nullable(),
                  })
                  .readonly(),
              )
              .readonly(),
          })
          .readonly(),
      )
      .readonly()
      .describe("who was refused over whose documents, most first"),
    mostCited: z
      .array(
        z
          .object({ document: z.string(), title: z.string().nullable(), holders: z.array(z.string()).readonly(), applications: z.number() })
          .readonly(),
      )
      .readonly(),
    newest: z
      .array(
        z
          .object({
            application: z.string(),
            office: z.string(),
            date: z.string().nullable(),
            title: z.string().nullable(),
            holders: z.array(z.string()).readonly(),
            classes: z.array(z.string()).readonly(),
            over: z.array(citedSchema).readonly(),
          })
          .readonly(),
      )
      .readonly()
      .describe("the newest refusals"),
  })
  .readonly();
export type PriorArt = z.infer<typeof priorArtSchema>;
