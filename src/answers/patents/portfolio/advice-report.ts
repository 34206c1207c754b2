import { z } from "zod";
import { boundsSchema, list, object, objects } from "../../shared/schema.ts";

export const technologyRef = object({ id: z.string(), name: z.string() });

const verdictSchema = z.enum(["file", "open", "leave", "unknown"]);

const officeSchema = object({
  office: z.string(),
  market: z.string(),
  families: z.number().describe("own families with a document there"),
  stake: boundsSchema.nullable().describe("what one more group of claims could exclude, USD a year"),
  value: boundsSchema
    .nullable()
    .describe(
      "over the years in force, USD of today: of a portfolio as royalty; of a plan by its objective, the larger of what it earns and what it keeps a target from selling",
    ),
  cost: boundsSchema.nullable().describe("filing to grant and upkeep, USD of today"),
  ratio: boundsSchema.nullable(),
  verdict: verdictSchema,
  reason: z.enum([
    "stake-unknown",
    "royalty-unknown",
    "cost-unknown",
    "no-use-in-term",
    "covers-cost",
    "may-cover-cost",
    "below-cost",
    "at-home",
  ]),
  clout: object({
    usd: boundsSchema
      .nullable()
      .describe("what one more family would keep the target of the plan from selling there, USD of today; null: unknown"),
    ratio: boundsSchema
      .nullable()
      .describe("to its cost, each USD of it counted whole; the inverse is the weight of clout that covers the cost"),
    verdict: verdictSchema.describe("where each USD of it counted whole"),
  })
    .nullable()
    .describe("whatever the objective; null: of a portfolio, or no target is named"),
  covers: z
    .number()
    .nullable()
    .describe("part of the draws of the inputs in which it is worth the middle of its cost, 0..1; null: of a portfolio, or not known"),
  why: z.string().nullable().describe("what the verdict rests on, in words; null: of a portfolio"),
});

const waitSchema = object({
  document: z.string().describe("the first of the family"),
  title: z.string().nullable(),
  holders: list(z.string()).describe("names"),
  technology: z.string(),
  citedBy: z.number().describe("own documents that cite it"),
  lapses: z.number().nullable().describe("year"),
  inForce: boundsSchema.nullable(),
  citations: z.number().nullable().describe("by other holders in five years"),
  reasons: list(z.enum(["lapses-before-use", "lapses-soon", "unlikely-in-force", "few-citations"])),
  question: z.string().describe("for counsel"),
});

const letGoSchema = object({
  document: z.string(),
  title: z.string().nullable(),
  documents: z.number(),
  age: z.number().describe("years from filing, or from publication where filing is unknown"),
  inForce: boundsSchema.nullable(),
  saved: boundsSchema.nullable().describe("fees until its terms end, USD, not discounted; null: unknown"),
  question: z.string(),
});

/** Where a further family in a technology would be worth filing. */
export const filingSchema = object({
  technology: technologyRef,
  firstUse: object({ low: z.number(), high: z.number().nullable().describe("null: the end is unknown") })
    .nullable()
    .describe("years"),
  offices: list(officeSchema),
});
export type FilingLine = z.infer<typeof filingSchema>;

/** Filing and questions for counsel, of a holder or of all holders of a home. */
export const adviceSchemas = {
  filing: list(filingSchema),
  waiting: object({
    families: list(waitSchema),
    inAll: z.number(),
    of: z.number().describe("families of others: of a portfolio those that it cites, of a plan those of its selected cells"),
  }),
  crossLicences: object({
    pairs: objects({
      own: z.string().describe("holder that is asked about, or of the home"),
      holder: z.string(),
      name: z.string(),
      blocked: z.number(),
      blocks: z.number(),
      question: z.string(),
    }),
    inAll: z.number(),
    variant: z.string().describe("what counts as a block"),
  }),
  lettingGo: object({
    families: list(letGoSchema),
    inAll: z.number(),
    saved: boundsSchema.nullable().describe("over all of known upkeep"),
    unknown: z.number().describe("families of which too little is known to tell"),
  }),
};

/** The same as one object, as a plan has it. */
export const adviceSchema = object(adviceSchemas);
export type Advice = z.infer<typeof adviceSchema>;
