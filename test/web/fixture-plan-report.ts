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
  objective: { exposure: 1, freedom: 1, bargaining: 1, option: 2 },
  against: "BB",
  partners: ["CC"],
  jurisdictions: ["BB"],
  royaltiesFrom: ["BB"],
  followUp: null,
  diversification: null,
  dependencies: false,
  unknownJurisdictions: ["DD"],
  risk: null,
  homeKnown: true,
  salesKnown: true,
};

/** Programme `at` of those that are in: each brings less than the one before, the last few less than they cost. */
function programme(at: number, markup: string | null): ChosenProgramme {
  const [exposure, option, presentCost] = [Math.max(0, 300 - 20 * at), 10, 25];
  const technology = `technology-${at + 1}`;
  const worth = { technology, name: `Technology ${at + 1}`, jurisdiction: null };
  return {
    id: `${technology}/H01L${at}`,
    technology,
    name: markup ?? `Technology ${at + 1}`,
    group: at === 3 ? "" : `H01L ${at}`,
    partner: at === 1 ? "CC" : null,
    cost: 30,
    researcherYears: 120,
    field: "tool",
    families: 27.5,
    known: at === 0 ? 12 : null,
    reasons: [{ kind: "exposure", speaks: "for", text: markup ?? "home would lose by it", figures: {}, examples: [] }],
    part: at === 2 ? 0.5 : 1,
    launches: at === 2 ? [{ year: 2028, part: 0.5 }] : [{ year: 2027, part: 1 }],
    spent: 30,
    adds: [
      ...(exposure > 0 ? [{ target: `exposure:${technology}`, kind: "exposure" as const, worth: exposure, ...worth }] : []),
      { target: `option:${technology}`, kind: "option" as const, worth: option, ...worth },
    ],
    presentCost,
    lessCost: exposure + option - presentCost,
    net: 0,
  };
}

/** An invented plan with programmes, means and advice; the smallest budget of its frontier keeps to no bound. */
export function fixturePlanReport(evidence: Evidence, frontier: number | undefined, markup: string | null): PlanReport {
  const programmes = Array.from({ length: count }, (_, at) => programme(at, markup));
  const { part, launches, spent, adds, presentCost, lessCost, net, ...out } = programme(30, markup);
  const targets = programmes.flatMap((each) => each.adds);
  const worth = targets.reduce((sum, each) => sum + each.worth, 0);
  const points = Array.from({ length: frontier ?? 0 }, (_, at) => {
    const factor = (2 * at) / ((frontier ?? 0) - 1);
    const value = at === 0 ? null : worth * Math.sqrt(factor);
    return { factor, money: 160 * factor, value, bound: value && value * 1.1, gap: value && 0.09, programmes: at };
  });
  return {
    question: "What should Aland research and patent from 2027 to 2030?",
    finding: markup ?? "18 of 40 programmes: Technology 1 and more. All of it rests on assumed inputs.",
    plan: fixturePlanHead,
    candidates: 40,
    worth,
    presentCost: 25 * count,
    interval: { draws: 100, seed: 1, held: 0.8, worth: { low: worth / 2, high: 2 * worth }, lessCost: { low: -5, high: worth } },
    value: worth,
    bound: worth,
    gap: 0,
    stopped: false,
    greedy: worth / 2,
    programmes,
    next: [{ ...out, net: -3 }],
    resources: [
      { id: "money", used: [40, 30, 20, 10], available: [40, 40, 40, 40], price: 1 },
      { id: "tool", used: [50, 50, 50, 50], available: null, price: null },
    ],
    targets,
    more: { money: { value: 12, within: 1 }, people: { value: 0, within: 1 } },
    frontier: frontier === undefined ? null : points,
    regrets: null,
    robustness: null,
    against: null,
    advice: advice(markup),
    inputs: [
      input("discount", "published", "invented-1"),
      input("lapse", "derived", "fitted from 9 families loaded"),
      input("option", "assumed", null),
    ],
    left: { exposureNoShares: ["technology-14", "technology-20"], exposureNoLoss: [], bargainingNoMarket: [], freedomNoPatents: [] },
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
