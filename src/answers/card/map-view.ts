import { z } from "zod";
import { evidenceSchema, gradeSchema, intervalSchema } from "../shared/evidence.ts";
import { list, object, objects } from "../shared/schema.ts";
import { technologyFields } from "./technology-card.ts";

export const mapNodeSchema = object({
  ...technologyFields,
  parent: z.string().nullable().describe("folds into this technology until asked for"),
  marketSize: z.number().nullable().describe("USD bn a year; null: unknown"),
  score: intervalSchema.nullable().describe("chokepoint score for the home; null: unknown, anywhere in 0..1"),
  notApplicable: z.string().nullable().describe("why there is no score, where the reason is not missing shares"),
  rank: z.number().nullable(),
  holder: z.string().nullable(),
  withheldSince: z.string().nullable(),
  controls: object({
    issuers: z
      .array(z.string())
      .min(1)
      .readonly()
      .describe("whose controls are in force on the day, against anyone, on it or on what folds into it; at least these"),
    entriesUnknown: z.boolean().describe("linked to entries of a control list of which no edition of the day is loaded"),
  })
    .nullable()
    .describe("null: unknown, which is not clearance"),
  controlsUnknown: z
    .enum(["none recorded", "none recorded as in force", "linked entries not loaded"])
    .nullable()
    .describe("why it is unknown whose controls are in force"),
  unknownShare: z.number(),
  economies: objects({ economy: z.string(), share: z.number(), high: z.number() }),
  organisations: list(z.string()),
});
export type MapNode = z.infer<typeof mapNodeSchema>;

export const mapEdgeSchema = object({
  from: z.string().describe("input, or variety"),
  to: z.string().describe("user, or the family it belongs to"),
  relation: z.enum(["requires", "variety", "process-order"]),
  criticality: z.string().nullable(),
  grade: gradeSchema,
});
export type MapEdge = z.infer<typeof mapEdgeSchema>;

/** The whole map for one home: what the web page draws. */
export const mapViewSchema = object({
  finding: z.string(),
  controlsFinding: z.string().describe("the finding of the map when it is coloured by controls"),
  home: z.string().nullable(),
  asOf: z.string(),
  stages: objects({ id: z.string(), name: z.string(), position: z.number() }),
  nodes: list(mapNodeSchema),
  edges: list(mapEdgeSchema),
  economies: objects({ id: z.string(), name: z.string(), group: z.boolean() }).describe("possible homes and providers"),
  organisations: objects({ id: z.string(), name: z.string(), economy: z.string().nullable(), names: list(z.string()) }),
  evidence: evidenceSchema,
});
export type MapView = z.infer<typeof mapViewSchema>;
