import { z } from "zod";
import { evidenceSchema, intervalSchema } from "../../shared/evidence.ts";
import { list, object, objects } from "../../shared/schema.ts";
import { scenarioHeadSchema } from "../simulate-report.ts";

const pairSchema = object({
  first: intervalSchema.nullable().describe("null: not asked in the first"),
  second: intervalSchema.nullable().describe("null: not asked in the second"),
  difference: intervalSchema
    .nullable()
    .describe("second less first, draw by draw: its own middle 80% and median; null: asked in one of them only"),
  more: z.number().nullable().describe("part of the draws in which the second is greater; null: asked in one of them only"),
});
export type ComparedPair = z.infer<typeof pairSchema>;

const series = list(pairSchema).describe("one a horizon");

/** Two scenarios on the same draws. */
export const compareReportSchema = object({
  question: z.string(),
  finding: z.string(),
  first: scenarioHeadSchema,
  second: scenarioHeadSchema,
  horizons: list(z.number()),
  draws: z.number(),
  seed: z.number(),
  targets: objects({
    code: z.string(),
    name: z.string(),
    inBoth: z.boolean().describe("false: a target of one of them only, and not asked in the other"),
    loss: series.nullable().describe("part of running output; null: unknown in one of them"),
    growth: series
      .nullable()
      .describe("new capacity not added, as part of present output; null: no tool is touched, or it is unknown in one of them"),
    usd: series.nullable().describe("USD bn a year; null: not known in one of them"),
  }),
  senders: objects({
    code: z.string(),
    name: z.string(),
    inBoth: z.boolean().describe("false: acts in one of them only, and is not asked in the other"),
    sales: series.nullable().describe("sales lost, USD bn a year; null: unknown in one of them"),
  }),
  usd: series
    .nullable()
    .describe("running output lost of all targets of both, USD bn a year; null: of one it is not known, or none is a target of both"),
  sales: series.nullable().describe("sales lost of all who act in both, USD bn a year; null: unknown of one, or none acts in both"),
  evidence: evidenceSchema,
});
export type CompareReport = z.infer<typeof compareReportSchema>;
