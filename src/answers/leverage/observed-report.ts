import { z } from "zod";
import { gradeSchema } from "../shared/evidence.ts";
import { boundsSchema, fields, list, object } from "../shared/schema.ts";

const figure = {
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  date: z.string().nullable(),
  grade: gradeSchema,
  source: z.string().nullable(),
  note: z.string().nullable(),
};

const technologies = list(z.string()).describe("of what is withheld, those that it concerns");

const saleSchema = object({
  from: z.string().describe("the sender"),
  ...fields(z.string(), "seller", "sellerName"),
  what: z.string().describe("technology or customs code (`hs:`) of a flow, or the quantity that a firm published"),
  whatName: z.string(),
  basis: z.enum(["flow", "effect"]).describe("goods from one economy to another, or what a firm published after an act"),
  technologies,
  ...figure,
  usdBn: boundsSchema.nullable().describe("the same in USD bn; null: no amount in USD, or only one end"),
  forecast: z.boolean().describe("a forecast or guidance of its day, not observed"),
});
export type ObservedSale = z.infer<typeof saleSchema>;

const outcomeSchema = object({
  ...fields(z.string(), "subject", "subjectName", "quantity"),
  acts: list(z.string()).describe("acts of the senders that withheld any of this, by rule"),
  technologies,
  ...figure,
  forecast: z.boolean(),
});
export type ObservedOutcome = z.infer<typeof outcomeSchema>;

/** What was observed of a pair; beside the model, in none of its numbers. */
export const observedSchema = object({
  sales: list(saleSchema).describe("what the senders sold to the target, of what is withheld; newest first"),
  outcomes: list(outcomeSchema).describe(
    "what was observed of the target, and of firms with a seat there, after acts of the senders that withheld some of the same; itself first, then newest first",
  ),
  unlinked: z.number().describe("outcomes after acts of the senders of which no technology is known: left out"),
});
export type Observed = z.infer<typeof observedSchema>;
