import { z } from "zod";
import { grades } from "../../base/grade.ts";
import { list, object, objects } from "./schema.ts";

/** How sure a figure is; see `docs/data.md`. A mixed answer carries the weakest grade of what it rests on. */
export const gradeSchema = z.enum(grades).meta({ id: "Grade" });
export type Grade = z.infer<typeof gradeSchema>;

export const intervalSchema = z
  .tuple([z.number(), z.number(), z.number()])
  .readonly()
  .meta({ id: "Interval", description: "[low, mid, high]" });

/** A document a figure was read in. */
export const documentSchema = object({
  id: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  year: z.number().nullable(),
  published: z.string().nullable(),
  url: z.string().nullable(),
  locator: z.string().nullable(),
  class: z.string().nullable(),
  access: z.string().nullable(),
}).meta({ id: "SourceDocument" });
export type SourceDocument = z.infer<typeof documentSchema>;

/** What an answer rests on: documents, rules of the method, loads, and what it cannot know. */
export const evidenceSchema = object({
  grade: gradeSchema,
  documents: list(documentSchema),
  rules: list(z.string()),
  loads: objects({ id: z.string(), source: z.string(), edition: z.string().nullable() }),
  limits: list(z.string()),
}).meta({ id: "Evidence" });
export type Evidence = z.infer<typeof evidenceSchema>;
