import { z } from "zod";
import { evidenceSchema } from "../../shared/evidence.ts";
import { boundsSchema, fields, list, object, objects } from "../../shared/schema.ts";
import { countsSchema, holderCardSchema, inForceSchema, patentHolderSchema, spreadSchema } from "../technology-patents-report.ts";
import { adviceSchemas, technologyRef } from "./advice-report.ts";

const judgedSchema = object({
  technology: technologyRef,
  documents: z.number().describe("of the holder"),
  families: z.number().describe("of the holder"),
  units: z.number().describe("families of all holders that shares are of"),
  holding: patentHolderSchema
    .unwrap()
    .omit({ names: true })
    .readonly()
    .nullable()
    .describe("shares, originality and follow-up; null: none at the office asked for"),
  isEnough: z.boolean().describe("a holder is known for enough of these families to show shares"),
});

const blockingHolderSchema = object({
  holder: z.string(),
  name: z.string(),
  economy: z.string().nullable(),
  blocked: z.number().describe("pairs in which a document of the other cites one of the holder's"),
  blockedStrong: z.number().describe("of these marked X or Y"),
  blocks: z.number().describe("pairs in which a document of the holder cites one of the other's"),
  blocksStrong: z.number(),
});

const refusalSchema = object({ holder: z.string(), name: z.string(), applications: z.number(), documents: z.number() });

const groupSchema = object({
  technology: technologyRef,
  mainGroup: z.string().nullable(),
  patents: z.number().describe("documents that may be in force there"),
  without: boundsSchema.nullable().describe("what all others of its claims could exclude, USD a year"),
  adds: boundsSchema
    .nullable()
    .describe("how far the ends fall without this group; groups do not sum to the whole; null: no product that needs it has a known value"),
});

const marketSchema = object({
  office: z.string(),
  market: z.string().describe("economy or group"),
  documents: z.number().describe("of the holder at this office"),
  usd: boundsSchema.nullable().describe("what it could exclude if it licensed no one, USD a year; null: unknown, never 0"),
  unknown: z
    .enum(["no-patents", "no-patents-there", "none-of-holders", "market-size", "share"])
    .nullable()
    .describe(
      "why: no patents loaded of the technologies; none loaded there; none of the holder granted there; size or share of the market unknown",
    ),
  value: boundsSchema.nullable().describe("of the products of known exposure, USD a year"),
  groups: list(groupSchema),
  groupsInAll: z.number(),
});

/** What a holder has today. */
export const portfolioReportSchema = object({
  ...fields(z.string(), "question", "finding", "asOf"),
  holder: holderCardSchema.unwrap().pick({ holder: true, name: true, organisation: true, economy: true }).readonly(),
  technology: technologyRef.nullable(),
  office: z.string().nullable(),
  ...fields(z.number(), "documents", "granted", "families"),
  counts: countsSchema,
  unassigned: z.number().describe("documents that no rule puts into a technology"),
  citedByOthers: z.number().describe("loaded documents that cite one of these and have no holder with it in common"),
  inForce: inForceSchema,
  originality: spreadSchema,
  technologies: list(judgedSchema).describe("those with most families of the holder"),
  technologiesInAll: z.number(),
  expiry: object({
    years: objects({ year: z.number(), byEvent: z.number(), byTerm: z.number(), inForce: boundsSchema, statusUnknown: z.number() }),
    unknown: z.number().describe("granted, but their end is unknown"),
    notGranted: z.number(),
  }),
  blocks: object({
    holders: list(blockingHolderSchema).describe("by citations, most first"),
    holdersInAll: z.number(),
    refusedOver: list(refusalSchema).describe("who was refused over the holder's documents"),
    refusedBy: list(refusalSchema).describe("over whose documents the holder was refused"),
  }),
  caseCount: holderCardSchema.unwrap().shape.caseCount,
  cases: holderCardSchema.unwrap().shape.cases,
  exclusion: list(marketSchema),
  ...adviceSchemas,
  evidence: evidenceSchema,
});
export type PortfolioReport = z.infer<typeof portfolioReportSchema>;
