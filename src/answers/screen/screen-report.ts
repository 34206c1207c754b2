import { z } from "zod";
import { evidenceSchema } from "../shared/evidence.ts";
import { fields, list, object, objects } from "../shared/schema.ts";
import { ownersLineSchema } from "./owners-report.ts";

/** A decision on a name and an entry, or on a customer and an entry. */
export const decisionSchema = object({
  name: z.string(),
  entry: z.string(),
  verdict: z.enum(["true", "false", "unsure"]),
  note: z.string().nullable(),
  decidedAt: z.string(),
  customer: z
    .string()
    .nullable()
    .describe("id of the customer that was decided on; null: the name alone was, which never sets a hit aside"),
  user: z.string().nullable(),
});

/** How a row of a list stands on the day asked for. */
export const standingSchema = object({
  status: z.enum(["listed", "listed, start unknown", "not yet listed", "no longer listed"]),
  basis: z.enum(["effective", "publication", "edition"]).nullable().describe("the date that was used; null: unknown"),
  since: z.string().nullable(),
  until: z.string().nullable().describe("the first day on which the row no longer holds"),
  effectiveBy: z.string().nullable().describe("the rule that tells the day of effect, where the list does not"),
  datedBy: z.string().nullable().describe("the entry of another reading of the same list that tells the days, where this one does not"),
});

const wordSchema = object({ word: z.string(), weight: z.number() });

/** What beside the name speaks for and against; nothing that was given is left out. */
export const otherEvidenceSchema = objects({
  field: z.enum(["country", "born", "identifier", "address"]),
  asked: z.string(),
  listed: z.string().nullable(),
  says: z.enum(["for", "against", "unknown"]).describe("unknown: the list does not tell, or what it tells decides nothing"),
  effect: z.number().describe("what it adds to the log odds of the score"),
});

/** A row of a list that a name may be, with the reasons. */
export const screenHitSchema = object({
  score: z
    .number()
    .describe(
      "calibrated chance that the names are of one party, 0 to 1, with the evidence beside the name; 1 where an identifier is equal",
    ),
  match: z.boolean().describe("whether the score reaches the threshold; false where evidence beside name and economy takes it below"),
  ...fields(z.string(), "entry", "list", "listTitle", "issuer"),
  origin: z.string().describe("the reading of the list that the row is from"),
  name: z.string().describe("the party's own name on the list"),
  kind: z.string().nullable(),
  economies: list(z.string()),
  born: list(z.string()).describe("dates of birth as the list prints them"),
  identifiers: objects({ ...fields(z.string(), "scheme", "value"), economy: z.string().nullable() }),
  addresses: list(z.string()),
  place: z.enum(["same", "other", "unknown"]).describe("the economy asked for against those of the party"),
  matchedName: z.string().describe("the name that was most alike"),
  matchedNameFrom: object({
    ...fields(z.string(), "organisation", "by", "rule"),
    language: z.string().nullable(),
    source: z.string().nullable(),
  })
    .nullable()
    .describe("where the list does not print that name: the organisation of the atlas and the rule that joins it to the entry"),
  words: objects({ asked: z.string(), listed: z.string(), rule: z.string(), weight: z.number() }),
  onlyAsked: list(wordSchema),
  onlyListed: list(wordSchema),
  numeralsDiffer: z.boolean(),
  others: otherEvidenceSchema,
  standing: standingSchema,
  ...fields(z.string().nullable(), "published", "effective", "ended", "citation"),
  footnotes: list(z.number()),
  ...fields(z.string().nullable(), "requirement", "policy", "programme", "url"),
  links: objects({ relation: z.string(), other: z.string(), date: z.string().nullable() }).describe(
    "owners and parents as the list states them: a flag, with its date where one is given",
  ),
  decision: decisionSchema.nullable(),
});
export type ScreenHit = z.infer<typeof screenHitSchema>;

export const screenResultSchema = object({
  id: z.string().nullable(),
  name: z.string(),
  kind: z.enum(["organisation", "person"]).nullable(),
  economy: z.string().nullable(),
  matched: z.boolean().describe("whether a hit in force reaches the threshold that no decision on this customer set aside"),
  hits: list(screenHitSchema).describe("rows in force on the day, the likeliest first"),
  total: z.number().describe("hits before the list was cut"),
  lists: list(z.string()).describe("the lists that all of these hits are on"),
  decided: objects({ decision: decisionSchema, list: z.string(), party: z.string(), standing: standingSchema }).describe(
    "entries that a decision says the name is, or may be, though the score is too low",
  ),
  notInForce: list(screenHitSchema).describe("rows that hold on other days only"),
  owners: ownersLineSchema.optional().describe("what tables of owners tell of the name; absent where they were not asked"),
  fault: object({ code: z.string(), message: z.string() }).nullable().describe("why the name could not be screened"),
});
export type ScreenResult = z.infer<typeof screenResultSchema>;

/** What one reading of a list can tell of a day. */
export const listReadingSchema = object({
  origin: z.string(),
  kind: z.enum(["editions", "snapshot"]),
  used: z.string().nullable().describe("day of the copy or of the last edition used"),
  inForce: z.number(),
  startUnknown: z.number().describe("of these, without any date"),
  caveats: list(z.string()),
});

/** A list and its readings. */
export const screenedListSchema = object({ list: z.string(), title: z.string(), issuer: z.string(), readings: list(listReadingSchema) });
export type ScreenedList = z.infer<typeof screenedListSchema>;

/** Names compared with lists as they were on a day. */
export const screenReportSchema = object({
  asOf: z.string(),
  by: z.enum(["effective", "publication"]).describe("the date that counts where a row has both"),
  thresholds: object({ organisation: z.number(), person: z.number() }),
  statement: z.string(),
  results: list(screenResultSchema),
  lists: list(screenedListSchema),
  evidence: evidenceSchema,
});
export type ScreenReport = z.infer<typeof screenReportSchema>;

/** The score from which on a row is a match: persons have one of their own. */
export const thresholdOf = ({ kind }: Pick<ScreenHit, "kind">, { person, organisation }: ScreenReport["thresholds"]): number =>
  kind === "person" ? person : organisation;

/** Whether a decision sets a hit aside. One on a name alone may have been about another party of that name: it never does. */
export const setsAside = (decision: ScreenHit["decision"]): boolean =>
  decision !== null && decision.customer !== null && decision.verdict === "false";
