import { z } from "zod";
import { evidenceSchema, intervalSchema } from "../shared/evidence.ts";
import { fields, list, object, objects } from "../shared/schema.ts";

/** A sentence with the figure that it tells, where that comes from, and the command that tells more of it. */
const sentenceSchema = object({
  text: z.string(),
  detail: z.string().nullable().describe("what there is beyond a page; null: no more"),
  interval: intervalSchema
    .nullable()
    .describe("of its main figure: low end, middle, high end of 8 in 10 draws; null: it has none, or one without an interval"),
  unit: z.string().nullable(),
  sources: list(z.string()).describe("ids of documents; none: as `rests` says"),
  rests: z
    .enum(["supply", "plan", "count"])
    .describe(
      "supply: the model of supply, on documents; plan: the plan, most of whose inputs are assumed; count: what is loaded and what is not, counted",
    ),
  command: z.string().nullable().describe("that tells the same figure with all it rests on"),
  technology: z.string().nullable().describe("id of the one that it is about; null: it is about none, or several"),
});
export type DossierSentence = z.infer<typeof sentenceSchema>;

/** The parts of a dossier, in their order. */
export const dossierParts = ["weak-links", "held", "next", "filing", "clout", "replies", "conditions", "unknown"] as const;
export type DossierPart = (typeof dossierParts)[number];

/** The whole question on one page: what a home depends on, holds, could lead in, where to file, what that takes from the other side and how it answers. */
export const dossierReportSchema = object({
  ...fields(z.string(), "question", "finding", "home", "homeName", "asOf"),
  against: z.string().nullable(),
  againstName: z.string().nullable(),
  means: object({
    plan: z.string().nullable().describe("the ready plan whose means are taken; null: of none"),
    money: z.number().describe("USD m a year, in the mean of the years"),
    years: z.number(),
    researchers: z.number().nullable().describe("in the mean of the years; null: no limit"),
    assumed: z.boolean().describe("false: money was asked for"),
    file: z.string().describe("the plan file behind it, to be solved by `levermap plan`"),
  }),
  near: object({
    gap: z.number().describe("no plan is better by more than this part of the best that may be, on the worlds that it is chosen on"),
    stopped: z.boolean().describe("the search ended before it was within a hundredth"),
    timeUp: z
      .number()
      .nullable()
      .describe("seconds that were given, where they were over before the answer was whole; null: they were not"),
  }).describe("how near the best the plan is"),
  basis: z.string().describe("what sentences without a document rest on"),
  parts: objects({ part: z.enum(dossierParts), title: z.string(), sentences: list(sentenceSchema) }),
  evidence: evidenceSchema,
});
export type DossierReport = z.infer<typeof dossierReportSchema>;
