import { z } from "zod";
import { caseStates } from "../../screen/cases/case-state.ts";
import { caseVerdicts } from "../../screen/cases/decision-log.ts";
import { ruleStates } from "../../screen/rules/state.ts";
import { screenedListSchema, screenHitSchema } from "../screen/screen-report.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { boundsSchema, fields, list, object, objects } from "../shared/schema.ts";

const stateSchema = z
  .enum(caseStates)
  .describe(
    "open: not decided; reopened: entry or customer changed since it was decided or proposed; awaiting: a second person has to confirm; decided; lapsed: decided false and no match any more",
  );
const verdictSchema = z.enum(caseVerdicts).nullable();
const countsSchema = object(fields(z.number(), ...caseStates));

/** `null` where there is none: of what was added the text before, of what was removed the text after. */
const changesSchema = objects({ column: z.string(), before: z.string().nullable(), after: z.string().nullable() });

/** Why a customer may be a listed entry. */
const caseMatchSchema = object({
  ...screenHitSchema.unwrap().pick({
    score: true,
    list: true,
    listTitle: true,
    issuer: true,
    origin: true,
    name: true,
    kind: true,
    economies: true,
    place: true,
    matchedName: true,
    matchedNameFrom: true,
    words: true,
    onlyAsked: true,
    onlyListed: true,
    numeralsDiffer: true,
    others: true,
  }).shape,
  entry: z.string(),
  asked: z.string().describe("the customer's name that matched"),
});

/** A rule by which listed parties own a half or more of a customer, or may. */
const ownedMatchSchema = object({
  kind: z.literal("owned"),
  ...fields(z.string(), "entry", "rule", "title", "issuer", "citation", "list", "name"),
  score: z.number().describe("1 where they do for certain, else the greatest part that they may own"),
  state: z.enum(ruleStates).describe("of the rule on the day of the run"),
  asked: z.string().describe("names of the customer in tables of owners"),
  answer: z.enum(["yes", "perhaps"]).describe("perhaps: an owner is or may be listed, and what is not known leaves a half open"),
  counted: boundsSchema.describe("part owned by listed parties as the rule counts"),
  multiplied: boundsSchema.describe("the same with shares multiplied along chains, for comparison"),
  owners: objects({ ...fields(z.string(), "owner", "list", "entry", "party"), certain: z.boolean() }).describe(
    "owners, near or far, that are listed or may be",
  ),
  sums: list(z.string()).describe("one a firm, the farthest first"),
  notLoaded: list(z.string()).describe("lists of the rule that were not loaded"),
});

const caseLineSchema = object({
  ...fields(z.string(), "customer", "customerName", "entry"),
  kind: z.enum(["named", "owned"]).describe("named: it may be the entry; owned: listed parties own a half or more of it, or may"),
  former: z.string().nullable().describe("key of the entry when it was decided on, where the list has renamed it"),
  ...fields(z.string().nullable(), "list", "listedName"),
  score: z.number().nullable().describe("null: no match any more; a decision keeps the case"),
  state: stateSchema,
  verdict: verdictSchema.describe("of the decision in force, or of the proposal that waits"),
  ...fields(z.string().nullable(), "by", "at", "note"),
  changes: changesSchema.describe("what changed since the decision"),
});

const runSchema = object({
  run: z.number(),
  kind: z.enum(["full", "delta"]).describe("delta: only what had changed since the run before was screened"),
  previous: z.number().nullable(),
  why: z.string().nullable().describe("why all was screened although a run went before"),
  ...fields(z.string(), "asOf", "startedAt", "endedAt"),
  user: z.string().nullable(),
  customers: z.number(),
  faults: objects({ customer: z.string(), code: z.string() }).describe("customers of which a name could not be screened"),
  purged: z.number().describe("customers of it that were purged since"),
  loads: objects({
    ...fields(z.string(), "id", "source", "dataset", "sha256"),
    edition: z.string().nullable(),
    rows: z.number(),
  }),
  lists: list(screenedListSchema),
});

/** The cases of a run. */
const casesReport = object({
  run: runSchema,
  states: countsSchema,
  cases: list(caseLineSchema),
  total: z.number().describe("cases before the list was cut"),
  evidence: evidenceSchema,
});
export interface CasesReport extends z.infer<typeof casesReport> {}
export const casesReportSchema: z.ZodType<CasesReport> = casesReport;

const caseRuns = object({
  runs: list(runSchema.unwrap().omit({ loads: true, lists: true }).readonly()),
  evidence: evidenceSchema,
});
export interface CaseRuns extends z.infer<typeof caseRuns> {}
export const caseRunsSchema: z.ZodType<CaseRuns> = caseRuns;

const customerSchema = object({
  ...fields(z.string(), "id", "name"),
  names: list(z.string()),
  kind: z.enum(["organisation", "person"]).nullable(),
  ...fields(z.string().nullable(), "country", "countryAs", "born"),
  identifiers: objects({ scheme: z.string(), value: z.string() }),
  addresses: list(z.string()),
});

/** A customer with its cases and all that was decided on them. */
const customerCases = object({
  customer: customerSchema,
  state: z.enum(["active", "closed"]),
  versions: objects({
    version: z.number(),
    state: z.string(),
    recordedAt: z.string(),
    recordedBy: z.string().nullable(),
    changes: changesSchema,
  }),
  run: z.number().nullable().describe("the run that the cases are of; null: it was not screened yet"),
  cases: objects({ ...caseLineSchema.unwrap().shape, match: z.union([caseMatchSchema, ownedMatchSchema]).nullable() }),
  decisions: objects({
    seq: z.number(),
    entry: z.string(),
    action: z.enum(["decide", "confirm", "refuse", "undo"]),
    verdict: verdictSchema,
    of: z.number().nullable().describe("the proposal that is confirmed or refused"),
    note: z.string().nullable(),
    user: z.string(),
    at: z.string(),
    score: z.number().nullable(),
    second: z.boolean().describe("whether it takes effect only when another person confirms it"),
  }),
  evidence: evidenceSchema,
});
export interface CustomerCases extends z.infer<typeof customerCases> {}
export const customerCasesSchema: z.ZodType<CustomerCases> = customerCases;

/** What the next run would find changed. */
const casesChanges = object({
  since: z.number().describe("the last run"),
  asOf: z.string(),
  kind: z.enum(["full", "delta"]).describe("full: all is to be screened anew"),
  why: z.string().nullable(),
  entries: objects({
    ...fields(z.string(), "entry", "list", "origin", "name"),
    what: z.enum(["added", "removed", "renamed", "changed"]),
    former: z.string().nullable(),
    changes: changesSchema,
  }).describe("entries in force then or now that differ"),
  customers: list(z.string()).describe("ids of customers that are new or changed"),
  fresh: list(caseLineSchema).describe("cases that the last run did not have"),
  reopened: list(caseLineSchema).describe("decided cases whose entry or customer changed"),
  lapsed: list(caseLineSchema).describe("cases decided false that are no match any more"),
  evidence: evidenceSchema,
});
export interface CasesChanges extends z.infer<typeof casesChanges> {}
export const casesChangesSchema: z.ZodType<CasesChanges> = casesChanges;
