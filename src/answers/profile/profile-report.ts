import { z } from "zod";
import { ruleStates } from "../../screen/rules/state.ts";
import { evidenceSchema, gradeSchema, intervalSchema } from "../shared/evidence.ts";
import { publishedCountSchema } from "../shared/published-counts.ts";
import { fields, list, object, objects } from "../shared/schema.ts";

const figure = {
  low: z.number().nullable(),
  high: z.number().nullable(),
  year: z.number().nullable(),
  old: z.boolean().describe("of more than five years before the day of the map"),
  grade: gradeSchema,
  source: z.string().nullable(),
  note: z.string().nullable(),
};

const basis = z.enum(["headquarters", "production", "sales"]);

const technology = { technology: z.string(), name: z.string() };

/** A part of world supply, 0..1, and of which kind. */
const heldSchema = object({
  ...technology,
  ...figure,
  basis,
  holder: z.string(),
  holderName: z.string(),
  together: list(z.string()).describe("names of the others that the figure is of as well, all together; empty: it is the holder's own"),
  otherwise: object({ basis, low: figure.low, high: figure.high, year: figure.year })
    .nullable()
    .describe("the newest of the older figures that counts something else; null: all count the same"),
});
export type HeldLine = z.infer<typeof heldSchema>;

const plantSchema = object({
  ...technology,
  id: z.string(),
  owner: z.string(),
  ownerName: z.string(),
  economy: z.string(),
  place: z.string().nullable(),
  node: z.string().nullable(),
  wafersLow: z.number().nullable().describe("wafers a month"),
  wafersHigh: z.number().nullable(),
  waferMm: z.number().nullable(),
  status: z.string().nullable(),
  year: z.number().nullable(),
  grade: gradeSchema,
  source: z.string().nullable(),
});
export type PlantLine = z.infer<typeof plantSchema>;

/** One technology that somebody else could withhold. */
export const dependenceSchema = object({
  ...technology,
  sure: z.boolean().describe("true: what is made cannot do without it; false: makers of such need it, these may not"),
  direct: z.boolean().describe("false: an input of an input"),
  holder: z.string().describe("the foreign economy with most of it"),
  holderName: z.string(),
  share: intervalSchema.describe("of world supply, as the model reads it"),
  year: z.number().nullable(),
  doubts: list(z.string()).describe("what is doubtful about the shares"),
});
export type Dependence = z.infer<typeof dependenceSchema>;

const effectSchema = z
  .object({
    control: z.string(),
    name: z.string().describe("titles of the rules"),
    quantity: z.string(),
    ...figure,
    unit: z.string(),
    date: z.string().nullable(),
  })
  .omit({ year: true, old: true })
  .readonly();

const controlSchema = object({
  id: z.string(),
  issuer: z.string(),
  ...technology,
  class: z.string().describe("licence, presumption-of-denial or ban; of what others make: by which rule it is reached"),
  against: z.string().describe("whom it is against, by name"),
  citation: z.string(),
  state: z.string(),
  since: z.string().nullable(),
  source: z.string().nullable(),
});

const placeSchema = object({ economy: z.string(), economyName: z.string(), product: z.string(), name: z.string(), ...figure });

/** All that the facts tell of an economy or group. */
export const economyProfileSchema = object({
  finding: z.string(),
  economy: z.string(),
  name: z.string(),
  asOf: z.string(),
  members: list(z.string()).describe("of a group"),
  gdp: z.number().nullable().describe("USD bn a year"),
  gdpYear: z.number().nullable(),
  makes: list(placeSchema).describe("part of the world's making of each final product, most first, none last"),
  uses: list(placeSchema).describe("part of the world's use of each final product"),
  holds: list(heldSchema).describe("its part of world supply by technology, greatest first"),
  firms: list(heldSchema).describe("parts of world supply of organisations with a seat there"),
  plants: list(plantSchema),
  selfSupply: objects({ ...technology, ...figure }).describe("part of its own use that its own makers supply"),
  dependsOn: list(dependenceSchema).describe("what foreign economies hold most of and its chips, or the chips it uses, need"),
  controlsOn: list(controlSchema).describe("controls that withhold something from it"),
  controlsBy: list(controlSchema).describe("controls that it has issued"),
  trade: objects({ ...technology, ...figure, exporter: z.string(), importer: z.string(), unit: z.string() }),
  users: objects({ sector: z.string(), quantity: z.string(), unit: z.string(), ...figure }),
  patents: list(publishedCountSchema).describe("published counts, each as its source counted"),
  effects: list(effectSchema).describe("what controls and events did to it"),
  unknown: list(z.string()).describe("what no source tells"),
  doubts: list(z.string()),
  evidence: evidenceSchema,
});
export type EconomyProfile = z.infer<typeof economyProfileSchema>;

/** All that the facts tell of an organisation. */
export const organisationProfileSchema = object({
  finding: z.string(),
  organisation: z.string(),
  name: z.string(),
  asOf: z.string(),
  otherNames: objects({ name: z.string(), language: z.string(), kind: z.string().nullable() }),
  economy: z.string().nullable(),
  economyName: z.string().nullable(),
  exchange: z.string().nullable(),
  ticker: z.string().nullable(),
  holds: list(heldSchema).describe("its newest share of each technology, greatest first, then those known only together with others"),
  history: list(heldSchema).describe("older figures of the same, newest first"),
  plants: list(plantSchema),
  dependsOn: list(dependenceSchema).describe("inputs of what it makes, and who has most of them"),
  listed: objects({ list: z.string(), entry: z.string(), name: z.string(), published: z.string().nullable() })
    .nullable()
    .describe("control lists it stands on; null: no list is loaded"),
  orders: objects({
    ...fields(z.string(), "id", "issuer", "title"),
    state: z.enum(ruleStates),
    ...fields(z.string().nullable(), "published", "since", "until", "suspendedBy", "source"),
  }).describe("rules and orders whose title names it, the newest first"),
  controlsOn: list(controlSchema).describe("controls that withhold something from it by name"),
  controlsOnSales: list(controlSchema).describe(
    "controls on what it sells: of its economy on what it makes, and of others that reach its supply by name",
  ),
  patents: list(publishedCountSchema),
  effects: list(effectSchema),
  unknown: list(z.string()),
  evidence: evidenceSchema,
});
export type OrganisationProfile = z.infer<typeof organisationProfileSchema>;
