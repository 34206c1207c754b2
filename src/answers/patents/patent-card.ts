import { z } from "zod";
import { termRules } from "../../measure/patents/term.ts";
import { sameAsSchema } from "../exclusion/freedom-report.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { fields, list, object, objects } from "../shared/schema.ts";

const text = z.string().nullable();
const number = z.number().nullable();

/** CD and its counts in one window. Counts are of later documents: `ni` cite it alone, `nj` cite it and what it cites, `nk` cite only what it cites. */
export const disruptionSchema = object({
  windowDays: number.describe("citing documents at most so many days later; null: all later ones"),
  ...fields(z.number(), "ni", "nj", "nk"),
  withoutNk: number.describe("(ni - nj) / (ni + nj); null: undefined, nothing cites it"),
  withNk: number.describe("CD index (ni - nj) / (ni + nj + nk); null: undefined"),
  mcd: number.describe("CD × (ni + nj)"),
  open: z.boolean().describe("the window was not over on the last day of the data"),
});
export type Disruption = z.infer<typeof disruptionSchema>;

export const dispersionSchema = object({
  value: number.describe("with Hall's correction; null: unknown below two documents with a class"),
  raw: number,
  classified: z.number().describe("documents with a class, which it rests on"),
  of: z.number().describe("documents cited, or citing"),
});

export const neighbourSchema = object({
  document: z.string(),
  shared: z.number(),
  strength: z.number().describe("Salton's cosine, 0..1"),
  ...fields(text, "title", "holder", "day"),
});

export const patentCitationsSchema = object({
  citedBy: z.number().describe("documents of the workspace that cite it"),
  citingLoaded: z.number().describe("those of them whose own record is loaded"),
  cites: z.number().describe("documents of its loaded references, each once"),
  stated: number.describe("patent references that the record itself states; null: it does not tell"),
  literature: z.number(),
  references: objects({ document: z.string(), loaded: z.boolean(), category: text, phase: text }),
  citingByYear: objects({ year: number, documents: z.number() }),
  disruption: list(disruptionSchema).nullable().describe("null: not shown, disruptionReason says why"),
  disruptionReason: text,
  originality: dispersionSchema.nullable(),
  generality: dispersionSchema.nullable(),
  forward5y: number.describe("citations within 1,825 days; null: unknown, the window is open or it has no day"),
  forwardRelative: number.describe("over the mean of its year and field; null: unknown, such as a cohort under 20"),
  coupled: list(neighbourSchema).nullable().describe("documents that share most references with it; null: too many to read"),
  cocited: list(neighbourSchema).nullable().describe("documents most often cited together with it; null: too many to read"),
});

export const inForceSchema = object({
  asOf: z.string(),
  low: number,
  high: number,
  basis: z.enum(["not-granted", "ended", "term", "events", "no-fees", "survival", "unknown"]),
  termEnd: text.describe("last day of its term, fees aside; null: unknown"),
  adjustmentDays: number.describe("adjustment and extension as stated; null: unknown, the end may be later"),
  termRule: z.enum(termRules).nullable().describe("what the term counts from"),
  termYears: number.describe("years that it counts; null: it ends with another patent, or on the day of a disclaimer"),
  latestEnd: text.describe("last day at the latest, where a terminal disclaimer leaves open how much of the adjustment counts"),
  terminalDisclaimer: z.boolean().describe("a part of its term is disclaimed; false: none is loaded"),
  opposed: text.describe("day of the latest opposition that is loaded; null: none"),
});

/** All that is known of one patent document. */
export const patentCardSchema = object({
  document: z.string(),
  loaded: z.boolean().describe("false: the workspace knows it only because others cite it"),
  finding: z.string(),
  title: text,
  office: z.string(),
  type: text,
  granted: z.boolean().nullable(),
  day: text.describe("of the grant, else of the first publication"),
  ...fields(text, "filed", "priority", "family", "application"),
  publications: objects({ kind: text, published: text, native: z.string() }),
  holders: objects({ role: z.string(), printed: z.string(), holder: text, name: text, organisation: text, economy: text, rule: text }),
  owners: objects({ holder: z.string(), name: z.string(), rule: z.string() }).describe(
    "who owns it on the day asked for: by records of assignment and mergers; rule: how it came to it",
  ),
  inventors: objects({ name: z.string(), economy: text }),
  classes: objects({ scheme: z.string(), symbol: z.string(), role: text }),
  technologies: objects({ technology: z.string(), name: text, rules: list(z.string()) }),
  inForce: inForceSchema.nullable().describe("null: only cited"),
  citations: patentCitationsSchema,
  network: object({ pagerank: z.number(), sleepingBeauty: number, awakening: number }).nullable(),
  text: object({ backward: number, forward5y: number, forward10y: number, impact: number, breakthrough: z.boolean().nullable() })
    .nullable()
    .describe("null: unknown, no abstract in English is loaded"),
  blocks: objects({
    application: z.string(),
    refused: text,
    office: z.string(),
    ...fields(text, "cited", "ground", "claims", "date"),
  }).describe("refusals of others over it, and of its own application"),
  cases: objects({
    id: z.string(),
    sameAs: sameAsSchema,
    forum: z.string(),
    kind: z.string(),
    ...fields(text, "title", "plaintiff", "defendant", "filed", "outcome", "url"),
  }),
  events: objects({ kind: z.string(), code: text, date: text, note: text }),
  links: objects({ relation: z.string(), other: z.string(), date: text }),
  claims: objects({ language: text, text: z.string() }).describe("the first claim, where it is loaded"),
  familyMembers: objects({
    document: z.string(),
    office: z.string(),
    ...fields(text, "title", "filed", "day"),
    granted: z.boolean().nullable(),
    rule: z.string().describe("what joined it to the family"),
    parents: objects({ relation: z.string(), other: z.string(), member: text.describe("the member of the family that it is") }),
  }).describe("loaded documents of its family, itself among them, first filed first"),
  timeline: objects({ day: z.string(), what: z.string(), of: z.string().describe("the document, or the case") }).describe(
    "what is dated of it and of its family, in order",
  ),
  records: objects({ load: z.string(), file: z.string(), record: z.number() }),
  evidence: evidenceSchema,
});
export type PatentCard = z.infer<typeof patentCardSchema>;
