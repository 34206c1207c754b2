import { describe, expect, it } from "vitest";
import { homeWords, planFinding } from "../../../src/answers/plan/plan-labels.ts";
import type { PlanHead } from "../../../src/answers/plan/plan-report.ts";

type Told = Parameters<typeof planFinding>[0];

const head = { homeName: "Aland", years: [2027], money: [10], unspent: 0, homeKnown: true, salesKnown: true } as unknown as PlanHead;

/** The finding on a plan with one programme. */
const finding = (of: Partial<Told>, shortest = 1): string =>
  planFinding(
    {
      plan: head,
      candidates: 3,
      programmes: [{ name: "Etch" }],
      targets: [{ kind: "option", worth: 62 }],
      worth: 62,
      presentCost: 10,
      interval: { draws: 100, seed: 1, held: 0.8, worth: { low: 31, high: 124 }, lessCost: { low: -21, high: 114 } },
      ...of,
    } as unknown as Told,
    shortest,
  );

describe("the finding of a plan", () => {
  it("tells value, cost and net with its interval", () => {
    expect(finding({})).toBe(
      "1 of 3 programmes selected: Etch. They bring USD 62 M for USD 10 M, present value: net USD 52 M (USD -21 to 114 M in 80% of draws).",
    );
    expect(finding({ targets: [] })).toContain("bring nothing of known value in USD");
  });

  it("tells why nothing is begun", () => {
    const why = (of: Partial<Told>, shortest?: number): string => finding({ programmes: [], ...of }, shortest);
    expect(why({ plan: { ...head, money: [0] } })).toBe("Nothing is begun: there is no money.");
    expect(why({}, 4)).toBe("Nothing is begun: a programme takes 4 years, the plan has 1.");
    expect(why({ candidates: 0 })).toContain("no programme to choose from");
    expect(why({ plan: { ...head, unspent: 1 } })).toContain("covers its cost");
  });

  it("says which kinds of gain are not counted where the sales of the home are unknown", () => {
    expect(homeWords(head)).toBe("");
    expect(homeWords({ ...head, salesKnown: false })).toMatch(/exposure removed and freedom to operate are not counted, which is not 0\.$/);
    expect(homeWords({ ...head, homeKnown: false })).toMatch(/^With no data on Aland, this plan is generic/);
  });
});
