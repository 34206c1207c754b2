import { z } from "zod";
import { ruleStates } from "../../screen/rules/state.ts";
import { standingSchema } from "../screen/screen-report.ts";
import { gradeSchema } from "../shared/evidence.ts";
import { list, object, objects } from "../shared/schema.ts";

/** A control with its dates kept apart and the rule that links it to the technology. */
export const cardControlSchema = object({
  id: z.string(),
  issuer: z.string(),
  kind: z
    .enum(["item", "listed-party", "direct-product", "content", "nationality"])
    .describe("listed-party: kept from one party; direct-product, content, nationality: reaches what others make abroad"),
  kindWords: z.string().describe("the kind in words"),
  what: z.string().describe("licence, presumption of denial, ban; of what others make: who makes it where, and the part reached"),
  against: z.string().describe("economy, organisation or group; *: everyone"),
  exempt: z.string().nullable(),
  againstWords: z.string().describe("whom it is against and who is exempt, by name"),
  citation: z.string(),
  published: z.string().nullable(),
  effective: z.string().nullable(),
  until: z.string().nullable().describe("the first day on which it no longer holds, where it ends before its rule"),
  basis: z.enum(["effective", "publication"]).nullable().describe("the date that was used; null: start unknown"),
  state: z.enum(ruleStates),
  suspendedBy: z.string().nullable().describe("the rule that suspends it"),
  suspendedUntil: z.string().nullable().describe("the last day of the suspension"),
  link: object({ rule: z.enum(["named", "family", "member", "all"]), technology: z.string() }).describe(
    "named: the row names the technology; family: it names the family it folds into; member: it names what folds into it; all: it names no technology",
  ),
  rule: object({ id: z.string(), state: z.enum(ruleStates).nullable().describe("null: the rule goes on without this part of it") })
    .nullable()
    .describe("how the rule of this citation stands in the timeline; null: not in it"),
  source: z.string().nullable(),
  grade: gradeSchema,
  note: z.string().nullable(),
});
export type CardControl = z.infer<typeof cardControlSchema>;

/** An entry of a control list that a technology is linked to. */
export const cardItemSchema = object({
  item: z.string().describe("entry and paragraph, such as 3B001.f.1"),
  technology: z.string().describe("that the link names: this one, a family of it, or what folds into it"),
  relation: z.string().describe("covers: the entry holds more; same; part: it holds part of the technology"),
  edition: z.string().nullable().describe("day of the edition; null: none of that day is loaded"),
  reasons: objects({ reason: z.string().nullable(), covers: z.string(), destinations: z.string() }).nullable().describe("null: unknown"),
  source: z.string().nullable(),
  note: z.string().nullable(),
});
export type CardItem = z.infer<typeof cardItemSchema>;

/** An organisation that deals in a technology and stands on lists on the day. */
export const cardListedPartySchema = object({
  organisation: z.string(),
  name: z.string(),
  deals: objects({ rule: z.string(), what: z.string(), source: z.string().nullable() }).describe(
    "why it is taken to deal in the technology",
  ),
  listed: objects({
    list: z.string(),
    title: z.string(),
    issuer: z.string(),
    entry: z.string(),
    name: z.string().describe("as listed"),
    rule: z.string().describe("joins the organisation and the entry"),
    standing: standingSchema,
    published: z.string().nullable(),
    ended: z.string().nullable(),
    citation: z.string().nullable(),
  }),
});
export type CardListedParty = z.infer<typeof cardListedPartySchema>;

/** Which controls of whom bite on a technology on a day. */
export const cardControlsSchema = object({
  day: z.string(),
  finding: z.string(),
  inForce: list(cardControlSchema),
  toCome: list(cardControlSchema).describe("published, not in force yet"),
  suspended: list(cardControlSchema).describe("suspended, or in force again unless a suspension that has ended was extended"),
  ended: list(cardControlSchema).describe("no longer in force"),
  items: list(cardItemSchema),
  listed: list(cardListedPartySchema).nullable().describe("listed parties among those that deal in it; null: no list of parties is loaded"),
  customs: objects({ code: z.string(), scheme: z.string(), technology: z.string(), relation: z.string() }).describe(
    "codes through which tariffs and national lists name it",
  ),
  limits: list(z.string()),
});
export type CardControls = z.infer<typeof cardControlsSchema>;
