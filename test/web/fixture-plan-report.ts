import type { Advice } from "../../src/answers/patents/portfolio/advice-report.ts";
import type { ChosenProgramme, PlanHead, PlanReport } from "../../src/answers/plan/plan-report.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";

/** Years of the plan, and programmes that are in. */
const [years, count] = [[2027, 2028, 2029, 2030], 18];

export const fixturePlanHead: PlanHead = {
  id: "invented-lab",
  name: "An invented laboratory",
  about: "Little money, and nothing to protect.",
  home: "AA",
  homeName: "Aland",
  asOf: "2026-01-01",
  years,
  money: [40, 40, 40, 40],
  researchers: [{ field: "tool", byYear: [100, 100, 100, 100] }],
  unspent: 1,
  objective: { resilience: 1, income: 1, clout: 2 },
  against: "BB",
  againstName: "Bland",
  jurisdictions: ["BB"],
  generation: "any",
  followUp: null,
  originality: null,
  diversification: null,
  unknownJurisdictions: ["DD"],
  lossUnknown: null,
};

/** Programme `at` of those that are in: each is missed by less than the one before. */
function programme(at: number, markup: string | null): ChosenProgramme {
  const technology = `technology-${at + 1}`;
  const missed = Math.max(1, 300 - 20 * at);
  return {
    id: `problem-${at + 1}/full${at === 3 ? "" : "+plant"}`,
    problem: `problem-${at + 1}`,
    name: markup ?? `Problem ${at + 1}`,
    need: at === 1 ? null : (markup ?? "It has to be solved."),
    technology,
    technologyName: `Technology ${at + 1}`,
    field: "tool",
    maturity: "pilot",
    nextGeneration: at % 2 === 1,
    clock: at === 0 ? null : [2029, 2030, 2031],
    ownInputs: at === 1 ? ["clock"] : [],
    effort: 120,
    families: 12,
    works: 0.5,
    wins: 0.02,
    rivals: 5000,
    rivalsKnown: at === 0,
    supplies: at === 3 ? 0 : 0.4,
    sized: true,
    quarters: 4 - (at % 2),
    money: [10, 10],
    people: [60, 60],
    cost: 25,
    royalties: 0.5,
    freedom: 0.1,
    sells: 0,
    profit: 0,
    rights: 3,
    claimsFrom: 2031,
    source: at === 0 ? "invented-1" : null,
    leads: [0.002, 0.01, 0.05],
    missed,
    instead: [],
    alone: missed + 10,
    share: missed + 5,
    error: 1,
    resilience: missed + 30,
    why: markup ?? `keeps USD ${missed + 30} M of own sales`,
  };
}

