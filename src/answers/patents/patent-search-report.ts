import { z } from "zod";
import { evidenceSchema } from "../shared/evidence.ts";
import { list, object, objects } from "../shared/schema.ts";

/** Documents whose title, abstract or holders contain all words. */
export const patentSearchSchema = object({
  words: list(z.string()),
  total: z.number().describe("documents found, before the list was cut"),
  found: objects({
    document: z.string(),
    title: z.string().nullable(),
    holders: list(z.string()),
    day: z.string().nullable(),
    technologies: list(z.string()),
    citedBy: z.number().nullable(),
    inTitle: z.number().describe("words that its title contains"),
  }).describe("most words in the title first, then most cited"),
  evidence: evidenceSchema,
});
export type PatentSearch = z.infer<typeof patentSearchSchema>;
