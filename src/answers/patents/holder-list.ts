import { z } from "zod";
import { caseEndSchema } from "../exclusion/freedom-report.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { placeSchema } from "../shared/record-place.ts";
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
    caseCount: z.object({ owner: z.number(), other: z.number() }).readonly().describe("suits, ITC cases, reviews and licences, each once"),
    cases: z
      .array(
        z
          .object({
            id: z.string(),
            side: z.enum(["owner", "other"]).describe("owner of the patents, or the other side: defendant, petitioner of a review"),
            printed: z.string(),
            rule: z.string(),
            against: z.array(z.object({ holder: z.string(), name: z.string() }).readonly()).readonly(),
            forum: z.string(),
            kind: z.string(),
            title: z.string().nullable(),
            technologies: z.array(z.string()).readonly(),
            filed: z.string().nullable(),
            decided: z.string().nullable(),
            outcome: z.string().nullable(),
            ended: caseEndSchema,
            url: z.string().nullable(),
            place: placeSchema,
          })
          .readonly(),
      )
      .readonly()
      .describe("the newest"),
    asOf: z.string(),
    evidence: evidenceSchema,
  })
  .readonly();
export type HolderCard = z.infer<typeof holderCardSchema>;
