import { z } from "zod";
import { gradeSchema, intervalSchema } from "../../shared/evidence.ts";
import { list, object } from "../../shared/schema.ts";
import { ourNumbers } from "./published-models.ts";

/** How ours lies to theirs. */
export const standings = ["below", "overlaps", "above"] as const;

const figureSchema = object({
  id: z.string(),
  scenario: z.string().describe("the ready scenario that asks the same or the nearest question"),
  question: z.string().describe("what theirs asks"),
  quantity: z.string().describe("what their figure is of"),
  target: z.string().describe("whose loss or cost it is"),
  months: z.number().nullable().describe("over which months from the start ours is; null: there is none"),
  theirs: object({
    low: z.number().nullable().describe("null: theirs has an upper bound alone"),
    high: z.number().nullable().describe("null: theirs has a lower bound alone"),
    unit: z.string(),
    note: z.string().nullable(),
    grade: gradeSchema,
  }),
  ours: object({
    number: z.enum(ourNumbers),
    interval: intervalSchema.describe("in the unit of theirs: middle 80% of the draws and their median, [low, median, high]"),
    unit: z.string(),
    what: z.string(),
    grade: gradeSchema,
  }).nullable(),
  reason: z.string().nullable().describe("why there is none of ours; null: there is"),
  stands: z.enum(standings).nullable().describe("how the interval of ours lies to theirs; null: there is none of ours"),
  why: z.string().describe("why the answers differ"),
  source: object({ title: z.string(), publisher: z.string(), year: z.number(), url: z.string() }),
});
export type PublishedFigure = z.infer<typeof figureSchema>;

export const publishedFiguresSchema = list(figureSchema).describe("what others published on the question, each beside ours");
