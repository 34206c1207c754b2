import type { MapView } from "../../src/answers/card/map-view.ts";
import type { TechnologyPatents } from "../../src/answers/patents/technology-patents-report.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";

/** The technology of the fixture without a patent, and the one of whose patents hardly anything is known. */
export const withoutPatents = "technology-14";
export const littleKnown = "technology-15";

/** The document that the fixture knows most of. */
export const seedDocument = "US1000001";

type Holder = TechnologyPatents["holders"][number];
type Spread = TechnologyPatents["originality"];
type FollowUp = TechnologyPatents["followUp"];
type Share = Holder["shares"]["weight"];

const variant = "citations without category";
const noFollowUp: FollowUp = { followUps: 0, others: 0, unknown: 12, share: null, breadth: { followUps: null, others: null } };
const noSpread: Spread = { mean: null, median: null, lowerQuartile: null, upperQuartile: null, documents: 0, of: 12 };
const estimate = (value: number): NonNullable<Share> => ({ value, low: value * 0.6, high: Math.min(1, value * 1.4) });

const spread = (mean: number, documents: number): Spread => ({
  mean,
  median: mean - 0.05,
  lowerQuartile: mean - 0.1,
  upperQuartile: mean + 0.1,
  documents,
  of: 12,
});

/** The made-up patents of a technology, as of 2026-11-20. `markup` stands in titles and names. */
export function fixturePatents(node: MapView["nodes"][number], evidence: Evidence, markup: string | null): TechnologyPatents {
  const { id, name } = node;
  if (id === withoutPatents) return emptyReport(id, name, evidence);
  const known = id !== littleKnown;
  return {
    ...emptyReport(id, name, evidence),
    finding: `Organisation Beta holds the most loaded patents of ${markup ?? name}.`,
    coverage: {
      ...noCoverage,
      documents: 12,
      units: 10,
      withHolder: 11,
      references: 90,
      referencesWithClass: 30,
      offices: [{ office: "US", documents: 12 }],
    },
    holders: known ? [holder("org-beta", markup ?? "Organisation Beta", "BB", 0.5), holder("key:solo", "Solo Works", null, 0.125)] : [],
    holdersTotal: known ? 4 : 0,
    shareBasis: {
      level: 0.95,
      isSample: true,
      isEnough: known,
      units: 10,
      withoutHolder: known ? 1 : 10,
      withoutWeight: 0,
      variant,
      withoutStatus: 0,
      leastCitations: 10,
    },
    inForce: known ? { low: 3, high: 5, known: 9, unknown: 2, notGranted: 1 } : { low: 0, high: 0, known: 0, unknown: 12, notGranted: 0 },
    expiry: known
      ? {
          years: [
            year(2024, { byTerm: 4, byEvent: 1 }),
            year(2028, { byTerm: 3, inForce: { low: 1, high: 2 }, statusUnknown: 1 }),
            year(2031, { byTerm: 1, statusUnknown: 1 }),
          ],
          unknown: 2,
          notGranted: 1,
        }
      : { years: [], unknown: 12, notGranted: 0 },
    originality: known ? spread(0.4, 8) : noSpread,
    generality: known ? spread(0.6, 6) : noSpread,
    disruption: {
      ever: known ? spread(-0.2, 5) : noSpread,
      fiveYears: noSpread,
      withoutReferences: noSpread,
      consolidating: known ? 4 : 0,
      neutral: known ? 1 : 0,
      disruptive: 0,
    },
    seed: known ? seed(markup) : null,
    mainPath: known ? path(markup) : [],
  };
}

const noCoverage: TechnologyPatents["coverage"] = {
  documents: 0,
  units: 0,
  counts: [],
  joins: [],
  withFamily: 0,
  withHolder: 0,
  withFiling: 0,
  references: 0,
  referencesWithClass: 0,
  withReferences: 0,
  withText: 0,
  withEvents: 0,
  offices: [],
  rules: [],
};

function emptyReport(id: string, name: string, evidence: Evidence): TechnologyPatents {
  return {
    technology: { id, name },
    scope: [id],
    asOf: "2026-11-20",
    jurisdiction: null,
    finding: `No patent of ${name} is loaded.`,
    nextStep: "Load some.",
    coverage: noCoverage,
    problems: [],
    holders: [],
    holdersTotal: 0,
    shareBasis: {
      level: 0.95,
      isSample: false,
      isEnough: false,
      units: 0,
      withoutHolder: 0,
      withoutWeight: 0,
      variant,
      withoutStatus: 0,
      leastCitations: 10,
    },
    inForce: { low: 0, high: 0, known: 0, unknown: 0, notGranted: 0 },
    expiry: { years: [], unknown: 0, notGranted: 0 },
    originality: noSpread,
    generality: noSpread,
    disruption: { ever: noSpread, fiveYears: noSpread, withoutReferences: noSpread, consolidating: 0, neutral: 0, disruptive: 0 },
    followUp: noFollowUp,
    seed: null,
    mainPath: [],
    thickets: null,
    talent: null,
    priorArtBlocks: { applications: 0, documents: 0, literature: 0, documentsWithHolder: 0, offices: [], pairs: [] },
    cases: [],
    publishedCounts: [],
    evidence,
  };
}

function holder(id: string, name: string, economy: string | null, count: number): Holder {
  return {
    holder: id,
    name,
    organisation: null,
    economy,
    documents: 6,
    applications: 5,
    grants: 4,
    units: 5,
    shares: {
      count: estimate(count),
      countUnexpired: count > 0.2 ? estimate(count) : null,
      weight: count > 0.2 ? estimate(count * 1.2) : null,
      weightUnexpired: null,
    },
    citations: count > 0.2 ? 17 : 3,
    citedByOthers: 20,
    originality: count > 0.2 ? spread(0.4, 4) : noSpread,
    originalityReferences: count > 0.2 ? 15 : 0,
    followUp: noFollowUp,
    triples: 0,
    names: [{ name, rule: "own" }],
  };
}

type Year = TechnologyPatents["expiry"]["years"][number];

const year = (at: number, facts: Partial<Year>): Year => ({
  year: at,
  byEvent: 0,
  byTerm: 0,
  inForce: { low: 0, high: 0 },
  statusUnknown: 0,
  weight: 0,
  weightUnknown: 0,
  ...facts,
});

function seed(markup: string | null): NonNullable<TechnologyPatents["seed"]> {
  return {
    document: seedDocument,
    title: markup ?? "Invented method",
    chosen: "most cited of the path",
    citedWithin: 7,
    citedBy: 30,
    generality: 0.7,
    generalityDocuments: 30,
    originality: null,
    originalityDocuments: 0,
    disruption: -0.25,
    disruptionWithoutReferences: -0.25,
  };
}

function path(markup: string | null): TechnologyPatents["mainPath"] {
  return [
    { document: seedDocument, title: markup ?? "Invented method", year: 2001, holders: [markup ?? "Organisation Beta"], leadsTo: ["US2"] },
    { document: "US2", title: null, year: null, holders: [], leadsTo: [] },
  ];
}
