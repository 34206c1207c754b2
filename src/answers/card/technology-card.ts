import { z } from "zod";
import { documentSchema, evidenceSchema, gradeSchema, intervalSchema } from "../shared/evidence.ts";
import { technologyNamesSchema } from "../shared/names.ts";
import { publishedCountSchema } from "../shared/published-counts.ts";
import { list, object, objects } from "../shared/schema.ts";
import { cardControlsSchema } from "./technology-card-controls.ts";
import { cardHalfLifeSchema } from "./technology-card-half-life.ts";
import { cardPatentsSchema } from "./technology-card-patents.ts";
import { cardProblemFields } from "./technology-card-problems.ts";
import { shareLineSchema } from "./technology-history.ts";

const range = object({ low: z.number(), high: z.number() });

/** What one holder could take by withholding a technology from today. */
const cardLossSchema = object({
  technology: z.string().describe("itself, or the worst of its varieties"),
  holder: z.string(),
  holderName: z.string().describe("as in running text"),
  loss: intervalSchema.describe("mean over 12 months, as the chokepoints tell it"),
  of: z.enum(["use", "output"]),
  later: object({
    months: z.number(),
    loss: intervalSchema,
    growth: intervalSchema.describe("new capacity not added by then, in parts of present output"),
  })
    .nullable()
    .describe("the mean over more months, of capital goods alone: what runs wears out slowly; null: of others"),
  inDoubt: z.boolean().describe("whether the shares rest on one document older than five years, so that it has no place among chokepoints"),
});

export const concentrationSchema = object({
  hhi: range.nullable().describe("Herfindahl-Hirschman index 0..1; null: unknown"),
  top: object({ holder: z.string(), name: z.string().describe("as in running text"), low: z.number(), high: z.number() }).nullable(),
  highlyConcentrated: z.enum(["yes", "no", "perhaps", "unknown"]).describe("HHI over 0.18 (US DOJ/FTC 2023)"),
  unknownShare: z.number(),
});
export type Concentration = z.infer<typeof concentrationSchema>;

/** What a technology is, in lists, on the map and on its card. */
export const technologyFields = {
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  stage: z.string().nullable(),
  supplyMode: z.string().nullable(),
  nextGeneration: z.boolean(),
};

/** One line of the list of technologies. */
export const technologyLineSchema = object({
  ...technologyFields,
  parent: z.string().nullable().describe("the family it belongs to"),
  top: object({ economy: z.string(), share: z.number(), high: z.number() }).nullable(),
  hhi: range.nullable(),
  unknownShare: z.number(),
});

export const technologyListSchema = object({
  stages: objects({ id: z.string(), name: z.string(), position: z.number() }),
  technologies: list(technologyLineSchema),
  evidence: evidenceSchema,
});
export type TechnologyList = z.infer<typeof technologyListSchema>;

/** Shares that belong together: one basis, one kind of holder, one data set, one year. `used`: the row the model reads. */
export const shareRowSchema = object({
  basis: z.enum(["headquarters", "production", "sales"]),
  holderKind: z.enum(["economy", "organisation"]),
  dataset: z.string(),
  year: z.number().nullable(),
  used: z.boolean(),
  unknownShare: z.number(),
  shares: list(shareLineSchema),
});

export const edgeSchema = object({
  technology: z.string(),
  name: z.string(),
  relation: z.enum(["requires", "variety", "process-order"]),
  criticality: z.string().nullable(),
  delta: range.nullable(),
  weight: range.nullable(),
  since: z.string().nullable(),
  grade: gradeSchema,
  source: z.string().nullable(),
  note: z.string().nullable(),
});

export const parameterLineSchema = object({
  parameter: z.string(),
  scope: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  year: z.number().nullable(),
  grade: gradeSchema,
  source: z.string().nullable(),
  note: z.string().nullable(),
  origin: z.enum(["technology", "default"]),
  used: z.boolean().describe("whether it is what the model takes for its scope"),
});

/** All that is known of one technology. */
export const technologyCardSchema = object({
  ...technologyFields,
  description: z.string().nullable(),
  aliases: list(z.string()),
  concentration: object({ economies: concentrationSchema, organisations: concentrationSchema }),
  shareRows: list(shareRowSchema),
  doubts: list(z.string()).describe("what is doubtful about the shares"),
  needs: list(edgeSchema).describe("direct inputs"),
  neededBy: list(edgeSchema).describe("direct users"),
  varieties: list(edgeSchema),
  varietyOf: list(edgeSchema),
  substitutes: list(edgeSchema).describe("the other varieties of what it is a variety of"),
  names: technologyNamesSchema,
  upstream: list(z.string()).describe("all technologies it rests on"),
  downstream: list(z.string()).describe("all technologies that rest on it"),
  products: list(z.string()).describe("final products that need it"),
  parameters: list(parameterLineSchema),
  firstVolumeUse: range.nullable().describe("years; null: unknown"),
  marketSize: object({ low: z.number(), high: z.number(), year: z.number().nullable(), source: z.string().nullable() }).nullable(),
  codes: objects({ scheme: z.string(), code: z.string(), relation: z.string(), source: z.string().nullable() }),
  plants: objects({
    id: z.string(),
    owner: z.string(),
    economy: z.string(),
    place: z.string().nullable(),
    node: z.string().nullable(),
    source: z.string().nullable(),
  }),
  controlsInForce: cardControlsSchema,
  worldLoss: cardLossSchema
    .nullable()
    .describe("what the worst holder could take from all others by withholding it from today; null: unknown"),
  homeLoss: object({
    home: z.string(),
    homeName: z.string().describe("as in running text"),
    most: cardLossSchema.nullable().describe("what the worst holder could take from the home; null: unknown, or nothing to take"),
    reason: z.string().nullable().describe("why there is no figure, as part of a sentence"),
  })
    .nullable()
    .describe("the same of the home asked about; null: none was"),
  structural: intervalSchema.nullable().describe("the same with everything worn out and nothing rebuilt; no forecast of any month"),
  patents: cardPatentsSchema.nullable().describe("null: unknown, patentsReason says why"),
  patentsReason: z.string().nullable(),
  publishedCounts: list(publishedCountSchema).describe("counts of patents that others published, the most telling first"),
  science: list(publishedCountSchema).describe("counts of papers and public money that others published, the most telling first"),
  halfLife: cardHalfLifeSchema.nullable().describe("null: unknown, halfLifeReason says why"),
  halfLifeReason: z.string().nullable(),
  ...cardProblemFields,
  documents: list(documentSchema),
  evidence: evidenceSchema,
});
export type TechnologyCard = z.infer<typeof technologyCardSchema>;
