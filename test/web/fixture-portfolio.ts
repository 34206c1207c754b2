import type { PortfolioQuestion } from "../../src/answers/patents/patent-questions.ts";
import type { PortfolioReport } from "../../src/answers/patents/portfolio/portfolio-report.ts";
import type { HolderCard } from "../../src/answers/patents/technology-patents-report.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";

const ends = { low: 1e6, high: 2e9 };

/** What a made-up holder has. */
export function fixturePortfolio(card: HolderCard, { jurisdiction, technology }: PortfolioQuestion, evidence: Evidence): PortfolioReport {
  const { holder, name, organisation, economy, documents, granted, unassigned, inForce, caseCount, cases, asOf } = card;
  const ref = { id: technology ?? "technology-7", name: "Technology 7" };
  return {
    question: `What do the patents of ${name} hold, and what might be done with them?`,
    finding: `${name} holds ${documents} documents.`,
    asOf,
    holder: { holder, name, organisation, economy },
    technology: technology === undefined ? null : ref,
    office: jurisdiction ?? null,
    documents,
    granted,
    families: documents,
    counts: [],
    unassigned,
    citedByOthers: 3,
    inForce,
    originality: { mean: null, median: null, lowerQuartile: null, upperQuartile: null, documents: 0, of: documents },
    technologies: [{ technology: ref, documents: 0, families: 0, units: 9, holding: null, isEnough: false }],
    technologiesInAll: 1,
    expiry: { years: [], unknown: documents, notGranted: 0 },
    blocks: { holders: [], holdersInAll: 0, refusedOver: [], refusedBy: [] },
    caseCount,
    cases,
    exclusion: [
      {
        office: "US",
        market: "US",
        documents,
        usd: ends,
        unknown: null,
        value: ends,
        groups: [{ technology: ref, mainGroup: null, patents: 1, without: null, adds: null }],
        groupsInAll: 1,
      },
    ],
    filing: [
      {
        technology: ref,
        firstUse: null,
        offices: [
          {
            office: "US",
            market: "US",
            families: documents,
            stake: null,
            value: null,
            cost: ends,
            ratio: null,
            verdict: "unknown",
            reason: "stake-unknown",
            covers: null,
            clout: null,
            why: null,
          },
        ],
      },
    ],
    waiting: { families: [], inAll: 0, of: 0 },
    crossLicences: { pairs: [], inAll: 0, variant: "X and Y" },
    lettingGo: { families: [], inAll: 0, saved: null, unknown: documents },
    evidence,
  };
}