/** An invented plan with programmes, means and advice. */
export function fixturePlanReport(evidence: Evidence, frontier: number | undefined, markup: string | null): PlanReport {
  const programmes = Array.from({ length: count }, (_, at) => programme(at, markup));
  const { missed, alone, share, error, leads, ...out } = programme(31, markup);
  const worth = programmes.reduce((sum, each) => sum + each.share, 0);
  const points = Array.from({ length: frontier ?? 0 }, (_, at) => {
    const factor = (2 * at) / ((frontier ?? 0) - 1);
    const value = worth * Math.sqrt(factor);
    return { factor, money: 160 * factor, programmes: at, value, resilience: value, income: 1, rights: 2 };
  });
  return {
    question: "What should Aland research from 2027 to 2030, and what is that worth as a whole?",
    finding: markup ?? "18 of 40 problems taken up: Problem 1 and more. All of it rests on assumed inputs.",
    plan: fixturePlanHead,
    candidates: { problems: 40, programmes: 90, next: 12, nextTechnologies: 5, nextUncounted: 3 },
    horizon: 18,
    sales: 10_000,
    lost: { without: 5000, with: 3000 },
    resilience: { mean: 2000, error: 20, interval: { low: 900, high: 2500 } },
    income: { mean: 9, interval: { low: 2, high: 30 } },
    rights: { mean: 40, interval: { low: 10, high: 90 }, byYear: [0, 0, 0, 1, 4] },
    clout: {
      on: "BB",
      onName: "Bland",
      rightsIn: [
        { jurisdiction: "BB", name: "Bland", loaded: false },
        { jurisdiction: "CC", name: "Cland", loaded: true },
      ],
      byYear: [
        { year: 2026, rightsHeld: [0, 2, 5], rightsAdded: [0, 0, 0], supplyHeld: [10, 20, 30], supplyWith: [10, 20, 30] },
        { year: 2036, rightsHeld: [0, 1, 2], rightsAdded: [1, 4, 9], supplyHeld: [8, 16, 24], supplyWith: [9, 18, 27] },
      ],
      supplyGap: null,
      leavesOut: 3,
      moves: ["EUV lithography"],
      products: ["Memory"],
      cost: [1, 2, 3],
      reply: { name: "Gas", harm: [1, 2, 3], cost: [4, 5, 6], left: [9, 18, 27] },
      ifAllJoin: [50, 60, 70],
      conditions: ["Nothing is begun."],
    },
    cost: 25 * count,
    capital: 20 * count,
    value: worth,
    bound: worth * 1.1,
    gap: 0.09,
    stopped: true,
    timeUp: 20,
    worlds: {
      chosen: 2000,
      fresh: 2000,
      draws: 24,
      seed: 1,
      saved: { mean: worth, error: worth / 10 },
      quarters: { count: 4, best: worth * 1.2, least: worth, most: worth * 1.4 },
    },
    worst: { part: 0.2, lostWithout: 9000, lostWith: 7000 },
    programmes,
    out: [{ ...out, adds: -3, why: markup ?? "royalties USD 500,000 against a cost of USD 25 M" }],
    resources: [
      { id: "money", used: [40, 30, 20, 10], available: [40, 40, 40, 40] },
      { id: "tool", used: [50, 50, 50, 50], available: null },
    ],
    acts: [{ coalition: ["BB", "CC"], mode: "capital", technologies: 7, again: true }],
    replies: [
      { move: "none", resilience: 2000, lost: { without: 6000, with: 4000 }, income: 10, rights: 44 },
      { move: "matches", resilience: 2000, lost: { without: 6000, with: 4000 }, income: 6, rights: 30 },
    ],
    frontier: frontier === undefined ? null : points,
    sensitivity: null,
    robustness: null,
    against: null,
    advice: advice(markup),
    inputs: [
      input("discount", "published", "invented-1"),
      input("lapse", "derived", "fitted from 9 families loaded"),
      input("capital", "assumed", null),
    ],
    calibration: [
      {
        id: "past",
        what: "An invented programme",
        unit: "years",
        low: 6,
        high: 6,
        model: { low: 4, high: 8 },
        holds: true,
        source: "invented-1",
        note: "",
      },
    ],
    left: { noMarket: ["technology-14", "technology-20"], noPlant: ["technology-20"], noCount: [] },
    evidence,
  };
}

const input = (id: string, grade: "published" | "derived" | "assumed", source: string | null): PlanReport["inputs"][number] => ({
  id,
  scope: "",
  low: 0.03,
  high: 0.07,
  unit: "a year",
  grade,
  source,
  note: "made up",
  given: grade === "derived" ? "patents" : "table",
});

const advice = (markup: string | null): Advice => ({
  filing: [
    {
      technology: { id: "technology-1", name: markup ?? "Technology 1" },
      firstUse: null,
      offices: [
        {
          office: "BB",
          market: "BB",
          families: 0,
          stake: { low: 1e6, high: 2e6 },
          value: { low: 1e5, high: 2e5 },
          cost: { low: 1e4, high: 2e4 },
          ratio: { low: 5, high: 20 },
          verdict: "file",
          reason: "covers-cost",
          covers: 0.97,
          clout: null,
          why: null,
        },
        {
          office: "CC",
          market: "CC",
          families: 0,
          stake: null,
          value: null,
          cost: { low: 1e4, high: 2e4 },
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
  waiting: {
    families: [
      {
        document: "US1",
        title: markup,
        holders: ["Beta"],
        technology: "technology-1",
        citedBy: 0,
        lapses: 2028,
        inForce: null,
        citations: null,
        reasons: ["lapses-soon"],
        question: markup ?? "Does a claim of US1 read on what is planned?",
      },
    ],
    inAll: 4,
    of: 9,
  },
  crossLicences: { pairs: [], inAll: 0, variant: "X and Y" },
  lettingGo: { families: [], inAll: 0, saved: null, unknown: 3 },
});
