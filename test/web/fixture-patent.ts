import type { PatentCard } from "../../src/answers/patents/patent-card.ts";
import type { PatentSearch } from "../../src/answers/patents/search/patent-search-report.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { seedDocument } from "./fixture-patents.ts";

const onlyCited = "US2";

/** The made-up patents: one that is loaded, and one that is only cited. Throws LM_PATENT_UNKNOWN. */
export function fixturePatent(number: string, evidence: Evidence, markup: string | null): PatentCard {
  if (number !== seedDocument && number !== onlyCited) throw new LevermapError("LM_PATENT_UNKNOWN", `No patent "${number}" is loaded.`);
  const card = unknownPatent(evidence);
  if (number === onlyCited) return card;
  return {
    ...card,
    document: seedDocument,
    loaded: true,
    finding: `30 documents of this workspace cite ${seedDocument}.`,
    title: markup ?? "Invented method",
    type: "utility",
    granted: true,
    day: "2001-02-03",
    filed: "1999-04-05",
    holders: [
      { role: "assignee", printed: markup ?? "BETA INC", holder: "org-beta", name: markup, organisation: null, economy: "BB", rule: "key" },
    ],
    classes: [{ scheme: "cpc", symbol: "H01L 21/76", role: "inventive" }],
    technologies: [{ technology: "technology-13", name: "Technology 13", rules: ["invented-rule"] }],
    inForce: {
      asOf: "2026-11-20",
      low: 0,
      high: 0,
      basis: "term",
      termEnd: "2019-04-05",
      adjustmentDays: 120,
      termRule: "filing",
      termYears: 20,
      latestEnd: "2019-04-05",
      terminalDisclaimer: false,
      opposed: null,
    },
    citations: {
      ...card.citations,
      citedBy: 30,
      cites: 4,
      disruption: [{ windowDays: null, ni: 9, nj: 15, nk: 0, withoutNk: -0.25, withNk: -0.25, mcd: -6, open: false }],
      disruptionReason: null,
      originality: { value: null, raw: null, classified: 0, of: 4 },
      generality: { value: 0.7, raw: 0.68, classified: 30, of: 30 },
    },
  };
}

function unknownPatent(evidence: Evidence): PatentCard {
  return {
    document: onlyCited,
    loaded: false,
    finding: `${onlyCited} is known only because 1 document of this workspace cites it; its own record is not loaded.`,
    title: null,
    office: "US",
    type: null,
    granted: null,
    day: null,
    filed: null,
    priority: null,
    family: null,
    application: null,
    publications: [],
    holders: [],
    owners: [],
    inventors: [],
    classes: [],
    technologies: [],
    inForce: null,
    citations: {
      citedBy: 1,
      citingLoaded: 1,
      cites: 0,
      stated: null,
      literature: 0,
      references: [],
      citingByYear: [],
      disruption: null,
      disruptionReason: "its own record is not loaded, so that nobody knows what it cites",
      originality: null,
      generality: null,
      forward5y: null,
      forwardRelative: null,
      coupled: [],
      cocited: null,
    },
    network: null,
    text: null,
    blocks: [],
    cases: [],
    events: [],
    links: [],
    claims: [],
    familyMembers: [],
    timeline: [],
    records: [],
    evidence,
  };
}

/** Made-up documents found by their words. */
export function fixturePatentSearch(words: string, top: number | undefined, evidence: Evidence, markup: string | null): PatentSearch {
  const found = [
    {
      document: seedDocument,
      title: markup ?? "Invented method",
      holders: [{ holder: "beta", name: markup ?? "Organisation Beta" }],
      day: "2001-02-03",
      technologies: [{ technology: "technology-13", name: "Technology 13" }],
      citedBy: 30,
      inTitle: 1,
    },
  ];
  return {
    words: words.split(" "),
    reading: words,
    total: found.length,
    families: 1,
    searched: 40,
    found: found.slice(0, top),
    facets: null,
    evidence,
  };
}
