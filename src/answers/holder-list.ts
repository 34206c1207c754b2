import { z } from "zod";
import { evidenceSchema } from "./evidence.ts";
import { inForceSchema, printedNameSchema } from "./technology-patents-report.ts";

export const holderLineSchema = z
  .object({
    holder: z.string(),
    name: z.string(),
    organisation: z.string().nullable().describe("id in the atlas"),
    economy: z.string().nullable(),
    documents: z.number(),
    names: z.array(printedNameSchema).readonly(),
  })
  .readonly();

/** Holders of patents, most documents first. */
export const holderListSchema = z
  .object({
    technology: z.object({ id: z.string(), name: z.string() }).readonly().nullable(),
    scope: z.array(z.string()).readonly().describe("technologies whose patents count; empty: all patents"),
    holders: z.array(holderLineSchema).readonly(),
    total: z.number().describe("holders in all"),
    documents: z.number().describe("loaded documents"),
    withoutHolder: z.number(),
    evidence: evidenceSchema,
  })
  .readonly();
export type HolderList = z.infer<typeof holderListSchema>;

/** All that is known of one holder of patents. */
export const holderCardSchema = z
  .object({
    holder: z.string(),
    name: z.string(),
    organisation: z.string().nullable(),
    economy: z.string().nullable(),
    documents: z.number(),
    granted: z.number(),
    names: z.array(z.object({ name: z.string(), rule: z.string(), documents: z.number() }).readonly()).readonly(),
    technologies: z.array(z.object({ technology: z.string(), name: z.string(), documents: z.number() }).readonly()).readonly(),
    unassigned: z.number().describe("documents that no rule puts into a technology"),
    years: z.array(z.object({ year: z.number().nullable(), documents: z.number() }).readonly()).readonly(),
    citedBy: z.number().describe("citations by loaded documents"),
    inForce: inForceSchema,
    asOf: z.string(),
    evidence: evidenceSchema,
  })
  .readonly();
export type HolderCard = z.infer<typeof holderCardSchema>;
