import type { Evidence } from "../../src/answers/shared/evidence.ts";
import type { Answers } from "../../src/ask/ask.ts";
import { LevermapError } from "../../src/base/errors.ts";

const head = { id: "invented", name: "Invented", about: null, asOf: "2026-01-01", outsiders: "backfilling", sources: [] } as const;

/** One scenario in which nothing acts on supply. */
export function fixtureScenarios(evidence: Evidence): Answers<"scenarios" | "scenarioPlan" | "simulate" | "published" | "compare"> {
  const known = (question: object): void => {
    if ("id" in question && question.id !== head.id) throw new LevermapError("LM_SCENARIO_UNKNOWN", `No scenario "${question.id}".`);
  };
  const plan = {
    question: "What does it do?",
    finding: "Nothing.",
    scenario: head,
    start: null,
    horizons: [0, 3, 6, 12, 24, 60],
    measures: [],
    patents: [],
    untold: [],
    untoldParts: [],
    targets: [],
    evidence,
  };
  return {
    scenarios: async () => ({ scenarios: [{ id: head.id, name: head.name, about: null, kinds: ["withhold"], from: "2026-01-01" }] }),
    scenarioPlan: async (question) => {
      known(question);
      return { ...plan, followers: [] };
    },
    simulate: async ({ draws = 2_000, seed = 1, ...question }) => {
      known(question);
      return {
        ...plan,
        draws,
        seed,
        unknownTargets: [],
        senders: [],
        otherSales: null,
        unpriced: [],
        sensitivity: [],
        names: {},
        published: [],
      };
    },
    compare: async ({ draws = 2_000, seed = 1 }) => ({
      ...plan,
      first: head,
      second: head,
      draws,
      seed,
      senders: [],
      usd: null,
      sales: [],
    }),
    published: async ({ draws = 2_000, seed = 1 }) => ({
      question: plan.question,
      finding: plan.finding,
      draws,
      seed,
      counts: { below: 0, overlaps: 0, above: 0, bounds: 0, none: 0 },
      scenarios: [],
      figures: [],
      evidence,
    }),
  };
}
