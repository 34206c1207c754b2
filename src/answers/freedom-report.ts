import { z } from "zod";
import { boundsSchema } from "./bounds.ts";
import { gradeSchema } from "./evidence.ts";
import { placeSchema } from "./record-place.ts";

export const sameAsSchema = z
  .array(z.object({ id: z.string(), rule: z.string() }).readonly())
  .readonly()
  .describe("other records of this case, and how they were told to be");

export const caseSchema = z
  .object({
    id: z.string(),
    sameAs: sameAsSchema,
    forum: z.string(),
    kind: z.string(),
    jurisdiction: z.string().nullable(),
    title: z.string().nullable(),
    plaintiff: z.string().nullable(),
    defendant: z.string().nullable(),
    owner: z.string().nullable().describe("of the patents: the defendant of a review, else the plaintiff"),
    filed: z.string().nullable(),
    decided: z.string().nullable(),
    outcome: z.string().nullable().describe("in the words of the source"),
    ended: z.enum(["won", "lost", "settled", "mixed", "open", "unclear"]).describe("for the owner of the patents"),
    amountUsd: z.number().nullable(),
    patents: z.array(z.string()).readonly(),
    technologies: z.array(z.object({ technology: z.string(), rule: z.string() }).readonly()).readonly(),
    url: z.string().nullable(),
    note: z.string().nullable(),
    place: placeSchema,
  })
  .readonly();

export const freedomToOperateSchema = z
  .object({
    records: z.number(),
    cases: z.number().describe("each once, whatever number of records tell of it"),
    withTechnology: z.number(),
    rows: z.array(caseSchema).readonly().describe("the newest"),
    registered: z.number(),
    events: z
      .array(
        z
          .object({
            document: z.string(),
            kind: z.string().describe("licensed, opposed, revoked"),
            date: z.string().nullable(),
            note: z.string().nullable(),
            holders: z.array(z.string()).readonly(),
            place: placeSchema,
          })
          .readonly(),
      )
      .readonly()
      .describe("what registers note of single patents, the newest"),
    rates: z
      .array(
        z
          .object({
            forum: z.string(),
            holderKind: z.string().nullable(),
            cases: z.number(),
            outcomes: z.record(z.string(), z.number()),
            rate: z.number().nullable().describe("won of those won or lost; null below five of them"),
            wilson: boundsSchema.nullable(),
            exact: boundsSchema.nullable(),
          })
          .readonly(),
      )
      .readonly()
      .describe("from the cases loaded; 80 % intervals"),
    published: z
      .array(
        z
          .object({
            quantity: z.string(),
            forum: z.string().nullable(),
            holderKind: z.string().nullable(),
            scope: z.string(),
            low: z.number().nullable(),
            high: z.number().nullable(),
            unit: z.string(),
            year: z.string().nullable(),
            source: z.string().nullable(),
            grade: gradeSchema,
            note: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly()
      .describe("base rates that others published"),
  })
  .readonly();
export type FreedomToOperate = z.infer<typeof freedomToOperateSchema>;
