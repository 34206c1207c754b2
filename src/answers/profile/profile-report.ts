import { z } from "zod";
import { evidenceSchema, gradeSchema, intervalSchema } from "../shared/evidence.ts";

const figure = {
  low: z.number().nullable(),
  high: z.number().nullable(),
  year: z.number().nullable(),
  grade: gradeSchema,
  source: z.string().nullable(),
  note: z.string().nullable(),
};

const technology = { technology: z.string(), name: z.string() };

/** A part of world supply, 0..1, and of which kind. */
const heldSchema = z
  .object({ ...technology, ...figure, basis: z.enum(["headquarters", "production", "sales"]), holder: z.string(), holderName: z.string() })
  .readonly();
export type HeldLine = z.infer<typeof heldSchema>;

const plantSchema = z
  .object({
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
  })
  .readonly();
export type PlantLine = z.infer<typeof plantSchema>;

/** One technology that somebody else could withhold. */
const dependenceSchema = z
  .object({
    ...technology,
    holder: z.string().describe("the foreign economy with most of it"),
    holderName: z.string(),
    share: intervalSchema.describe("of world supply, as the model reads it"),
    year: z.number().nullable(),
    doubts: z.array(z.string()).readonly().describe("what is doubtful about the shares"),
  })
  .readonly();
export type Dependence = z.infer<typeof dependenceSchema>;

const countSchema = z
  .object({
    ...technology,
    ...figure,
    holder: z.string(),
    scope: z.string(),
    counted: z.string(),
    unit: z.string(),
    years: z.string(),
  })
  .readonly();

const effectSchema = z
  .object({ control: z.string(), quantity: z.string(), ...figure, unit: z.string(), date: z.string().nullable() })
  .omit({ year: true })
  .readonly();

const controlSchema = z
  .object({
    id: z.string(),
    issuer: z.string(),
    technology: z.string(),
    class: z.string(),
    citation: z.string(),
    state: z.string(),
    since: z.string().nullable(),
    source: z.string().nullable(),
  })
  .readonly();

const placeSchema = z.object({ product: z.string(), name: z.string(), ...figure }).readonly();

/** All that the facts tell of an economy or group. */
export const economyProfileSchema = z
  .object({
    finding: z.string(),
    economy: z.string(),
    name: z.string(),
    asOf: z.string(),
    members: z.array(z.string()).readonly().describe("of a group"),
    gdp: z.number().nullable().describe("USD bn a year"),
    gdpYear: z.number().nullable(),
    makes: z.array(placeSchema).readonly().describe("part of the world's making of each final product"),
    uses: z.array(placeSchema).readonly().describe("part of the world's use of each final product"),
    holds: z.array(heldSchema).readonly().describe("its part of world supply by technology, greatest first"),
    firms: z.array(heldSchema).readonly().describe("parts of world supply of organisations with a seat there"),
    plants: z.array(plantSchema).readonly(),
    selfSupply: z
      .array(z.object({ ...technology, ...figure }).readonly())
      .readonly()
      .describe("part of its own use that its own makers supply"),
    dependsOn: z
      .array(dependenceSchema)
      .readonly()
      .describe("what foreign economies hold most of and its chips, or the chips it uses, need"),
    controlsOn: z.array(controlSchema).readonly().describe("controls that withhold something from it"),
    controlsBy: z.array(controlSchema).readonly().describe("controls that it has issued"),
    trade: z
      .array(z.object({ ...technology, ...figure, exporter: z.string(), importer: z.string(), unit: z.string() }).readonly())
      .readonly(),
    users: z.array(z.object({ sector: z.string(), quantity: z.string(), unit: z.string(), ...figure }).readonly()).readonly(),
    patents: z.array(countSchema).readonly().describe("published counts, each as its source counted"),
    effects: z.array(effectSchema).readonly().describe("what controls and events did to it"),
    unknown: z.array(z.string()).readonly().describe("what no source tells"),
    doubts: z.array(z.string()).readonly(),
    evidence: evidenceSchema,
  })
  .readonly();
export type EconomyProfile = z.infer<typeof economyProfileSchema>;

/** All that the facts tell of an organisation. */
export const organisationProfileSchema = z
  .object({
    finding: z.string(),
    organisation: z.string(),
    name: z.string(),
    asOf: z.string(),
    otherNames: z.array(z.object({ name: z.string(), language: z.string(), kind: z.string().nullable() }).readonly()).readonly(),
    economy: z.string().nullable(),
    economyName: z.string().nullable(),
    exchange: z.string().nullable(),
    ticker: z.string().nullable(),
    holds: z.array(heldSchema).readonly(),
    history: z.array(heldSchema).readonly().describe("older figures of the same"),
    plants: z.array(plantSchema).readonly(),
    dependsOn: z.array(dependenceSchema).readonly().describe("inputs that what it makes cannot do without, and who has most of them"),
    listed: z
      .array(z.object({ list: z.string(), entry: z.string(), name: z.string(), published: z.string().nullable() }).readonly())
      .readonly()
      .nullable()
      .describe("control lists it stands on; null: no list is loaded"),
    controlsOn: z.array(controlSchema).readonly(),
    patents: z.array(countSchema).readonly(),
    effects: z.array(effectSchema).readonly(),
    unknown: z.array(z.string()).readonly(),
    evidence: evidenceSchema,
  })
  .readonly();
export type OrganisationProfile = z.infer<typeof organisationProfileSchema>;
