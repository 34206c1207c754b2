import { readFileSync } from "node:fs";
import { z } from "zod";
import { bundledFile } from "../../../base/built-file.ts";
import { once } from "../../../link/link-table.ts";
import { checkedRows } from "../../shared/checked-rows.ts";
import { gradeSchema, intervalSchema } from "../../shared/evidence.ts";
import { fields, list, object } from "../../shared/schema.ts";

/** What units a figure of others may have, by the number of ours that answers the same question. */
const unitsOf = {
  "gdp-share": ["pct of GDP", "pct of GDP, summed"],
  "use-gdp-share": ["pct of GDP", "pct of GDP, summed"],
  "sales-gdp-share": ["pct of GDP", "pct of GDP, summed"],
  usd: ["USD bn", "USD bn a year"],
  sales: ["USD bn", "USD bn a year"],
  loss: ["pct"],
} as const;

export type OurNumber = keyof typeof unitsOf;
export type TheirUnit = (typeof unitsOf)[OurNumber][number];
export const ourNumbers = Object.keys(unitsOf) as [OurNumber, ...OurNumber[]];
const theirUnits = [...new Set(Object.values(unitsOf).flat())] as [TheirUnit, ...TheirUnit[]];

const file = "published-models.csv";

const text = z.string().trim().min(1, "is empty").max(2000);
const figure = z
  .string()
  .regex(/^$|^-?\d+(\.\d+)?$/, "is not a number")
  .transform((cell) => (cell === "" ? null : Number(cell)));

const rowSchema = z
  .strictObject({
    ...fields(text, "id", "scenario", "question", "quantity", "target"),
    low: figure,
    high: figure,
    unit: z.enum(theirUnits),
    ours: z.union([z.enum(ourNumbers), z.literal("").transform(() => null)], `is none of ${ourNumbers.join(", ")}`),
    months: figure.refine((months) => months === null || (Number.isInteger(months) && months >= 1 && months <= 60), "is not 1 to 60"),
    title: text,
    publisher: text,
    year: z
      .string()
      .regex(/^(19|20)\d\d$/, "is not a year")
      .transform(Number),
    url: z.url("is not a web address").max(2000),
    note: z.string().transform((cell) => (cell === "" ? null : cell)),
    why: text,
  })
  .refine(({ low, high }) => low !== null || high !== null, "has neither `low` nor `high`")
  .refine(({ low, high }) => low === null || high === null || low <= high, "has its lower end above the upper")
  .refine(({ ours, months }) => (ours === null) === (months === null), "has one of `ours` and `months` without the other")
  .refine(({ ours, unit }) => ours === null || unitsOf[ours].some((fits) => fits === unit), "has a unit that `ours` does not have");

/** What others published: a figure, its unit and source, and which number of ours answers the same question over how many months. */
export type PublishedRow = z.infer<typeof rowSchema>;

/** Reads the table of what others published. Throws LM_ATLAS_INVALID that names each row that is wrong. */
export const readPublishedRows = (content: string): readonly PublishedRow[] => checkedRows(file, content, rowSchema, ({ id }) => id);

/** The figures of the bundled data. Throws LM_ATLAS_INVALID. */
export const publishedRows: () => readonly PublishedRow[] = once(() => readPublishedRows(readFileSync(bundledFile(file), "utf8")));

/** How ours lies to theirs. */
const standings = ["below", "overlaps", "above"] as const;

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
