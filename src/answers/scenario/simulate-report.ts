import { z } from "zod";
import { inputBases } from "../../leverage/draw/inputs.ts";
import { outsiderRoles } from "../../leverage/members.ts";
import { controlClasses, outageCauses } from "../../link/parameter-domains.ts";
import { denialReportSchema } from "../exclusion/exclusion-report.ts";
import { evidenceSchema, intervalSchema } from "../shared/evidence.ts";
import { makingGaps } from "../shared/making-gap.ts";
import { technologyNamesSchema } from "../shared/names.ts";
import { boundsSchema, fields, list, object, objects } from "../shared/schema.ts";
import { publishedFiguresSchema } from "./compare/published-models.ts";
import { untoldPartsSchema } from "./untold-parts.ts";

/** One number of a scenario: both ends of how stock is used with all else in the middle, and the middle 80% of the draws. */
export const figureSchema = object({
  stockFirst: z.number().describe("all inputs in the middle, stock used as it is needed"),
  rationed: z.number().describe("the same with stock rationed for as long as users know or expect the lack to last"),
  drawn: intervalSchema.describe("middle 80% of the draws and their median: [low, median, high]"),
});
export type Figure = z.infer<typeof figureSchema>;

const series = list(figureSchema).describe("one a horizon");
export type Series = z.infer<typeof series>;
const meanSeries = list(figureSchema.nullable());
const gap = z.enum(makingGaps).nullable();

export const scenarioHeadSchema = object({
  id: z.string().nullable().describe("of a ready scenario; null: a file of your own"),
  name: z.string(),
  about: z.string().nullable(),
  asOf: z.string().describe("figures, rules and criticality as known on this day"),
  outsiders: z.enum(outsiderRoles),
  sources: objects({ title: z.string(), publisher: z.string(), year: z.number(), url: z.string() }),
});
export type ScenarioHead = z.infer<typeof scenarioHeadSchema>;

const firmsThere = list(z.string()).describe("names of firms whose plants there the atlas lists");

const plannedTechnologySchema = object({
  technology: z.string(),
  name: z.string(),
  class: z.enum(controlClasses).nullable().describe("null: an outage"),
  from: z.string(),
  state: z
    .enum(["modelled", "not held", "shares unknown"])
    .describe(
      "not held: the senders hold none of it and are not known to reach any. shares unknown: all shares, or those of who acts or loses capacity; not in the figures",
    ),
  partUnknown: z.boolean().describe("a party that acts, or loses capacity, may hold an unknown part, which is not in the figures"),
  partDrawn: z
    .boolean()
    .describe("of capacity lost: no source tells what part of its economy's supply the holder has; it is drawn from none to all"),
  through: list(z.string()).describe("what is run for it: itself, or its varieties that have shares"),
  reaches: objects({ sender: z.string(), provider: z.string(), low: z.number(), high: z.number(), firms: firmsThere }).describe(
    "part of others' supply that the senders' rules stop",
  ),
  notReached: objects({ provider: z.string(), firms: firmsThere }).describe(
    "where others' plants are known and no rule of the senders that is in force reaches any of their supply",
  ),
  shares: object({ basis: z.string(), year: z.number().nullable(), unknown: z.number() }).nullable(),
  published: list(z.string()).describe("parameters that a document gives for it"),
  assumed: list(z.string()).describe("parameters from the defaults of its kind"),
  marketKnown: z.boolean().describe("a source gives the market of all that is run for it"),
  familyMarket: boundsSchema
    .nullable()
    .describe("USD a year; an upper bound: the market of a family whose varieties are run for it, where theirs are not published"),
  withheldSince: objects({
    ...fields(z.string(), "target", "issuer", "class"),
    since: z.string().nullable(),
    citation: z.string(),
  }).describe("controls already in force against a target of the measure"),
});
export type PlannedTechnology = z.infer<typeof plannedTechnologySchema>;

