import { z } from "zod";
import { ruleStates } from "../../screen/rules/state.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { fields, list, object, objects } from "../shared/schema.ts";

const reasonAnswerSchema = object({
  reason: z.string().nullable().describe("NS, RS, AT, ...; null: named in other words"),
  outcome: z
    .enum(["required", "not required", "does not apply", "part", "text"])
    .describe("part: of some paragraphs below; text: words decide"),
  applies: z.string(),
  destinations: z.string(),
  because: z.string().nullable().describe("column of the chart, group or economy that made the licence required"),
  sections: list(z.string()),
});

const exceptionSchema = object({
  exception: z.string(),
  title: z.string().nullable(),
  says: z
    .enum(["may apply", "not available", "not for this destination", "see text"])
    .describe("may apply: under conditions that are not loaded"),
  text: z.string(),
  because: z.string().nullable().describe("the section of part 740 that limits it; null: none that is loaded"),
});

/** Whether an entry or a paragraph asks for a licence. Never a bare "no". */
export const licenceLineSchema = object({
  item: z.string(),
  destination: z.string(),
  answer: z.enum([
    "required",
    "not on these grounds",
    "depends on text not loaded",
    "differs by paragraph",
    "no such paragraph in the text loaded",
    "no edition loaded",
    "not in the list",
  ]),
  citation: z.string().nullable(),
  text: z.string().nullable(),
  reasons: list(reasonAnswerSchema),
  exceptions: list(exceptionSchema),
  elsewhere: list(z.string()).describe("what binds the destination whatever the item is, by rules that are not loaded"),
  notes: list(z.string()),
});
export type LicenceLine = z.infer<typeof licenceLineSchema>;

const entrySchema = object({
  ...fields(z.string(), "item", "heading", "list", "citation"),
  full: z.boolean().describe("whether the text of its paragraphs is loaded"),
  related: z.string().nullable(),
  paragraphs: objects({ paragraph: z.string().nullable(), parent: z.string().nullable(), text: z.string() }).describe(
    "those asked for, with the ones above and below them",
  ),
  reasons: objects({
    reason: z.string().nullable(),
    applies: z.string(),
    destinations: z.string(),
    covers: z.enum(["all", "none", "part", "unclear"]).describe("what of the paragraph asked for it applies to"),
  }),
  exceptions: list(exceptionSchema),
  technologies: objects({ code: z.string(), technology: z.string(), relation: z.string(), source: z.string().nullable() }).describe(
    "technologies of the map that are linked to it or to a paragraph of it",
  ),
});
export type ItemEntry = z.infer<typeof entrySchema>;

/** What the Country Chart says of a destination. */
const chartSchema = object({
  edition: z.string(),
  economy: z.string(),
  place: z.string().nullable(),
  governedBy: z.string().nullable(),
  marks: list(z.string()),
  notes: list(z.string()),
});

/** A rule on use or user that may bear on the item and the destination. */
const endUseSchema = object({
  ...fields(z.string(), "id", "section", "title"),
  items: z.enum(["all", "part", "unclear"]).describe("unclear: the items are named by words or a table that is not loaded"),
  destination: z.enum(["yes", "unclear"]),
  when: z.string().describe("the use or user that asks for a licence"),
  exceptions: z.string().describe("what is left of licence exceptions"),
  policy: z.string().nullable(),
  state: z.enum([...ruleStates, "not known"]),
  begins: z.string().nullable().describe("the first day of a rule that has not begun"),
  read: z.string().describe("the day of the text that was read"),
  ...fields(z.string(), "source", "url"),
  note: z.string().nullable(),
});
export type EndUseLine = z.infer<typeof endUseSchema>;

/** An item of a control list: one entry, or the places whose words are near those asked for. */
export const itemReportSchema = object({
  query: z.string(),
  asOf: z.string(),
  destination: z.string().nullable(),
  edition: z.string().nullable().describe("day of the edition in use; null: none so old is loaded"),
  entry: entrySchema.nullable().describe("null: words were looked for, or there is no such entry"),
  found: objects({
    item: z.string(),
    paragraph: z.string().nullable(),
    text: z.string(),
    score: z.number().describe("weighted part of the words that it has, 0 to 1"),
    words: list(z.string()),
  }).describe("empty where an entry was asked for"),
  chart: chartSchema.nullable(),
  licences: list(licenceLineSchema).describe("for the destination: what was asked for first, then its paragraphs that differ"),
  ear99: z.boolean().describe("whether EAR99 was asked for: what is subject to the regulations and in no entry"),
  leftOut: z.number().describe("paragraphs on chemicals that have words of the question but not the thing that it names"),
  endUse: list(endUseSchema).describe("for the destination: rules on use and user, which bind whatever the entry says"),
  evidence: evidenceSchema,
});
export type ItemReport = z.infer<typeof itemReportSchema>;
