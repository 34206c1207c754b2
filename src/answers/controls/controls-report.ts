import { z } from "zod";
import { ruleStates } from "../../screen/rules/state.ts";
import { keptSearchesSchema } from "../patents/search/patent-search-report.ts";
import { screenedListSchema, standingSchema } from "../screen/screen-report.ts";
import { evidenceSchema, gradeSchema } from "../shared/evidence.ts";
import { fields, list, object, objects } from "../shared/schema.ts";

/** Why a technology is touched, or why an organisation deals in one: the row of the atlas that says so. */
const exposureLinkSchema = object({
  rule: z
    .enum([
      "withheld-from-party",
      "withheld-from-economy",
      "withheld-from-all",
      "withheld-by-rule",
      "reach-to-party",
      "reach-to-economy",
      "reach-to-all",
      "reach-of-provider",
      "reach-by-rule",
      "share",
      "plant",
      "family",
      "input-of-own",
    ])
    .describe("family: a family of it is touched; input-of-own: what the party deals in rests on it, and its listing asks for a licence"),
  id: z.string().describe("the row: a control, a plant, or the technology that the link goes through"),
  what: z.string(),
  ...fields(z.string().nullable(), "citation", "published", "effective", "until"),
  state: z.enum(ruleStates).nullable().describe("of a control on the day; null: no control"),
  source: z.string().nullable(),
  grade: gradeSchema.nullable(),
});
export type ExposureLink = z.infer<typeof exposureLinkSchema>;

const touchedSchema = object({ technology: z.string(), name: z.string(), links: list(exposureLinkSchema) });
export type Touched = z.infer<typeof touchedSchema>;

/** A technology at or near a touched one, with the organisations that deal in it. */
const chainLineSchema = object({
  technology: z.string(),
  name: z.string(),
  position: z.enum(["at", "up", "down"]).describe("at: touched; up: an input or a variety; down: a user or what it is a variety of"),
  distance: z.number().describe("steps from the touched technology"),
  via: z.string().describe("the touched technology"),
  organisations: objects({
    organisation: z.string(),
    name: z.string(),
    economy: z.string().nullable(),
    links: list(exposureLinkSchema),
  }),
});
export type ChainLine = z.infer<typeof chainLineSchema>;

const exposedPartySchema = object({
  ...fields(z.string(), "entry", "list", "origin", "name"),
  economy: z.string().nullable(),
  standing: standingSchema,
  requirement: z.string().nullable(),
  citation: z.string().nullable(),
  organisation: z.string().nullable().describe("in the atlas"),
  organisationBy: z.string().nullable().describe("the rule that joins the two"),
});
export type ExposedParty = z.infer<typeof exposedPartySchema>;

/** Which technologies a listed party or a rule touches, and who deals in them and near them. */
export const exposureReportSchema = object({
  query: z.string(),
  asOf: z.string(),
  kind: z.enum(["party", "rule"]),
  rule: object({
    ...fields(z.string(), "id", "issuer", "title"),
    ...fields(z.string().nullable(), "citation", "published", "effective"),
    state: z.string(),
  }).nullable(),
  organisation: object({ id: z.string(), name: z.string(), economy: z.string().nullable() }).nullable(),
  finding: z.string(),
  parties: list(exposedPartySchema).describe("rows of lists: of the party, or those that the rule added"),
  touched: list(touchedSchema),
  depth: z.number().describe("steps up and down the chain that were looked at"),
  chain: list(chainLineSchema),
  evidence: evidenceSchema,
});
export type ExposureReport = z.infer<typeof exposureReportSchema>;

/** Steps up and down the chain that exposure looks at where nothing is said, and the most that may be asked for (assumed). */
export const usualDepth = 1;
export const mostDepth = 5;

/** A rule or notice and how it stands on the day. */
export const ruleLineSchema = object({
  id: z.string(),
  issuer: z.string(),
  kind: z.string().nullable(),
  type: z.string().nullable(),
  title: z.string(),
  ...fields(z.string().nullable(), "citation", "published", "effective"),
  known: z.string().nullable().describe("since when it is known: published, or open to all before it was printed; null: no date"),
  ends: z.string().nullable().describe("its last day, where it was known on the day asked for"),
  ...fields(z.string().nullable(), "suspends", "url", "source", "note"),
  origins: list(z.string()).describe("who states something of it, the most trusted first"),
  disputed: objects({ column: z.string(), values: list(z.string()) }),
  state: z.enum(ruleStates),
  basis: z.enum(["effective", "publication"]).nullable(),
  ...fields(z.string().nullable(), "since", "until", "suspendedBy"),
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
  ...fields(z.string(), "entry", "list", "listTitle", "issuer", "origin"),
  ...fields(z.string().nullable(), "edition", "native", "kind"),
  name: z.string(),
  names: objects({ name: z.string(), kind: z.string(), language: z.string().nullable() }),
  economies: list(z.string()),
  standing: standingSchema.nullable().describe("null: another copy of the list took the place of the one that has the row"),
  ...fields(z.string().nullable(), "published", "effective", "ended", "citation"),
  footnotes: list(z.number()),
  ...fields(z.string().nullable(), "requirement", "policy", "programme", "remark", "url"),
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
  controls: list(exposureLinkSchema.unwrap().extend({ technology: z.string(), name: z.string() }).readonly()).describe(
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
  publishedLater: z.number().describe("rules that were published after the day asked for, left out"),
  dataEnd: z.string().nullable(),
  evidence: evidenceSchema,
});
export type Timeline = z.infer<typeof timelineSchema>;

const changedRowSchema = object({
  ...fields(z.string(), "entry", "list", "origin", "name"),
  economy: z.string().nullable(),
  citation: z.string().nullable(),
});
export type ChangedRow = z.infer<typeof changedRowSchema>;

const differenceShape = {
  added: list(changedRowSchema),
  removed: list(changedRowSchema),
  changed: objects({
    ...fields(z.string(), "entry", "list", "origin", "name"),
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
  hasLists: z.boolean().describe("false: no list is loaded, and what came or went on lists is unknown"),
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
  searches: keptSearchesSchema.describe("searches on patents that are kept, with what is new to each; none where loads are named"),
  evidence: evidenceSchema,
});
export type WatchReport = z.infer<typeof watchReportSchema>;
