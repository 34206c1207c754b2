import { z } from "zod";
import { evidenceSchema } from "../shared/evidence.ts";

/** Documents whose title, abstract or holders contain all words. */
export const patentSearchSchema = z
  .object({
    words: z.array(z.string()).readonly(),
    total: z.number().describe("documents found, before the list was cut"),
    found: z
      .array(
        z
          .object({
            document: z.string(),
            title: z.string().nullable(),
            holders: z.array(z.string()).readonly(),
            day: z.string().nullable(),
            technologies: z.array(z.string()).readonly(),
            citedBy: z.number().nullable(),
            inTitle: z.number().describe("words that its title contains"),
          })
          .readonly(),
      )
      .readonly()
      .describe("most words in the title first, then most cited"),
    evidence: evidenceSchema,
  })
  .readonly();
export type PatentSearch = z.infer<typeof patentSearchSchema>;