const plannedMeasureSchema = object({
  kind: z.enum(["withhold", "foundry", "refuse", "capacity"]).describe("refuse: the targets refuse to buy from the senders"),
  senders: list(z.string()),
  targets: list(z.string()),
  holder: z.string().nullable().describe("of capacity that is lost"),
  names: z.record(z.string(), z.string()).describe("of senders, targets, holder and places of firms by their code, as in running text"),
  control: object({ citation: z.string(), title: z.string().nullable() }).nullable(),
  announced: z.string().nullable(),
  easing: objects({ date: z.string(), left: z.number() }),
  reach: z.boolean().nullable(),
  service: z.boolean().nullable(),
  lost: z.tuple([z.number(), z.number()]).readonly().nullable(),
  cause: z.enum(outageCauses).nullable().describe("what stopped the capacity"),
  repairMonths: z
    .tuple([z.number(), z.number()])
    .readonly()
    .nullable()
    .describe("shortest and longest; null for lost capacity: it never comes back"),
  repairAssumed: z
    .boolean()
    .nullable()
    .describe("as long as it took plants that were hit before, by the same cause where enough are known"),
  spoiled: z.tuple([z.number(), z.number()]).readonly().nullable().describe("part of a month's output lost with the work in process"),
  technologies: list(plannedTechnologySchema),
});
export type PlannedMeasure = z.infer<typeof plannedMeasureSchema>;

const denialSchema = object({
  holders: list(z.string()),
  jurisdictions: list(z.string()),
  technologies: list(z.string()).nullable(),
  from: z.string(),
  report: denialReportSchema
    .nullable()
    .describe("what the denial of licences does, by patents; null: not run, or the patents are not measured"),
});
export type DenialInScenario = z.infer<typeof denialSchema>;

const partySchema = {
  code: z.string(),
  name: z.string(),
  kind: z.enum(["economy", "group", "organisation", "world"]),
};

const plan = {
  question: z.string(),
  finding: z.string(),
  scenario: scenarioHeadSchema,
  start: z.string().nullable().describe("the day that months are counted from; null: nothing acts on supply"),
  horizons: list(z.number()).describe("months"),
  measures: list(plannedMeasureSchema),
  patents: list(denialSchema),
  untold: list(z.string()).describe("economies that lose capacity and whose chips no source names: their own loss is unknown"),
  untoldParts: untoldPartsSchema,
};

/** What would be run, without running it. */
export const scenarioPlanSchema = object({
  ...plan,
  targets: objects({ ...partySchema, gap: gap.describe("why its loss would have no value in USD; null: it would") }),
  followers: list(z.string()).describe("who joins the senders"),
  evidence: evidenceSchema,
});
export type ScenarioPlan = z.infer<typeof scenarioPlanSchema>;

const withUnknown = list(intervalSchema)
  .nullable()
  .describe(
    "loss at the horizons if all supply could be stopped of which it is unknown whose it is, in the same draws: each end bounds that of the loss; null: there is none",
  );

const targetResultSchema = object({
  ...partySchema,
  gap: gap.describe(
    "why its loss has no value in USD: no source says what final products it makes; it makes none; their value is not published; or it is a firm, which makes none itself",
  ),
  mix: list(z.string())
    .nullable()
    .describe("of a firm: the final products affected, each none to all of what it has made, in an unknown mix; null: not a firm"),
  mixOf: z
    .enum(["plants", "touched"])
    .nullable()
    .describe(
      "of a firm: what the plants make that the atlas lists of it, or, where none of these is touched or listed, all that is touched",
    ),
  loss: series
    .nullable()
    .describe(
      "part of running output lost, over final products by value; of a firm: of what it has made of those in `mix`; null: no source says which final products it makes",
    ),
  mean: meanSeries.nullable().describe("the same on average since the last horizon; null at the first, which has none before it"),
  average: meanSeries
    .nullable()
    .describe("the same on average from the start to the horizon: the figure that chokepoints and leverage show"),
  growth: series
    .nullable()
    .describe("new capacity not added up to the horizon, as part of present output; never added to the loss; null: no tool is touched"),
  usd: series
    .nullable()
    .describe(
      "running output lost, with what its designers have made elsewhere, USD bn a year; null: it is not known to make a final product of known value",
    ),
  usdAverage: meanSeries.nullable().describe("the same on average from the start to the horizon"),
  useUsd: series.nullable().describe("use lost of final products withheld themselves, USD bn a year"),
  useUsdAverage: meanSeries.nullable().describe("the same on average from the start to the horizon"),
  outsourcedUsd: series.nullable().describe("of usd, lost sales of chips that designers seated there have made elsewhere, USD bn a year"),
  gdpShare: series.nullable().describe("usd over GDP"),
  gdp: object({ usdBn: z.number(), year: z.number().nullable() }).nullable(),
  unvalued: list(z.string()).describe("final products affected that the figures in USD leave out, since their value is not published"),
  withUnknown,
  products: objects({
    product: z.string(),
    name: z.string(),
    loss: series,
    mean: meanSeries,
    growth: series.nullable(),
    use: series,
    useAverage: meanSeries,
  }),
  technologies: objects({
    technology: z.string(),
    name: z.string(),
    mode: z.enum(["consumable", "capital", "service"]),
    shortfall: series.describe("part of the need that stops, before stock and recovery"),
    felt: series.describe("what of it is felt in running output"),
    refilled: series.describe("part of the gap that new makers fill"),
    usedUp: object({ stockFirst: z.number().nullable(), drawn: intervalSchema })
      .nullable()
      .describe("month in which the stock is gone; null: not within five years, in draws 61; of tools: not held in stock"),
    price: object({ rise: intervalSchema, paidUsdBn: intervalSchema.nullable() })
      .nullable()
      .describe("rise of the price that would clear the market at 12 months, and what it costs a year; null: no elasticities known"),
  }),
  cheaper: object({ outputUsdBn: z.number(), priceUsdBn: z.number(), by: z.enum(["output", "price"]) })
    .nullable()
    .describe("at 12 months: output lost or price paid, and which is cheaper; null: elasticities are not known of all that is withheld"),
});
export type TargetResult = z.infer<typeof targetResultSchema>;

