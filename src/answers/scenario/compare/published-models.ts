import { readFileSync } from "node:fs";
import { z } from "zod";
import { bundledFile } from "../../../base/built-file.ts";
import { once } from "../../../link/link-table.ts";
import { checkedRows } from "../../shared/checked-rows.ts";
import { fields } from "../../shared/schema.ts";

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
