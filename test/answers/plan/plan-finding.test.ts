import { describe, expect, it } from "vitest";
import { homeWords, planFinding } from "../../../src/answers/plan/plan-finding.ts";
import type { PlanHead, PlanReport } from "../../../src/answers/plan/plan-report.ts";

type Report = Parameters<typeof planFinding>[0];

const head = {
  homeName: "Aland",
  years: [2027],
  objective: { exposure: 1, freedom: 1, bargaining: 1, option: 1 },
  unspent: 0,
  risk: null,
  homeKnown: true,
  salesKnown: true,
} as unknown as PlanHead;

/** A plan with one programme. */
const finding = (of: Partial<PlanReport>): string =>
  planFinding(
    {
      plan: head,
      candidates: 3,
      programmes: [{ name: "Etch", lessCost: 1 }],
      resources: [{ id: "money", used: [10], available: [10] }],
      targets: [{ kind: "option", worth: 62 }],
      worth: 62,
      presentCost: 10,
      interval: { draws: 100, seed: 1, held: 0.8, worth: { low: 31, high: 124 }, lessCost: { low: 21, high: 114 } },
      greedy: null,
      stopped: false,
      ...of,
    } as unknown as Report,
    1,
  );

describe("the finding of a plan", () => {
  it("tells how much better another plan may be as a part of this one, not of the best", () => {
    expect(finding({ value: 62, bound: 100, gap: 0.38 })).toContain("No plan is better by more than 61%.");
    expect(finding({ value: 62, bound: 62, gap: 0 })).toContain("No plan is better.");
    expect(finding({ value: -2, bound: 3, gap: 1 })).toContain("No plan is better by more than USD 5 M.");
  });

  it("says which kinds of gain are not counted where nobody knows what the home sells", () => {
    const unknown = { ...head, salesKnown: false };
    expect(finding({ plan: unknown, value: 62, bound: 62, gap: 0 })).toMatch(
      /No source tells what Aland sells and what that is worth: neither exposure removed nor freedom to operate is counted, which is not 0\.$/,
    );
    expect(homeWords(head)).toBe("");
    expect(homeWords({ ...unknown, homeKnown: false })).toMatch(/^Nothing is known of Aland itself: .* plan of anybody with this money\.$/);
  });
});