const senderResultSchema = object({
  code: z.string(),
  name: z.string(),
  follows: z.boolean(),
  sales: series
    .nullable()
    .describe(
      "sales lost, USD bn a year, at least where `unpriced` names any; null: no share or no market is known, or a firm whose part of its economy's supply is unknown",
    ),
  downstream: series.nullable().describe("own use of what the targets no longer make, USD bn a year; null: unknown, or a firm"),
  lasting: series.nullable().describe("what of the lost sales stays lost because new makers came, USD bn a year"),
});
export type SenderResult = z.infer<typeof senderResultSchema>;

const inputSchema = object({
  technology: z.string().nullable(),
  input: z.string(),
  low: z.number(),
  high: z.number(),
  basis: z.enum(inputBases).describe("a document; the scenario itself; an assumption; or unknown: anything that others leave"),
  source: z.string().nullable(),
  part: z.number().describe("part of the variance that it explains by itself"),
  atLow: z.number().describe("mean of the answer in the lowest tenth of the input"),
  atHigh: z.number(),
});
export type MovingInput = z.infer<typeof inputSchema>;

const sensitivitySchema = object({
  target: z.string(),
  of: z.enum(["loss", "growth", "useUsd"]),
  month: z.number(),
  lost: z.boolean().describe("whether any draw shows a loss then; false: no input moves anything"),
  inputs: list(inputSchema).describe("that move the answer most"),
  narrows: inputSchema
    .nullable()
    .describe("the assumed or unknown one whose knowledge would narrow the answer most; null: none explains 5% of it by itself"),
});
export type ScenarioSensitivity = z.infer<typeof sensitivitySchema>;

/** What a scenario does over five years, to whom, at what cost to whom, and how sure. */
export const simulateReportSchema = object({
  ...plan,
  draws: z.number(),
  seed: z.number(),
  targets: list(targetResultSchema).describe("of whom anything is known"),
  unknownTargets: objects({ code: z.string(), name: z.string(), withUnknown }).describe(
    "what these lose is unknown: of all that is kept from them no share is known of those who act, or lose the capacity",
  ),
  senders: list(senderResultSchema),
  otherSales: series
    .nullable()
    .describe(
      "sales lost by others, whose supply a rule reaches or an outage takes, USD bn a year; null: nothing acts on supply, or what the targets buy is unknown",
    ),
  unpriced: list(z.string()).describe("withheld technologies that the costs leave out, since their market is not published"),
  sensitivity: list(sensitivitySchema),
  names: technologyNamesSchema,
  published: publishedFiguresSchema,
  evidence: evidenceSchema,
});
export type SimulateReport = z.infer<typeof simulateReportSchema>;

export const scenarioListSchema = object({
  scenarios: objects({
    id: z.string(),
    name: z.string(),
    about: z.string().nullable(),
    kinds: list(z.string()),
    from: z.string().nullable(),
  }),
});
export type ScenarioList = z.infer<typeof scenarioListSchema>;
