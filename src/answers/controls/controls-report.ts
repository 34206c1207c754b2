import { z } from "zod";
import { ruleStates } from "../../screen/rules/state.ts";
import { screenedListSchema, standingSchema } from "../screen/screen-report.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { list, object, objects } from "../shared/schema.ts";
import { exposureLinkSchema } from "./exposure-report.ts";

/** A rule or notice and how it stands on the day. */
export const ruleLineSchema = object({
  id: z.string(),
  issuer: z.string(),
  kind: z.string().nullable(),
  type: z.string().nullable(),
  title: z.string(),
  citation: z.string().nullable(),
  published: z.string().nullable(),
  effective: z.string().nullable(),
  ends: z.string().nullable().describe("its last day"),
  suspends: z.string().nullable(),
  url: z.string().nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  origins: list(z.string()).describe("who states something of it, the most trusted first"),
  disputed: objects({ column: z.string(), values: list(z.string()) }),
  state: z.enum(ruleStates),
  basis: z.enum(["effective", "publication"]).nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  suspendedBy: z.string().nullable(),
  caveats: list(z.string()),
});
export type RuleLine = z.infer<typeof ruleLineSchema>;

/** What is loaded of controls: lists, control lists and rules. */
export const controlsListSchema = object({
  asOf: z.string(),
  by: z.enum(["effective", "publication"]),
  lists: list(screenedListSchema),
  itemEditions: objects({ edition: z.string(), items: z.number(), inUse: z.boolean() }),
  rules: objects({ issuer: z.string(), states: objects({ state: z.string(), rules: z.number() }) }),
  dataEnd: z.string().nullable().describe("last day that the loaded timeline covers"),
  evidence: evidenceSchema,
});
export type ControlsList = z.infer<typeof controlsListSchema>;

/** A row of a list, with what other readings of the list say of the party. */
export const partyRowSchema = object({
  entry: z.string(),
  list: z.string(),
  listTitle: z.string(),
  issuer: z.string(),
  origin: z.string(),
  edition: z.string().nullable(),
  native: z.string().nullable(),
  kind: z.string().nullable(),
  name: z.string(),
  names: objects({ name: z.string(), kind: z.string(), language: z.string().nullable() }),
  economies: list(z.string()),
  standing: standingSchema.nullable().describe("null: another copy of the list took the place of the one that has the row"),
  published: z.string().nullable(),
  effective: z.string().nullable(),
  ended: z.string().nullable(),
  citation: z.string().nullable(),
  footnotes: list(z.number()),
  requirement: z.string().nullable(),
  policy: z.string().nullable(),
  programme: z.string().nullable(),
  remark: z.string().nullable(),
  url: z.string().nullable(),
});
export type PartyRow = z.infer<typeof partyRowSchema>;

/** Two readings of one list compared. */
export const reconciledSchema = object({
  a: z.string(),
  b: z.string(),
  same: z.number().describe("rows of both that say the same"),
  differing: objects({ a: z.string(), b: z.string(), name: z.string(), by: z.string(), differs: list(z.string()) }),
  differences: z.number(),
  onlyA: list(z.string()).describe("entries, the first of them"),
  onlyACount: z.number(),
  onlyB: list(z.string()),
  onlyBCount: z.number(),
});
export type Reconciled = z.infer<typeof reconciledSchema>;

/** One list, party or rule. */
export const controlShownSchema = object({
  id: z.string(),
  asOf: z.string(),
  list: screenedListSchema
    .unwrap()
    .extend({ reconciled: list(reconciledSchema) })
    .readonly()
    .nullable(),
  parties: list(partyRowSchema).describe("the row, then those of the same party in other readings and editions"),
  rule: ruleLineSchema.nullable(),
  controls: list(exposureLinkSchema.unwrap().extend({ technology: z.string() }).readonly()).describe(
    "controls of the atlas that cite the rule",
  ),
  added: z.number().describe("rows of lists in force that the rule added"),
  evidence: evidenceSchema,
});
export type ControlShown = z.infer<typeof controlShownSchema>;

/** Rules in the order of their days. */
export const timelineSchema = object({
  asOf: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  rules: list(ruleLineSchema),
  dataEnd: z.string().nullable(),
  evidence: evidenceSchema,
});
export type Timeline = z.infer<typeof timelineSchema>;

const changedRowSchema = object({
  entry: z.string(),
  list: z.string(),
  origin: z.string(),
  name: z.string(),
  economy: z.string().nullable(),
  citation: z.string().nullable(),
});
export type ChangedRow = z.infer<typeof changedRowSchema>;

const differenceShape = {
  added: list(changedRowSchema),
  removed: list(changedRowSchema),
  changed: objects({
    entry: z.string(),
    list: z.string(),
    origin: z.string(),
    name: z.string(),
    changes: objects({ column: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  }),
  items: object({ added: list(z.string()), removed: list(z.string()), changed: list(z.string()) })
    .nullable()
    .describe("entries of the control list; null: one of the two has no edition to compare"),
  rules: objects({ id: z.string(), issuer: z.string(), title: z.string(), before: z.string(), after: z.string() }).describe(
    "rules whose state differs",
  ),
};

/** What differs between two days. */
export const controlsDiffSchema = object({
  from: z.string(),
  to: z.string(),
  by: z.enum(["effective", "publication"]),
  ...differenceShape,
  undated: z.number().describe("rows in force on both days for want of a date"),
  evidence: evidenceSchema,
});
export type ControlsDiff = z.infer<typeof controlsDiffSchema>;

/** What differs between copies of lists, control lists and rules that were loaded one after another. */
export const watchReportSchema = object({
  comparisons: objects({
    source: z.string(),
    dataset: z.string(),
    from: object({ id: z.string(), loadedAt: z.string() }),
    to: object({ id: z.string(), loadedAt: z.string() }),
    ...differenceShape,
  }),
  evidence: evidenceSchema,
});
export type WatchReport = z.infer<typeof watchReportSchema>;
