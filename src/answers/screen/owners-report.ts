import { z } from "zod";
import { ruleStates } from "../../screen/rules/state.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { boundsSchema, fields, list, object, objects } from "../shared/schema.ts";

const answer = z.enum(["yes", "no", "not known"]);
/** Whether a share counts as one of listed parties: for certain, possibly, or not. */
const counts = z.enum(["yes", "possibly", "no"]);

const ownerSchema = object({
  ...fields(z.string(), "id"),
  ...fields(z.string().nullable(), "name", "economy", "kind"),
  relation: z.string().describe("share; consolidated (in its accounts), branch, parent, owner, part-of: without a share"),
  low: z.number(),
  high: z.number(),
  stated: z.boolean().describe("whether a row states the share; else it is what the other owners leave"),
  differs: z.boolean().describe("whether rows state different shares"),
  ...fields(z.string().nullable(), "since", "until"),
  sources: list(z.string()),
  counts,
  because: z.string(),
});
export type OwnerLine = z.infer<typeof ownerSchema>;

const firmSchema = object({
  id: z.string(),
  name: z.string(),
  owners: list(ownerSchema),
  unstated: z.number().describe("part that no row names an owner of"),
  excess: z.number().describe("by how much stated shares exceed the whole"),
  counted: boundsSchema.describe("part that counts as owned by listed parties"),
  answer,
  words: z.string().describe("the sum"),
});
export type FirmLine = z.infer<typeof firmSchema>;

const ruleSchema = object({
  ...fields(z.string(), "rule", "title", "issuer", "citation", "note"),
  url: z.string().nullable(),
  lists: list(z.string()),
  notLoaded: list(z.string()).describe("lists of the rule that are not loaded: their parties are missing from the sum"),
  state: z.enum(ruleStates).describe("on the day asked for"),
  stateWords: z.string(),
  listedItself: objects({ ...fields(z.string(), "list", "entry", "party"), certain: z.boolean() }),
  answer: answer.describe("whether listed parties own a half or more in sum, as the rule counts"),
  counted: boundsSchema.describe("part owned by listed parties as the rule counts: through firms of which they own a half or more"),
  multiplied: boundsSchema.describe("the same with shares multiplied along chains, for comparison"),
  firms: list(firmSchema).describe("how it was reckoned, the farthest firm first"),
});
export type RuleOwners = z.infer<typeof ruleSchema>;

const partySchema = object({
  id: z.string(),
  name: z.string(),
  economy: z.string().nullable(),
  by: z.enum(["id", "name", "name without legal form"]).nullable().describe("how it was found; null: no row of owners has it"),
  rules: list(ruleSchema),
});

/** Whether listed parties own a half or more of a party. What is not known is never "no". */
export const ownersReportSchema = object({
  query: z.string(),
  asOf: z.string(),
  parties: list(partySchema),
  statement: z.string(),
  evidence: evidenceSchema,
});
export type OwnersReport = z.infer<typeof ownersReportSchema>;
export type PartyOwners = OwnersReport["parties"][number];

/** What a screening says of the owners of a name. */
export const ownersLineSchema = object({
  answer,
  rule: z.string().nullable().describe("the rule under which most is owned; null: no row of owners has the name"),
  low: z.number(),
  high: z.number(),
  words: z.string(),
});
export type OwnersLine = z.infer<typeof ownersLineSchema>;
