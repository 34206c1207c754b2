import { z } from "zod";
import { ruleStates } from "../../screen/rules/state.ts";
import { screenedListSchema, standingSchema } from "../screen/screen-report.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { exposureLinkSchema } from "./exposure-report.ts";

/** A rule or notice and how it stands on the day. */
export const ruleLineSchema = z
  .object({
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
    origins: z.array(z.string()).readonly().describe("who states something of it, the most trusted first"),
    disputed: z.array(z.object({ column: z.string(), values: z.array(z.string()).readonly() }).readonly()).readonly(),
    state: z.enum(ruleStates),
    basis: z.enum(["effective", "publication"]).nullable(),
    since: z.string().nullable(),
    until: z.string().nullable(),
    suspendedBy: z.string().nullable(),
    caveats: z.array(z.string()).readonly(),
  })
  .readonly();
export type RuleLine = z.infer<typeof ruleLineSchema>;

/** What is loaded of controls: lists, control lists and rules. */
export const controlsListSchema = z
  .object({
    asOf: z.string(),
    by: z.enum(["effective", "publication"]),
    lists: z.array(screenedListSchema).readonly(),
    itemEditions: z.array(z.object({ edition: z.string(), items: z.number(), inUse: z.boolean() }).readonly()).readonly(),
    rules: z
      .array(
        z
          .object({ issuer: z.string(), states: z.array(z.object({ state: z.string(), rules: z.number() }).readonly()).readonly() })
          .readonly(),
      )
      .readonly(),
    dataEnd: z.string().nullable().describe("last day that the loaded timeline covers"),
    evidence: evidenceSchema,
  })
  .readonly();
export type ControlsList = z.infer<typeof controlsListSchema>;

/** A row of a list, with what other readings of the list say of the party. */
export const partyRowSchema = z
  .object({
    entry: z.string(),
    list: z.string(),
    listTitle: z.string(),
    issuer: z.string(),
    origin: z.string(),
    edition: z.string().nullable(),
    native: z.string().nullable(),
    kind: z.string().nullable(),
    name: z.string(),
    names: z.array(z.object({ name: z.string(), kind: z.string(), language: z.string().nullable() }).readonly()).readonly(),
    economies: z.array(z.string()).readonly(),
    standing: standingSchema.nullable().describe("null: another copy of the list took the place of the one that has the row"),
    published: z.string().nullable(),
    effective: z.string().nullable(),
    ended: z.string().nullable(),
    citation: z.string().nullable(),
    footnotes: z.array(z.number()).readonly(),
    requirement: z.string().nullable(),
    policy: z.string().nullable(),
    programme: z.string().nullable(),
    remark: z.string().nullable(),
    url: z.string().nullable(),
  })
  .readonly();
export type PartyRow = z.infer<typeof partyRowSchema>;

/** Two readings of one list compared. */
export const reconciledSchema = z
  .object({
    a: z.string(),
    b: z.string(),
    same: z.number().describe("rows of both that say the same"),
    differing: z
      .array(
        z.object({ a: z.string(), b: z.string(), name: z.string(), by: z.string(), differs: z.array(z.string()).readonly() }).readonly(),
      )
      .readonly(),
    differences: z.number(),
    onlyA: z.array(z.string()).readonly().describe("entries, the first of them"),
    onlyACount: z.number(),
    onlyB: z.array(z.string()).readonly(),
    onlyBCount: z.number(),
  })
  .readonly();
export type Reconciled = z.infer<typeof reconciledSchema>;

/** One list, party or rule. */
export const controlShownSchema = z
  .object({
    id: z.string(),
    asOf: z.string(),
    list: screenedListSchema
      .unwrap()
      .extend({ reconciled: z.array(reconciledSchema).readonly() })
      .readonly()
      .nullable(),
    parties: z.array(partyRowSchema).readonly().describe("the row, then those of the same party in other readings and editions"),
    rule: ruleLineSchema.nullable(),
    controls: z
      .array(exposureLinkSchema.unwrap().extend({ technology: z.string() }).readonly())
      .readonly()
      .describe("controls of the atlas that cite the rule"),
    added: z.number().describe("rows of lists in force that the rule added"),
    evidence: evidenceSchema,
  })
  .readonly();
export type ControlShown = z.infer<typeof controlShownSchema>;

/** Rules in the order of their days. */
export const timelineSchema = z
  .object({
    asOf: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    rules: z.array(ruleLineSchema).readonly(),
    dataEnd: z.string().nullable(),
    evidence: evidenceSchema,
  })
  .readonly();
export type Timeline = z.infer<typeof timelineSchema>;

const changedRowSchema = z
  .object({
    entry: z.string(),
    list: z.string(),
    origin: z.string(),
    name: z.string(),
    economy: z.string().nullable(),
    citation: z.string().nullable(),
  })
  .readonly();
export type ChangedRow = z.infer<typeof changedRowSchema>;

const differenceShape = {
  added: z.array(changedRowSchema).readonly(),
  removed: z.array(changedRowSchema).readonly(),
  changed: z
    .array(
      z
        .object({
          entry: z.string(),
          list: z.string(),
          origin: z.string(),
          name: z.string(),
          changes: z
            .array(z.object({ column: z.string(), before: z.string().nullable(), after: z.string().nullable() }).readonly())
            .readonly(),
        })
        .readonly(),
    )
    .readonly(),
  items: z
    .object({ added: z.array(z.string()).readonly(), removed: z.array(z.string()).readonly(), changed: z.array(z.string()).readonly() })
    .readonly()
    .nullable()
    .describe("entries of the control list; null: one of the two has no edition to compare"),
  rules: z
    .array(z.object({ id: z.string(), issuer: z.string(), title: z.string(), before: z.string(), after: z.string() }).readonly())
    .readonly()
    .describe("rules whose state differs"),
};

/** What differs between two days. */
export const controlsDiffSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    by: z.enum(["effective", "publication"]),
    ...differenceShape,
    undated: z.number().describe("rows in force on both days for want of a date"),
    evidence: evidenceSchema,
  })
  .readonly();
export type ControlsDiff = z.infer<typeof controlsDiffSchema>;

/** What differs between copies of lists, control lists and rules that were loaded one after another. */
export const watchReportSchema = z
  .object({
    comparisons: z
      .array(
        z
          .object({
            source: z.string(),
            dataset: z.string(),
            from: z.object({ id: z.string(), loadedAt: z.string() }).readonly(),
            to: z.object({ id: z.string(), loadedAt: z.string() }).readonly(),
            ...differenceShape,
          })
          .readonly(),
      )
      .readonly(),
    evidence: evidenceSchema,
  })
  .readonly();
export type WatchReport = z.infer<typeof watchReportSchema>;
