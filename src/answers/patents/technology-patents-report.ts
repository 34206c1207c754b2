import { z } from "zod";
import { familyRules } from "../../measure/patents/inventions.ts";
import { rights } from "../../measure/patents/rights.ts";
import { caseEndSchema, sameAsSchema } from "../exclusion/freedom-report.ts";
import { evidenceSchema } from "../shared/evidence.ts";
import { publishedCountSchema } from "../shared/published-counts.ts";
import { boundsSchema, fields, list, object, objects, placeSchema } from "../shared/schema.ts";

const estimate = object({ value: z.number(), low: z.number(), high: z.number() });

/** A part of a whole and how sure it is: bootstrap, 95%. */
const share = estimate.nullable();

export const followUpSchema = object({
  followUps: z.number(),
  others: z.number(),
  unknown: z.number().describe("families in neither count"),
  share: z.number().nullable().describe("0..1; null: fewer than 10 are known"),
  breadth: object({ followUps: z.number().nullable(), others: z.number().nullable() }).describe("mean offices a family"),
});

/** What documents are, by right. */
export const countsSchema = objects({
  right: z.enum(rights).describe("invention: patents, utility models and reissues"),
  documents: z.number(),
  applications: z.number().describe("a document whose application is unknown is one of its own"),
  grants: z.number().describe("applications with a grant"),
  families: z.number(),
});

/** How values are spread over the documents that have one. */
export const spreadSchema = object({
  ...fields(z.number().nullable(), "mean", "median", "lowerQuartile", "upperQuartile"),
  documents: z.number().describe("with a value"),
  of: z.number(),
});

/** A name as it is printed on documents. */
export const printedNameSchema = object({ name: z.string(), rule: z.string().describe("what joined it to its holder") });

export const patentHolderSchema = object({
  holder: z.string(),
  name: z.string(),
  organisation: z.string().nullable().describe("id in the atlas"),
  economy: z.string().nullable(),
  documents: z.number().describe("held alone or with others"),
  applications: z.number().describe("of these documents"),
  grants: z.number().describe("applications with a grant"),
  units: z.number().describe("families, held alone or with others"),
  shares: object({
    count: estimate.describe("of families; joint holders in equal parts"),
    countUnexpired: share,
    weight: share.describe("of blocking weight; null: unknown, it rests on fewer than 10 citations by others, or one holder has all"),
    weightUnexpired: share,
  }),
  citations: z.number().describe("citations by others in five years that the weight rests on"),
  citedByOthers: z.number().describe("citations by other holders of any date"),
  originality: spreadSchema,
  originalityReferences: z.number().describe("cited documents with a class that originality rests on"),
  followUp: followUpSchema,
  triples: z.number().describe("thickets of three that it is part of"),
  names: list(printedNameSchema),
});

/** The expected number of applications in force on the day of the question. */
export const inForceSchema = object({
  ...fields(z.number(), "low", "high", "known", "unknown", "notGranted"),
}).describe(
  "applications; low, high: expected number in force among those of known status; unknown: granted, or not known to be, not counted in low and high",
);

export const pathDocumentSchema = object({
  document: z.string(),
  title: z.string().nullable(),
  year: z.number().nullable(),
  holders: list(z.string()).describe("names"),
  leadsTo: list(z.string()).describe("what cites it on the path; several: a tie"),
});

export const talentSchema = object({
  from: z.string(),
  until: z.string(),
  active: z.number(),
  entrants: z.number().nullable(),
  movers: z.number(),
  moversAmong: z.number(),
  organisationHhi: z.number().nullable(),
  coverage: z.number().nullable().describe("part of the active whose economy is known"),
  economies: objects({ economy: z.string(), active: z.number(), entrants: z.number().nullable(), movers: z.number() }).nullable(),
  economyHhi: z.number().nullable(),
});

