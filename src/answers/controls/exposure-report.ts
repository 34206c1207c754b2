import { z } from "zod";
import { ruleStates } from "../../screen/rules/state.ts";
import { standingSchema } from "../screen/screen-report.ts";
import { evidenceSchema, gradeSchema } from "../shared/evidence.ts";
import { list, object, objects } from "../shared/schema.ts";

/** Why a technology is touched, or why an organisation deals in one: the row of the atlas that says so. */
export const exposureLinkSchema = object({
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
  citation: z.string().nullable(),
  published: z.string().nullable(),
  effective: z.string().nullable(),
  until: z.string().nullable(),
  state: z.enum(ruleStates).nullable().describe("of a control on the day; null: no control"),
  source: z.string().nullable(),
  grade: gradeSchema.nullable(),
});
export type ExposureLink = z.infer<typeof exposureLinkSchema>;

export const touchedSchema = object({ technology: z.string(), name: z.string(), links: list(exposureLinkSchema) });
export type Touched = z.infer<typeof touchedSchema>;

/** A technology at or near a touched one, with the organisations that deal in it. */
export const chainLineSchema = object({
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

export const exposedPartySchema = object({
  entry: z.string(),
  list: z.string(),
  origin: z.string(),
  name: z.string(),
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
    id: z.string(),
    issuer: z.string(),
    title: z.string(),
    citation: z.string().nullable(),
    published: z.string().nullable(),
    effective: z.string().nullable(),
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
