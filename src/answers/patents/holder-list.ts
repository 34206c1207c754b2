import { z } from "zod";
import { caseEndSchema } from "../exclusion/freedom-report.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { placeSchema } from "../shared/record-place.ts";
import { list, object, objects } from "../shared/schema.ts";
import { inForceSchema, printedNameSchema } from "./technology-patents-report.ts";

export const holderLineSchema = object({
  holder: z.string(),
  name: z.string(),
  organisation: z.string().nullable().describe("id in the atlas"),
  economy: z.string().nullable(),
  documents: z.number(),
  names: list(printedNameSchema),
});

/** Holders of patents, most documents first. */
export const holderListSchema = object({
  technology: object({ id: z.string(), name: z.string() }).nullable(),
  scope: list(z.string()).describe("technologies whose patents count; empty: all patents"),
  holders: list(holderLineSchema),
  total: z.number().describe("holders in all"),
  documents: z.number().describe("loaded documents"),
  withoutHolder: z.number(),
  evidence: evidenceSchema,
});
export type HolderList = z.infer<typeof holderListSchema>;

/** All that is known of one holder of patents. */
export const holderCardSchema = object({
  holder: z.string(),
  name: z.string(),
  organisation: z.string().nullable(),
  economy: z.string().nullable(),
  documents: z.number(),
  granted: z.number(),
  names: objects({ name: z.string(), rule: z.string(), documents: z.number() }),
  technologies: objects({ technology: z.string(), name: z.string(), documents: z.number() }),
  unassigned: z.number().describe("documents that no rule puts into a technology"),
  years: objects({ year: z.number().nullable(), documents: z.number() }),
  citedBy: z.number().describe("citations by loaded documents"),
  inForce: inForceSchema,
  caseCount: object({ owner: z.number(), other: z.number() }).describe("suits, ITC cases, reviews and licences, each once"),
  cases: objects({
    id: z.string(),
    side: z.enum(["owner", "other"]).describe("owner of the patents, or the other side: defendant, petitioner of a review"),
    printed: z.string(),
    rule: z.string(),
    against: objects({ holder: z.string(), name: z.string() }),
    forum: z.string(),
    kind: z.string(),
    title: z.string().nullable(),
    technologies: list(z.string()),
    filed: z.string().nullable(),
    decided: z.string().nullable(),
    outcome: z.string().nullable(),
    ended: caseEndSchema,
    url: z.string().nullable(),
    place: placeSchema,
  }).describe("the newest"),
  asOf: z.string(),
  evidence: evidenceSchema,
});
export type HolderCard = z.infer<typeof holderCardSchema>;