export const seedSchema = object({
  document: z.string(),
  title: z.string().nullable(),
  chosen: z.enum(["asked for", "most cited of the path"]),
  citedWithin: z.number(),
  citedBy: z.number().describe("by loaded documents"),
  generality: z.number().nullable(),
  generalityDocuments: z.number().describe("citing documents with a class, on which generality rests"),
  originality: z.number().nullable(),
  originalityDocuments: z.number(),
  disruption: z.number().nullable().describe("CD without a window; null where references are missing"),
  disruptionWithoutReferences: z.number().nullable().describe("variant without n_k"),
});

/** Who holds the patents of one technology, which of them others build on, and what lapses when. */
export const technologyPatentsSchema = object({
  technology: object({ id: z.string(), name: z.string() }),
  scope: list(z.string()).describe("technologies whose patents count, the members of its family among them"),
  asOf: z.string(),
  jurisdiction: z.string().nullable(),
  finding: z.string(),
  nextStep: z.string().nullable().describe("what to load to know more; null: enough is known"),
  coverage: object({
    documents: z.number(),
    units: z.number().describe("families, with a document at the office asked for"),
    counts: countsSchema.describe("of all offices; inventions, designs and plants apart"),
    joins: objects({ rule: z.enum(familyRules), documents: z.number() }).describe(
      "what joined documents to their family: DOCDB, one application, a parent that they continue, equal priorities, nothing",
    ),
    withFamily: z.number().describe("documents whose family DOCDB states"),
    ...fields(z.number(), "withHolder", "withFiling"),
    references: z.number().describe("cited documents, once for each citing one"),
    referencesWithClass: z.number(),
    withReferences: z.number().describe("documents with no reference known to be missing"),
    withText: z.number().describe("documents with an abstract to compare"),
    withEvents: z.number().describe("documents with a legal event"),
    offices: objects({ office: z.string(), documents: z.number() }),
    rules: objects({ rule: z.string(), technology: z.string(), documents: z.number() }),
  }),
  problems: objects({ id: z.string(), technology: z.string(), name: z.string(), documents: z.number() }).describe(
    "documents that count for a problem of the technology: a class and a word of the problem are in them; most first",
  ),
  holders: list(patentHolderSchema),
  holdersTotal: z.number(),
  shareBasis: object({
    level: z.number().describe("of the intervals"),
    isSample: z
      .boolean()
      .describe("whether the documents are a sample of what was published; else a union of searches, and intervals are of status alone"),
    isEnough: z.boolean().describe("a holder is known for three fifths of the families and for thirty, so that shares may be shown"),
    units: z.number(),
    withoutHolder: z.number(),
    withoutWeight: z.number().describe("families whose citations are unknown: open window, small cohort"),
    variant: z.enum(["X and Y", "citations without category"]).describe("what weights are made of"),
    withoutStatus: z.number(),
    leastCitations: z.number(),
  }),
  inForce: inForceSchema,
  expiry: object({
    years: objects({
      ...fields(z.number(), "year", "byEvent", "byTerm"),
      inForce: boundsSchema.describe("expected number in force of those by term whose status is known"),
      statusUnknown: z.number().describe("of those by term, in neither end of inForce"),
      weight: z.number(),
      weightUnknown: z.number(),
    }),
    unknown: z.number(),
    notGranted: z.number(),
  }),
  originality: spreadSchema.describe("may pass 1 by Hall's correction"),
  generality: spreadSchema,
  disruption: object({
    ever: spreadSchema,
    fiveYears: spreadSchema,
    withoutReferences: spreadSchema.describe("variant without n_k"),
    ...fields(z.number(), "consolidating", "neutral", "disruptive"),
  }).describe("CD of the documents with no reference known to be missing"),
  followUp: followUpSchema,
  seed: seedSchema.nullable(),
  mainPath: list(pathDocumentSchema).describe("global path of the technology, or that through the seed asked for, all ties, oldest first"),
  thickets: object({ mutualPairs: z.number(), triples: z.number(), variant: z.string(), holders: z.number() }).nullable(),
  talent: talentSchema.nullable(),
  priorArtBlocks: object({
    ...fields(z.number(), "applications", "documents", "literature", "documentsWithHolder"),
    offices: objects({ office: z.string().nullable(), applications: z.number(), documents: z.number() }),
    pairs: objects({ refused: z.string(), over: z.string(), documents: z.number(), applications: z.number() }),
  }),
  cases: objects({
    id: z.string(),
    sameAs: sameAsSchema,
    forum: z.string(),
    kind: z.string(),
    ...fields(z.string().nullable(), "plaintiff", "defendant", "filed", "outcome", "url"),
  }),
  publishedCounts: list(publishedCountSchema).describe("what others published, the most telling first; not from the patents loaded"),
  evidence: evidenceSchema,
});
export type TechnologyPatents = z.infer<typeof technologyPatentsSchema>;
export type HolderLine = TechnologyPatents["holders"][number];

