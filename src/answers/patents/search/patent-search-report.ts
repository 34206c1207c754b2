import { z } from "zod";
import { evidenceSchema } from "../../shared/evidence.ts";
import { list, object, objects } from "../../shared/schema.ts";

const facetSchema = object({
  values: objects({ value: z.string(), name: z.string(), documents: z.number() }).describe("documents with it, most first, at most ten"),
  total: z.number().describe("distinct values, before the list was cut"),
  without: z.number().describe("documents of which none is known"),
});
export type PatentFacet = z.infer<typeof facetSchema>;

/** Documents that a search finds. */
export const patentSearchSchema = object({
  words: list(z.string()).describe("words, phrases and values as they were read"),
  reading: z.string().describe("the whole search as it was read, with OR, NOT and brackets"),
  total: z.number().describe("documents found, before the list was cut"),
  families: z.number().describe("families that they are of"),
  searched: z.number().describe("documents that are loaded, in which they were sought"),
  found: objects({
    document: z.string(),
    title: z.string().nullable(),
    holders: objects({ holder: z.string(), name: z.string() }),
    day: z.string().nullable(),
    technologies: objects({ technology: z.string(), name: z.string() }),
    citedBy: z.number().nullable(),
    inTitle: z.number().describe("words and phrases that its title contains"),
  }).describe("most words in the title first, then most cited"),
  facets: object({
    office: facetSchema,
    year: facetSchema.describe("of the grant, else of the first publication"),
    holder: facetSchema,
    technology: facetSchema,
    class: facetSchema.describe("subclasses of CPC and IPC"),
    type: facetSchema,
    status: facetSchema.nullable().describe("on the day asked for; null: over 20,000 documents"),
  })
    .nullable()
    .describe("counts of all found documents; null: not asked for"),
  evidence: evidenceSchema,
});
export type PatentSearch = z.infer<typeof patentSearchSchema>;

/** Patents most like a patent or a text. */
export const similarPatentsSchema = object({
  document: z.string().nullable().describe("the patent that others are compared with; null: a text"),
  compared: z.number().describe("documents with such texts in English"),
  texts: z
    .enum(["titles-and-abstracts", "titles"])
    .describe("what is compared: titles alone if the patent has no abstract in English, or for a text no patent has one"),
  latent: z.boolean().describe("whether words that patents use together count as like: from 1,000 compared patents on"),
  found: objects({
    document: z.string(),
    score: z.number().describe("likeness, 0..1: the mean of that of words and of what patents use together; of words alone if not latent"),
    words: z.number().describe("cosine of the weighted words, 0..1"),
    title: z.string().nullable(),
    holder: z.string().nullable(),
    day: z.string().nullable(),
  })
    .nullable()
    .describe("best first; null: the patent has no title in English"),
  evidence: evidenceSchema,
});
export type SimilarPatents = z.infer<typeof similarPatentsSchema>;

/** Searches that are kept, with what they find now beside what they found then. */
export const keptSearchesSchema = objects({
  name: z.string(),
  query: z.string(),
  savedAt: z.string(),
  before: z.number().describe("documents found when it was kept"),
  now: z.number().nullable().describe("documents found now; null: the search cannot be run, problem says why"),
  added: list(z.string()).describe("documents found now and not then, the first 100"),
  addedTotal: z.number(),
  gone: z.number().describe("documents found then and not now"),
  problem: z.string().nullable(),
});

export const savedSearchesSchema = object({ searches: keptSearchesSchema, evidence: evidenceSchema });
export type SavedSearches = z.infer<typeof savedSearchesSchema>;
