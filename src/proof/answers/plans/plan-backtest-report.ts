import { z } from "zod";
import { evidenceSchema } from "../../../answers/shared/evidence.ts";
import { boundsSchema, list, object, objects } from "../../../answers/shared/schema.ts";

const verdictSchema = z.enum(["beats", "ties", "loses", "too few to judge"]);

const choiceSchema = object({
  name: z.string(),
  cells: z.number().describe("distinct cells chosen"),
  judged: z.number().describe("of these with a known outcome"),
  relative: z.number().nullable().describe("mean over cells of how cited later families are; 1: as those of their technology and year"),
  filed: z.number().nullable().describe("families a cell filed in the years after the cut-off"),
  filedBefore: z.number().nullable().describe("families a cell filed in as many years up to it, as known then"),
});

const chosenSchema = object({
  cell: z.string(),
  technology: z.string(),
  name: z.string().describe("of the technology"),
  group: z.string(),
  families: z.number().describe("known at the cut-off"),
  filed: z.number(),
  relative: z.number().nullable(),
});

/** A plan from what was known at the end of a year, compared with what came after and with three simple ways to choose. */
export const planBacktestSchema = object({
  question: z.string(),
  finding: z.string(),
  verdict: verdictSchema.describe("beats: all three; loses: to at least one"),
  cutOff: z.number(),
  after: z.number().describe("years in which later families were filed"),
  lastLoaded: z.number().nullable().describe("last year of which a publication is loaded; null: none is"),
  technology: z.string().nullable(),
  known: z.number().describe("cells that had a family at the cut-off"),
  judged: z.number().describe("of these with a known outcome"),
  laterFamilies: z.number().describe("filed in these cells in the years after"),
  laterCitations: z.number().describe("of these families by documents of others, up to the end of the data"),
  needed: object({ cells: z.number(), citations: z.number() }),
  budget: z.number().describe("cells that each may choose"),
  seed: z.number(),
  chooser: z.string().describe("how the plan chose"),
  choices: list(choiceSchema).describe("the plan first"),
  differences: objects({
    baseline: z.string(),
    difference: z.number().nullable().describe("plan less baseline"),
    interval: boundsSchema
      .nullable()
      .describe("98.3%, so that three hold together in 95%, of 200 draws of the cells; null where too few to judge"),
    verdict: verdictSchema,
  }),
  chosen: list(chosenSchema).describe("cells of the plan"),
  evidence: evidenceSchema,
});
export type PlanBacktest = z.infer<typeof planBacktestSchema>;
