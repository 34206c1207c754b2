import { z } from "zod";
import { gradeSchema } from "../shared/evidence.ts";
import { boundsSchema, fields, list, object, objects, placeSchema } from "../shared/schema.ts";

export const sameAsSchema = objects({ id: z.string(), rule: z.string() }).describe("other records of this case, and how they were matched");

const casePartySchema = object({
  printed: z.string().describe("its part of the record"),
  holder: z.string(),
  name: z.string(),
  organisation: z.string().nullable(),
  rule: z.string().describe("what joined the printed name to the holder"),
  known: z.boolean().describe("an organisation of the atlas or a holder of loaded documents"),
});

const caseHolderCountSchema = object({
  holder: z.string(),
  name: z.string(),
  organisation: z.string().nullable(),
  known: z.boolean(),
  asOwner: z.number(),
  won: z.number().describe("of the cases as owner"),
  lost: z.number(),
  asOther: z.number().describe("as defendant, or as petitioner of a review"),
});
export type CaseHolderCount = z.infer<typeof caseHolderCountSchema>;

export const caseEndSchema = z.enum(["won", "lost", "settled", "mixed", "open", "unclear"]).describe("for the owner of the patents");

const winRateShape = {
  cases: z.number(),
  outcomes: z.record(z.string(), z.number()),
  rate: z.number().nullable().describe("won of those won or lost; null below five of them"),
  wilson: boundsSchema.nullable(),
  exact: boundsSchema.nullable(),
};

export const caseSchema = object({
  id: z.string(),
  sameAs: sameAsSchema,
  forum: z.string(),
  kind: z.string(),
  ...fields(z.string().nullable(), "jurisdiction", "title", "plaintiff", "defendant"),
  owner: z.string().nullable().describe("of the patents: the defendant of a review, else the plaintiff; as printed"),
  owners: list(casePartySchema),
  others: list(casePartySchema).describe("the other side"),
  semiconductor: z.string().nullable().describe("how the table marks it: strict, wide, none"),
  filed: z.string().nullable(),
  decided: z.string().nullable(),
  outcome: z.string().nullable().describe("in the words of the source"),
  ended: caseEndSchema,
  amountUsd: z.number().nullable(),
  patents: list(z.string()),
  technologies: objects({ technology: z.string(), rule: z.string() }),
  url: z.string().nullable(),
  note: z.string().nullable(),
  place: placeSchema,
});

export const freedomToOperateSchema = object({
  records: z.number(),
  cases: z.number().describe("each once, whatever number of records tell of it"),
  withTechnology: z.number(),
  withOwner: z.number().describe("cases whose record names an owner"),
  withKnownOwner: z.number().describe("cases of which an owner is an organisation of the atlas or a holder of loaded documents"),
  holders: list(caseHolderCountSchema).describe("by holder, most cases first"),
  holdersInAll: z.number(),
  rows: list(caseSchema).describe("the newest"),
  registered: z.number(),
  events: objects({
    document: z.string(),
    kind: z.string().describe("licensed, opposed, revoked"),
    date: z.string().nullable(),
    note: z.string().nullable(),
    holders: list(z.string()),
    place: placeSchema,
  }).describe("what registers note of single patents, the newest"),
  rates: objects({
    forum: z.string(),
    holderKind: z.string().nullable(),
    ...winRateShape,
    chips: object(winRateShape).describe("those marked as about chips or of a technology of the map"),
  }).describe("from the cases loaded; 80% intervals"),
  published: objects({
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
  }).describe("base rates that others published"),
});
export type FreedomToOperate = z.infer<typeof freedomToOperateSchema>;
