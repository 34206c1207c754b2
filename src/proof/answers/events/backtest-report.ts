import { z } from "zod";
import { evidenceSchema, gradeSchema } from "../../../answers/shared/evidence.ts";
import { boundsSchema, fields, list, object, objects } from "../../../answers/shared/schema.ts";
import type { Reference } from "../../measure/events/act-totals.ts";
import { caseScoresSchema } from "./exclusion-cases-report.ts";

const spreadSchema = object({ low: z.number(), median: z.number(), high: z.number() }).describe("median and middle 80%");

/** What was measured, as the file has it. */
const eventReadingSchema = object({ date: z.string(), low: z.number(), high: z.number() });

const directionSchema = z.enum(["fall", "no change", "rise", "delay"]);

/** A prediction compared with its measurement. Losses are fractions: 0 nothing lost, 1 all lost; a rise is no loss. */
const rowScoreSchema = object({
  predicted: spreadSchema.describe("in the unit of the row"),
  predictedLoss: spreadSchema,
  width: z.number().describe("of the 80% interval of the loss"),
  measuredLoss: boundsSchema,
  magnitude: z.number().describe("predicted median minus middle of the measured loss"),
  direction: object({ predicted: directionSchema, measured: directionSchema, right: z.boolean() }),
  hit: z.boolean().describe("the measurement overlaps the 80% interval"),
  crps: z.number(),
  crpsNoLoss: z.number().describe("of a forecast that nothing is lost"),
  crpsFullLoss: z.number().describe("of a forecast that all is lost"),
  crpsStopped: z
    .number()
    .nullable()
    .describe("of a forecast that what stopped at the effect stays lost, without stock, recovery or other suppliers; null for a time"),
  crpsUniform: z.number().describe("of a forecast that takes any part from none to all as equally likely"),
  crpsClimatology: z
    .number()
    .nullable()
    .describe("of what all other acts of its kind lost, outages and measures of states apart; null without another act"),
});

const eventRowSchema = object({
  ...fields(z.string(), "of", "what", "unit"),
  from: eventReadingSchema.nullable(),
  last: eventReadingSchema.nullable().describe("the second of two measurements, or the only one"),
  output: z.string().nullable(),
  as: z.string().nullable(),
  status: z.enum(["scored", "input", "outside", "not scored"]),
  reason: z.string().nullable().describe("why it is not scored"),
  how: z.string().nullable().describe("the formula of the prediction"),
  assumed: list(z.string()).describe("what had to be assumed for it"),
  over: objects({ month: z.number(), low: z.number(), median: z.number(), high: z.number(), width: z.number() }).describe(
    "of an output over time: the part lost so many months after the effect, median and middle 80% and how wide that is",
  ),
  score: rowScoreSchema.nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
});

/** A parameter that predictions of an event rest on, as known before it. */
const usedParameterSchema = object({
  technology: z.string(),
  parameter: z.string(),
  low: z.number(),
  high: z.number(),
  unit: z.string(),
  grade: gradeSchema,
  source: z.string().nullable(),
  reason: z.string().nullable(),
});

const estimateSchema = object({ value: z.number(), low: z.number(), high: z.number() }).nullable();

/** Reference forecasts as the finding names them. */
export const referenceNames: Readonly<Record<Reference, string>> = {
  noLoss: '"no loss"',
  fullLoss: '"full loss"',
  stopped: "the part that was stopped",
  uniform: "any part equally likely",
  climatology: "what other acts lost",
};

const skillSchema = object({
  noLoss: estimateSchema,
  fullLoss: estimateSchema,
  stopped: estimateSchema,
  uniform: estimateSchema,
  climatology: estimateSchema,
}).describe("1 perfect, 0 no better than the reference, below 0 worse; acts weighted equally; the middle 80% over resampled acts");

const countSchema = {
  scored: z.number(),
  hits: z.number(),
  coverage: z.number().nullable().describe("part of the scored rows that are hits; 0.8 would be calibrated"),
  directionsRight: z.number(),
  meanWidth: z.number().nullable(),
};

const actTotalsSchema = object({
  acts: z.number().describe("acts with a scored row; events of one act count as one"),
  ...countSchema,
  meanCrps: z.number().nullable().describe("acts weighted equally"),
  skill: skillSchema,
});

const shockEventSchema = object({
  ...fields(z.string(), "id", "act", "file", "what"),
  kind: z.enum(["licence", "denial", "ban", "outage"]),
  announced: z.string().nullable(),
  date: z.string(),
  senders: list(z.string()),
  targets: list(z.string()),
  technologies: objects({ name: z.string(), id: z.string().nullable() }),
  note: z.string().nullable(),
  rows: list(eventRowSchema),
  totals: actTotalsSchema,
  endedBefore: list(z.string()).describe("acts of these files that had ended before it: only from these may anything be learnt for it"),
  misses: list(z.string()).describe("each row outside its 80% interval, in plain words"),
  parameters: list(usedParameterSchema),
});
export type ShockEvent = z.infer<typeof shockEventSchema>;
export type EventRowReport = z.infer<typeof eventRowSchema>;

/** Shocks that happened, predicted from what was known before each, against what was measured. */
export const backtestReportSchema = object({
  question: z.string(),
  finding: z.string(),
  draws: z.number(),
  seed: z.number(),
  totals: object({ all: actTotalsSchema, outages: actTotalsSchema, measures: actTotalsSchema }),
  events: list(shockEventSchema),
  patentCases: caseScoresSchema.describe("suits and ITC cases that are loaded, scored against base rates known when they were filed"),
  warnings: list(z.string()).describe("keys of the files that are not read"),
  evidence: evidenceSchema,
});
export type BacktestReport = z.infer<typeof backtestReportSchema>;
