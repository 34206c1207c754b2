import type { PlanOutline, PlanReport } from "../../src/answers/plan/plan-report.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";
import type { Answers } from "../../src/ask/ask.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { fixturePlanHead, fixturePlanReport } from "./fixture-plan-report.ts";
import { fixtureVariants } from "./fixture-variants.ts";

const plan = {
  id: "invented",
  name: "Invented",
  about: null,
  home: "AA",
  homeName: "Aland",
  asOf: "2026-01-01",
  years: [2027],
  money: [0],
  researchers: [],
  objective: { resilience: 1, income: 1, clout: 0 },
  against: null,
  againstName: null,
  jurisdictions: [],
  royaltiesFrom: [],
  generation: "any",
  followUp: null,
  originality: null,
  diversification: null,
  unknownJurisdictions: [],
  unspent: 0,
  lossUnknown: null,
} as const;

/** One plan without money, one with some, and one that cannot be kept. */
export function fixturePlans(
  evidence: Evidence,
  markup: string | null,
): Answers<"plans" | "planOutline" | "plan" | "planExplain" | "planVariants" | "planCompare"> {
  const none = (): Promise<never> => Promise.reject(new LevermapError("LM_PLAN_UNKNOWN", "There is no such plan here."));
  const told = {
    question: "What should Aland research and patent?",
    finding: "Nothing is begun: there is no money.",
    plan,
    inputs: [],
    left: { noMarket: [], noPlant: [], noCount: [] },
    evidence,
  };
  const outline: PlanOutline = {
    ...told,
    programmes: [],
    acts: [],
  };
  const report: PlanReport = {
    ...told,
    candidates: { problems: 0, programmes: 0, next: 0, nextTechnologies: 0, nextUncounted: 0 },
    horizon: 18,
    sales: 0,
    lost: { without: 0, with: 0 },
    resilience: { mean: 0, error: 0, interval: { low: 0, high: 0 } },
    income: { mean: 0, interval: { low: 0, high: 0 } },
    rights: null,
    clout: null,
    cost: 0,
    capital: 0,
    value: 0,
    bound: 0,
    gap: 0,
    stopped: false,
    timeUp: null,
    worlds: { chosen: 2000, fresh: 2000, draws: 24, seed: 1, saved: null, quarters: { count: 4, best: 0, least: 0, most: 0 } },
    worst: { part: 0.2, lostWithout: 0, lostWith: 0 },
    programmes: [],
    out: [],
    resources: [],
    acts: [],
    replies: [],
    calibration: [],
    sensitivity: null,
    frontier: null,
    robustness: null,
    advice: {
      filing: [],
      waiting: { families: [], inAll: 0, of: 0 },
      crossLicences: { pairs: [], inAll: 0, variant: "X and Y" },
      lettingGo: { families: [], inAll: 0, saved: null, unknown: 0 },
    },
    against: null,
  };
  const known = (question: object): boolean => "id" in question && question.id === plan.id;
  const isLab = (question: object): boolean => "id" in question && question.id === fixturePlanHead.id;
  const listed = [plan, fixturePlanHead, { ...plan, id: "impossible", name: "Impossible" }];
  return {
    plans: async () => ({
      plans: listed.map(({ id, name, about, home, against, years }) => ({
        id: id ?? "",
        name,
        about: markup ?? about,
        home,
        against,
        years: years.length,
      })),
    }),
    planOutline: async (question) => (isLab(question) ? { ...outline, plan: fixturePlanHead } : known(question) ? outline : none()),
    planVariants: async (question) => (isLab(question) ? fixtureVariants(fixturePlanReport(evidence, undefined, markup), markup) : none()),
    plan: async (question) => {
      if (isLab(question)) return fixturePlanReport(evidence, question.frontier, markup);
      if ("id" in question && question.id === "impossible")
        throw new LevermapError("LM_PLAN_INFEASIBLE", "No plan keeps to all of impossible: money of 2027 cannot hold.");
      return known(question) ? report : none();
    },
    planExplain: none,
    planCompare: none,
  };
}
