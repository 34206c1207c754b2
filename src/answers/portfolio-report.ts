import { z } from "zod";
import { boundsSchema } from "./bounds.ts";
import { evidenceSchema } from "./evidence.ts";
import { holderCardSchema } from "./holder-list.ts";
import { inForceSchema, patentHolderSchema, spreadSchema } from "./technology-patents-report.ts";

const technologyRef = z.object({ id: z.string(), name: z.string() }).readonly();

const judgedSchema = z
  .object({
    technology: technologyRef,
    documents: z.number().describe("of the holder"),
    families: z.number().describe("of the holder, publications where families are unknown"),
    units: z.number().describe("families of all holders that shares are of"),
    holding: patentHolderSchema
      .unwrap()
      .omit({ names: true })
      .readonly()
      .nullable()
      .describe("shares, originality and follow-up; null: none at the office asked for"),
  })
  .readonly();

const blockingHolderSchema = z
  .object({
    holder: z.string(),
    name: z.string(),
    economy: z.string().nullable(),
    blocked: z.number().describe("pairs in which a document of the other cites one of the holder's"),
    blockedStrong: z.number().describe("of these marked X or Y"),
    blocks: z.number().describe("pairs in which a document of the holder cites one of the other's"),
    blocksStrong: z.number(),
  })
  .readonly();

const refusalSchema = z.object({ holder: z.string(), name: z.string(), applications: z.number(), documents: z.number() }).readonly();

const groupSchema = z
  .object({
    technology: technologyRef,
    mainGroup: z.string().nullable(),
    patents: z.number().describe("documents that may be in force there"),
    without: boundsSchema.nullable().describe("what all others of its claims could exclude, USD a year"),
    adds: boundsSchema
      .nullable()
      .describe(
        "how far the ends fall without this group; groups do not sum to the whole; null: no product that needs it has a known value",
      ),
  })
  .readonly();

const marketSchema = z
  .object({
    office: z.string(),
    market: z.string().describe("economy or group"),
    documents: z.number().describe("of the holder at this office"),
    usd: boundsSchema.nullable().describe("what it could exclude if it licensed nobody, USD a year; null: unknown, never 0"),
    unknown: z
      .enum(["no-patents", "no-patents-there", "none-of-holders", "market-size", "share"])
      .nullable()
      .describe("why: nothing loaded of the technologies, nothing there, nothing granted there of the holder; size or share of the market"),
    value: boundsSchema.nullable().describe("of the products of known exposure, USD a year"),
    groups: z.array(groupSchema).readonly(),
    groupsInAll: z.number(),
  })
  .readonly();

export const filingSchema = z
  .object({
    office: z.string(),
    market: z.string(),
    families: z.number().describe("families of the holder with a document there"),
    stake: boundsSchema.nullable().describe("what one more group of claims could exclude, USD a year"),
    value: boundsSchema.nullable().describe("as royalty over the years in force, USD of today"),
    cost: boundsSchema.nullable().describe("filing to grant and upkeep, USD of today"),
    ratio: boundsSchema.nullable(),
    verdict: z.enum(["file", "open", "leave", "unknown"]),
    reason: z.enum(["stake-unknown", "royalty-unknown", "cost-unknown", "no-use-in-term", "covers-cost", "may-cover-cost", "below-cost"]),
  })
  .readonly();

const waitSchema = z
  .object({
    document: z.string().describe("the first of the family"),
    title: z.string().nullable(),
    holders: z.array(z.string()).readonly().describe("names"),
    technology: z.string(),
    citedBy: z.number().describe("documents of the holder that cite it"),
    lapses: z.number().nullable().describe("year"),
    inForce: boundsSchema.nullable(),
    citations: z.number().nullable().describe("by other holders in five years"),
    reasons: z.array(z.enum(["lapses-before-use", "lapses-soon", "unlikely-in-force", "few-citations"])).readonly(),
    question: z.string().describe("for counsel"),
  })
  .readonly();

const letGoSchema = z
  .object({
    document: z.string(),
    title: z.string().nullable(),
    documents: z.number(),
    age: z.number().describe("years from filing, or from publication where filing is unknown"),
    inForce: boundsSchema.nullable(),
    saved: boundsSchema.nullable().describe("fees until its terms end, USD, not discounted; null: unknown"),
    question: z.string(),
  })
  .readonly();

/** What a holder has today. */
export const portfolioReportSchema = z
  .object({
    question: z.string(),
    finding: z.string(),
    asOf: z.string(),
    holder: holderCardSchema.unwrap().pick({ holder: true, name: true, organisation: true, economy: true }).readonly(),
    technology: technologyRef.nullable(),
    office: z.string().nullable(),
    documents: z.number(),
    granted: z.number(),
    families: z.number(),
    unassigned: z.number().describe("documents that no rule puts into a technology"),
    citedByOthers: z.number().describe("loaded documents that cite one of these and have no holder with it in common"),
    inForce: inForceSchema,
    originality: spreadSchema,
    technologies: z.array(judgedSchema).readonly().describe("those with most families of the holder"),
    technologiesInAll: z.number(),
    expiry: z
      .object({
        years: z
          .array(
            z
              .object({ year: z.number(), byEvent: z.number(), byTerm: z.number(), inForce: boundsSchema, statusUnknown: z.number() })
              .readonly(),
          )
          .readonly(),
        unknown: z.number().describe("granted, but nothing tells when they end"),
        notGranted: z.number(),
      })
      .readonly(),
    blocks: z
      .object({
        holders: z.array(blockingHolderSchema).readonly().describe("by citations, most first"),
        holdersInAll: z.number(),
        refusedOver: z.array(refusalSchema).readonly().describe("who was refused over the holder's documents"),
        refusedBy: z.array(refusalSchema).readonly().describe("over whose documents the holder was refused"),
      })
      .readonly(),
    caseCount: holderCardSchema.unwrap().shape.caseCount,
    cases: holderCardSchema.unwrap().shape.cases,
    exclusion: z.array(marketSchema).readonly(),
    filing: z
      .array(
        z
          .object({
            technology: technologyRef,
            firstUse: z
              .object({ low: z.number(), high: z.number().nullable().describe("null: no end is told") })
              .readonly()
              .nullable()
              .describe("years"),
            offices: z.array(filingSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    waiting: z
      .object({ families: z.array(waitSchema).readonly(), inAll: z.number(), of: z.number().describe("families of others that it cites") })
      .readonly(),
    crossLicences: z
      .object({
        pairs: z
          .array(
            z.object({ holder: z.string(), name: z.string(), blocked: z.number(), blocks: z.number(), question: z.string() }).readonly(),
          )
          .readonly(),
        inAll: z.number(),
        variant: z.string().describe("what counts as a block"),
      })
      .readonly(),
    lettingGo: z
      .object({
        families: z.array(letGoSchema).readonly(),
        inAll: z.number(),
        saved: boundsSchema.nullable().describe("over all of known upkeep"),
        unknown: z.number().describe("families of which too little is known to tell"),
      })
      .readonly(),
    evidence: evidenceSchema,
  })
  .readonly();
export type PortfolioReport = z.infer<typeof portfolioReportSchema>;
