import { z } from "zod";
import { evidenceSchema } from "../shared/evidence.ts";

/** A decision on a name and an entry. */
export const decisionSchema = z
  .object({
    name: z.string(),
    entry: z.string(),
    verdict: z.enum(["true", "false", "unsure"]),
    note: z.string().nullable(),
    decidedAt: z.string(),
  })
  .readonly();

/** How a row of a list stands on the day asked for. */
export const standingSchema = z
  .object({
    status: z.enum(["listed", "listed, start unknown", "not yet listed", "no longer listed"]),
    basis: z.enum(["effective", "publication", "edition"]).nullable().describe("the date that was used; null: unknown"),
    since: z.string().nullable(),
    until: z.string().nullable().describe("the first day on which the row no longer holds"),
    effectiveBy: z.string().nullable().describe("the rule that tells the day of effect, where the list does not"),
    datedBy: z.string().nullable().describe("the entry of another reading of the same list that tells the days, where this one does not"),
  })
  .readonly();

const wordSchema = z.object({ word: z.string(), weight: z.number() }).readonly();

/** A row of a list that a name may be, with the reasons. */
export const screenHitSchema = z
  .object({
    score: z.number().describe("calibrated chance that the names are of one party, 0 to 1"),
    entry: z.string(),
    list: z.string(),
    listTitle: z.string(),
    issuer: z.string(),
    origin: z.string().describe("the reading of the list that the row is from"),
    name: z.string().describe("the party's own name on the list"),
    kind: z.string().nullable(),
    economies: z.array(z.string()).readonly(),
    place: z.enum(["same", "other", "unknown"]).describe("the economy asked for against those of the party"),
    matchedName: z.string().describe("the name that was most alike"),
    matchedNameFrom: z
      .object({
        organisation: z.string(),
        by: z.string(),
        rule: z.string(),
        language: z.string().nullable(),
        source: z.string().nullable(),
      })
      .readonly()
      .nullable()
      .describe("where the list does not print that name: the organisation of the atlas and the rule that joins it to the entry"),
    words: z.array(z.object({ asked: z.string(), listed: z.string(), rule: z.string(), weight: z.number() }).readonly()).readonly(),
    onlyAsked: z.array(wordSchema).readonly(),
    onlyListed: z.array(wordSchema).readonly(),
    numeralsDiffer: z.boolean(),
    standing: standingSchema,
    published: z.string().nullable(),
    effective: z.string().nullable(),
    ended: z.string().nullable(),
    citation: z.string().nullable(),
    footnotes: z.array(z.number()).readonly(),
    requirement: z.string().nullable(),
    policy: z.string().nullable(),
    programme: z.string().nullable(),
    url: z.string().nullable(),
    links: z
      .array(z.object({ relation: z.string(), other: z.string(), date: z.string().nullable() }).readonly())
      .readonly()
      .describe("owners and parents as the list states them: a flag, with its date where one is given"),
    decision: decisionSchema.nullable(),
  })
  .readonly();
export type ScreenHit = z.infer<typeof screenHitSchema>;

export const screenResultSchema = z
  .object({
    id: z.string().nullable(),
    name: z.string(),
    kind: z.enum(["organisation", "person"]).nullable(),
    economy: z.string().nullable(),
    matched: z.boolean().describe("whether a hit in force is left that no decision set aside"),
    hits: z.array(screenHitSchema).readonly().describe("rows in force on the day, the likeliest first"),
    total: z.number().describe("hits before the list was cut"),
    lists: z.array(z.string()).readonly().describe("the lists that all of these hits are on"),
    decided: z
      .array(z.object({ decision: decisionSchema, list: z.string(), party: z.string(), standing: standingSchema }).readonly())
      .readonly()
      .describe("entries that a decision says the name is, or may be, though the score is too low"),
    notInForce: z.array(screenHitSchema).readonly().describe("rows that hold on other days only"),
    fault: z.object({ code: z.string(), message: z.string() }).readonly().nullable().describe("why the name could not be screened"),
  })
  .readonly();
export type ScreenResult = z.infer<typeof screenResultSchema>;

/** What one reading of a list can tell of a day. */
export const listReadingSchema = z
  .object({
    origin: z.string(),
    kind: z.enum(["editions", "snapshot"]),
    used: z.string().nullable().describe("day of the copy or of the last edition used"),
    inForce: z.number(),
    startUnknown: z.number().describe("of these, without any date"),
    caveats: z.array(z.string()).readonly(),
  })
  .readonly();

/** A list and its readings. */
export const screenedListSchema = z
  .object({ list: z.string(), title: z.string(), issuer: z.string(), readings: z.array(listReadingSchema).readonly() })
  .readonly();
export type ScreenedList = z.infer<typeof screenedListSchema>;

/** Names compared with lists as they were on a day. */
export const screenReportSchema = z
  .object({
    asOf: z.string(),
    by: z.enum(["effective", "publication"]).describe("the date that counts where a row has both"),
    thresholds: z.object({ organisation: z.number(), person: z.number() }).readonly(),
    statement: z.string(),
    results: z.array(screenResultSchema).readonly(),
    lists: z.array(screenedListSchema).readonly(),
    evidence: evidenceSchema,
  })
  .readonly();
export type ScreenReport = z.infer<typeof screenReportSchema>;

/** The score from which on a row is a match: persons have one of their own. */
export const thresholdOf = ({ kind }: Pick<ScreenHit, "kind">, { person, organisation }: ScreenReport["thresholds"]): number =>
  kind === "person" ? person : organisation;
