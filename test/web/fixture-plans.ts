import type { Answers } from "../../src/answers/ask/ask.ts";
import type { PlanOutline, PlanReport } from "../../src/answers/plan/plan-report.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { fixturePlanHead, fixturePlanReport } from "./fixture-plan-report.ts";

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
  objective: { exposure: 1, freedom: 1, bargaining: 1, option: 1 },
  against: null,
  partners: [],
  jurisdictions: [],
  royaltiesFrom: [],
  followUp: null,
  diversification: null,
  dependencies: false,
  unknownJurisdictions: [],
  unspent: 0,
  risk: null,
  homeKnown: true,
  salesKnown: true,
} as const;

/** One plan without money, one with some, and one that cannot be kept. */
export function fixturePlans(
  evidence: Evidence,
  markup: string | null,
): Answers<"plans" | "planOutline" | "plan" | "planExplain" | "planCompare"> {
  const none = (): Promise<never> => Promise.reject(new LevermapError("LM_PLAN_UNKNOWN", "There is no such plan here."));
  const told = {
    question: "What should Aland research and patent?",
    finding: "Nothing is begun: there is no money.",
    plan,
    inputs: [],
    left: { exposureNoShares: [], exposureNoLoss: [], bargainingNoMarket: [], freedomNoPatents: [] },
    evidence,
  };
  const outline: PlanOutline = {
    ...told,
    programmes: [],
    targets: { exposure: 0, freedom: 0, bargaining: 0, option: 0 },
    scenarios: [],
  };
  const report: PlanReport = {
    ...told,
    candidates: 0,
    worth: 0,
    interval: { draws: 100, seed: 1, held: 0.8, worth: { low: 0, high: 0 }, lessCost: { low: 0, high: 0 } },
    presentCost: 0,
    value: 0,
    bound: 0,
    gap: 0,
    stopped: false,
    greedy: 0,
    programmes: [],
    next: [],
    resources: [],
    targets: [],
    more: { money: { value: 0, within: 0 }, people: null },
    frontier: null,
    regrets: null,
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
  const listed = [plan, fixturePlanHead, { ...plan, id: "impossible", name: "Impossible" }];
  return {
    plans: async () => ({
      plans: listed.map(({ id, name, about, home, years }) => ({ id: id ?? "", name, about: markup ?? about, home, years: years.length })),
    }),
    planOutline: async (question) => (known(question) ? outline : none()),
    plan: async (question) => {
      if ("id" in question && question.id === fixturePlanHead.id) return fixturePlanReport(evidence, question.frontier, markup);
      if ("id" in question && question.id === "impossible")
        throw new LevermapError("LM_PLAN_INFEASIBLE", "No plan keeps to all of impossible: money of 2027 cannot hold.");
      return known(question) ? report : none();
    },
    planExplain: none,
    planCompare: none,
  };
}
