import { z } from "zod";
import { documentSchema, evidenceSchema, gradeSchema, intervalSchema } from "../shared/evidence.ts";
import { shareLineSchema } from "./share-lines.ts";
import { cardControlsSchema } from "./technology-card-controls.ts";
import { cardHalfLifeSchema } from "./technology-card-half-life.ts";
import { cardPatentsSchema } from "./technology-card-patents.ts";

const range = z.object({ low: z.number(), high: z.number() }).readonly();

export const concentrationSchema = z
  .object({
    hhi: range.nullable().describe("Herfindahl-Hirschman index 0..1; null: unknown"),
    top: z.object({ holder: z.string(), low: z.number(), high: z.number() }).readonly().nullable(),
    highlyConcentrated: z.enum(["yes", "no", "perhaps", "unknown"]).describe("HHI over 0.18 (US DOJ/FTC 2023)"),
    unknownShare: z.number(),
  })
  .readonly();
export type Concentration = z.infer<typeof concentrationSchema>;

/** One line of the list of technologies. */
export const technologyLineSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    stage: z.string().nullable(),
    supplyMode: z.string().nullable(),
    nextGeneration: z.boolean(),
    parent: z.string().nullable().describe("the family it belongs to"),
    top: z.object({ economy: z.string(), share: z.number(), high: z.number() }).readonly().nullable(),
    hhi: range.nullable(),
    unknownShare: z.number(),
  })
  .readonly();

export const technologyListSchema = z
  .object({
    stages: z.array(z.object({ id: z.string(), name: z.string(), position: z.number() }).readonly()).readonly(),
    technologies: z.array(technologyLineSchema).readonly(),
    evidence: evidenceSchema,
  })
  .readonly();
export type TechnologyList = z.infer<typeof technologyListSchema>;

/** Shares that belong together: one basis, one kind of holder, one data set, one year. `used`: the row the model reads. */
export const shareRowSchema = z
  .object({
    basis: z.enum(["headquarters", "production", "sales"]),
    holderKind: z.enum(["economy", "organisation"]),
    dataset: z.string(),
    year: z.number().nullable(),
    used: z.boolean(),
    unknownShare: z.number(),
    shares: z.array(shareLineSchema).readonly(),
  })
  .readonly();

export const edgeSchema = z
  .object({
    technology: z.string(),
    name: z.string(),
    relation: z.enum(["requires", "variety", "process-order"]),
    criticality: z.string().nullable(),
    delta: range.nullable(),
    weight: range.nullable(),
    since: z.string().nullable(),
    grade: gradeSchema,
    source: z.string().nullable(),
    note: z.string().nullable(),
  })
  .readonly();

export const parameterLineSchema = z
  .object({
    parameter: z.string(),
    scope: z.string(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    unit: z.string(),
    year: z.number().nullable(),
    grade: gradeSchema,
    source: z.string().nullable(),
    note: z.string().nullable(),
    origin: z.enum(["technology", "default"]),
  })
  .readonly();

/** All that is known of one technology. */
export const technologyCardSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    stage: z.string().nullable(),
    supplyMode: z.string().nullable(),
    nextGeneration: z.boolean(),
    description: z.string().nullable(),
    aliases: z.array(z.string()).readonly(),
    concentration: z.object({ economies: concentrationSchema, organisations: concentrationSchema }).readonly(),
    shareRows: z.array(shareRowSchema).readonly(),
    needs: z.array(edgeSchema).readonly().describe("direct inputs"),
    neededBy: z.array(edgeSchema).readonly().describe("direct users"),
    varieties: z.array(edgeSchema).readonly(),
    varietyOf: z.array(edgeSchema).readonly(),
    substitutes: z.array(edgeSchema).readonly().describe("the other varieties of what it is a variety of"),
    upstream: z.array(z.string()).readonly().describe("all technologies it rests on"),
    downstream: z.array(z.string()).readonly().describe("all technologies that rest on it"),
    products: z.array(z.string()).readonly().describe("final products that need it"),
    parameters: z.array(parameterLineSchema).readonly(),
    firstVolumeUse: range.nullable().describe("years; null: unknown"),
    marketSize: z
      .object({ low: z.number(), high: z.number(), year: z.number().nullable(), source: z.string().nullable() })
      .readonly()
      .nullable(),
    codes: z
      .array(z.object({ scheme: z.string(), code: z.string(), relation: z.string(), source: z.string().nullable() }).readonly())
      .readonly(),
    plants: z
      .array(
        z
          .object({
            id: z.string(),
            owner: z.string(),
            economy: z.string(),
            place: z.string().nullable(),
            node: z.string().nullable(),
            source: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    controlsInForce: cardControlsSchema,
    worldScore: intervalSchema.nullable(),
    patents: cardPatentsSchema.nullable().describe("null: unknown, patentsReason says why"),
    patentsReason: z.string().nullable(),
    halfLife: cardHalfLifeSchema.nullable().describe("null: unknown, halfLifeReason says why"),
    halfLifeReason: z.string().nullable(),
    documents: z.array(documentSchema).readonly(),
    evidence: evidenceSchema,
  })
  .readonly();
export type TechnologyCard = z.infer<typeof technologyCardSchema>;