const ownerSchema = object({ holder: z.string(), name: z.string() }).nullable();

const holderLineSchema = object({
  holder: z.string(),
  name: z.string(),
  organisation: z.string().nullable().describe("id in the atlas"),
  economy: z.string().nullable(),
  documents: z.number(),
  today: ownerSchema.describe("who took its patents over by the day asked for, as far as known; null: it has them still"),
  group: ownerSchema.describe("whose unit or subsidiary it is on that day, the last one up; null: of none known"),
  names: list(printedNameSchema),
});

/** Holders of patents, most documents first. */
export const holderListSchema = object({
  technology: object({ id: z.string(), name: z.string() }).nullable(),
  scope: list(z.string()).describe("technologies whose patents count; empty: all patents"),
  holders: list(holderLineSchema),
  total: z.number().describe("holders in all"),
  documents: z.number().describe("loaded documents"),
  withoutHolder: z.number(),
  evidence: evidenceSchema,
});
export type HolderList = z.infer<typeof holderListSchema>;

/** All that is known of one holder of patents. */
export const holderCardSchema = object({
  holder: z.string(),
  name: z.string(),
  organisation: z.string().nullable(),
  economy: z.string().nullable(),
  documents: z.number(),
  granted: z.number().describe("documents"),
  counts: countsSchema,
  today: ownerSchema.describe("who took its patents over by the day asked for; null: it has them still"),
  group: ownerSchema.describe("whose unit or subsidiary it is on that day, the last one up; null: of none known"),
  links: objects({
    relation: z.enum(["unit", "acquired", "belongs", "merged"]),
    ...fields(z.string(), "other", "name", "rule"),
    ...fields(z.string().nullable(), "since", "until", "source"),
  }).describe("what it is of another holder; rule: by its name, stated by a document, or assumed"),
  names: objects({ name: z.string(), rule: z.string(), documents: z.number() }),
  technologies: objects({ technology: z.string(), name: z.string(), documents: z.number() }),
  unassigned: z.number().describe("documents that no rule puts into a technology"),
  years: objects({ year: z.number().nullable(), documents: z.number() }),
  citedBy: z.number().describe("citations by loaded documents"),
  inForce: inForceSchema,
  caseCount: object({ owner: z.number(), other: z.number() }).describe("suits, ITC cases, reviews and licences, each once"),
  cases: objects({
    id: z.string(),
    side: z.enum(["owner", "other"]).describe("owner of the patents, or the other side: defendant, petitioner of a review"),
    printed: z.string(),
    rule: z.string(),
    against: objects({ holder: z.string(), name: z.string() }),
    forum: z.string(),
    kind: z.string(),
    title: z.string().nullable(),
    technologies: list(z.string()),
    ...fields(z.string().nullable(), "filed", "decided", "outcome"),
    ended: caseEndSchema,
    url: z.string().nullable(),
    place: placeSchema,
  }).describe("the newest"),
  asOf: z.string(),
  evidence: evidenceSchema,
});
export type HolderCard = z.infer<typeof holderCardSchema>;

/** What `measure` did, step by step. */
export const measureReportSchema = object({
  steps: objects({
    step: z.string(),
    rows: z.number().describe("rows of the tables that the step fills"),
    already: z.boolean().describe("nothing it reads has changed since it was last done; it was left alone"),
  }),
});
export type MeasureReport = z.infer<typeof measureReportSchema>;
