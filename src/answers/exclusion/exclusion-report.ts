import { z } from "zod";
import { evidenceSchema, gradeSchema } from "../shared/evidence.ts";
import { boundsSchema, fields, list, object, objects } from "../shared/schema.ts";

export const drawnSchema = boundsSchema
  .unwrap()
  .extend({ median: z.number() })
  .readonly()
  .describe("median and the middle 80% of draws, every interval drawn evenly");

const exclusionHolderSchema = object({
  holder: z.string(),
  name: z.string(),
  organisation: z.string().nullable(),
  economy: z.string().nullable(),
  kind: z.enum(["practising", "assertion-entity"]).nullable().describe("null: unknown, so that the rates of all kinds count"),
  licensed: z.boolean().nullable(),
  part: boundsSchema.describe("of the value of the product it could exclude most of; the parts of holders do not add up"),
  usd: boundsSchema.nullable().describe("what it alone could exclude, over the products of known value"),
  patents: z.number().describe("documents that may be in force"),
});
export type ExclusionHolder = z.infer<typeof exclusionHolderSchema>;

const productExclusionSchema = object({
  product: z.string(),
  name: z.string(),
  part: boundsSchema.nullable().describe("E_J / V_J, 0..1; null where gap says why, which is never 0"),
  gap: z
    .enum(["no-patents", "no-patents-there", "none-of-holders"])
    .nullable()
    .describe("nothing loaded of its technologies; nothing of that jurisdiction; nothing granted there of these holders"),
  usd: boundsSchema.nullable().describe("E_J, USD a year: market access lost, not output lost"),
  drawn: drawnSchema.nullable(),
  value: boundsSchema.nullable().describe("V_J, USD a year"),
  lacks: z.enum(["market-size", "share"]).nullable().describe("what makes the value unknown"),
  royaltyUsd: boundsSchema.nullable().describe("what licences instead would cost, USD a year"),
  delayYears: boundsSchema.nullable().describe("until a product that avoids the claims is there"),
  clusters: z.number(),
  patents: z.number().describe("documents that may be in force there"),
  technologies: z.number().describe("that the product needs"),
  technologiesLoaded: z.number().describe("of these with a loaded patent anywhere"),
  technologiesThere: z.number().describe("and with one in the jurisdiction"),
});

export const exclusionCellSchema = object({
  from: z.string(),
  on: z.string(),
  usd: boundsSchema.nullable().describe("over the products of known exposure and value; null: unknown, never 0"),
  drawn: drawnSchema.nullable(),
  value: boundsSchema.nullable().describe("V_J over the same products"),
  royaltyUsd: boundsSchema.nullable(),
  delayYears: boundsSchema.nullable(),
  clusters: z.number(),
  patents: z.number(),
  products: list(productExclusionSchema),
  holders: list(exclusionHolderSchema).describe("that matter most"),
  holdersInAll: z.number(),
});
export type ExclusionCellReport = z.infer<typeof exclusionCellSchema>;

export const exclusionTermSchema = object({
  term: z.string().describe("v, x, g, u, royalty, delay"),
  of: z.string().describe("jurisdiction, kind of technology or of holder"),
  low: z.number(),
  high: z.number(),
  unit: z.string(),
  grade: gradeSchema,
  sources: list(z.string()),
  note: z.string(),
});
export type ExclusionTerm = z.infer<typeof exclusionTermSchema>;

export const exclusionCoverageSchema = object({
  documents: z.number(),
  withoutHolder: z.number().describe("they are not counted"),
  withFamily: z.number().describe("documents whose family, priority or continuation is loaded; the others stand alone"),
  holdersWithoutEconomy: z.number().describe("holders that count for no economy"),
  ...fields(z.number(), "holders", "clusters", "technologies", "technologiesLoaded"),
  offices: objects({ office: z.string(), documents: z.number() }),
});

export const exclusionReportSchema = object({
  question: z.string(),
  finding: z.string(),
  day: z.string().describe("on which patents must be in force"),
  basis: z.enum(["use", "make"]).describe("whether a product counts where it is used or made"),
  draws: z.number(),
  cells: list(exclusionCellSchema),
  terms: list(exclusionTermSchema).describe("the intervals that every figure is made of"),
  coverage: exclusionCoverageSchema,
  evidence: evidenceSchema,
});
export type ExclusionReport = z.infer<typeof exclusionReportSchema>;

/** What a denial of licences does. */
export const denialReportSchema = object({
  question: z.string(),
  finding: z.string(),
  day: z.string().describe("on which patents must be in force"),
  holders: list(z.string()).describe("as asked"),
  technologies: list(z.string()).nullable().describe("whose claims are denied, members of families too; null: all"),
  markets: objects({
    jurisdiction: z.string(),
    before: exclusionCellSchema.describe("all holders, as licences stand"),
    after: exclusionCellSchema.describe("all holders, the denied claims known to be unlicensed"),
    alone: exclusionCellSchema.describe("the denied claims alone"),
  }),
  reply: list(exclusionCellSchema).describe(
    "what holders of each jurisdiction could exclude in the home economies of those who deny, if they deny all licences",
  ),
  terms: list(exclusionTermSchema),
  coverage: exclusionCoverageSchema,
  evidence: evidenceSchema,
});
export type DenialReport = z.infer<typeof denialReportSchema>;
