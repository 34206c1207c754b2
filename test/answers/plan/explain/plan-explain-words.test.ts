import { describe, expect, it } from "vitest";
import type { PlanExplanation } from "../../../../src/answers/plan/explain/plan-explain-report.ts";
import { explainChanges, explainFinding } from "../../../../src/answers/plan/explain/plan-explain-words.ts";
import { programmeName } from "../../../../src/answers/plan/plan-labels.ts";
import { aboutUsd } from "../../../../src/answers/plan/plan-words.ts";

type Told = Parameters<typeof explainChanges>[0];

const programme = { name: "Etch tools", group: "H01L21", partner: null } as PlanExplanation["programme"];
const prices = (gain: number, cost: number): NonNullable<Told["prices"]> => ({
  year: 2027,
  gains: [{ of: "options, Etch tools", value: gain }],
  costs: [{ of: "money", value: cost }],
  limits: [],
  charge: 0,
  sameCell: 0,
  net: gain - cost,
});
const told = (of: Partial<Told>): Told => ({
  programme,
  inAnotherWay: null,
  part: 1,
  prices: prices(100, 20),
  otherwise: { value: 400, change: -30, within: 0, brings: 60 },
  ...of,
});
const none: Parameters<typeof explainChanges>[1] = { noneOf: null, isRequired: false, neededBy: [] };

describe("what a programme is told to hang on", () => {
  it("is out when it brings less by what the best plan without it loses, not by the prices of the relaxation", () => {
    expect(explainChanges(told({}), none)).toEqual([
      "It would drop out if it brought 50% less than the USD 60 M at risk without it: what takes its place brings the rest.",
    ]);
    expect(explainChanges(told({ part: 0.4 }), none)[0]).toMatch(/^It would drop out if the selected part of it brought 50% less/);
    const sure = told({ otherwise: { value: 400, change: -60, within: 0, brings: 60 } });
    expect(explainChanges(sure, none)).toEqual(["Nothing would take its place: it stays selected as long as it brings anything."]);
    const kept = told({ prices: { ...prices(100, 0), charge: 20 } });
    expect(explainChanges(kept, none)[0]).toContain("at risk without it (net of what its money is worth left over):");
    const near = told({ otherwise: { value: 400, change: -0.1, within: 0, brings: 60 } });
    expect(explainChanges(near, none)[0]).toContain("brought 0.17% less");
    const alike = told({ otherwise: { value: 400, change: -0.1, within: 0.5, brings: 60 } });
    expect(explainChanges(alike, none)[0]).toContain("as good, within the gap");
  });

  it("names the true cause of one that is in and earns nothing at the margin", () => {
    const first = (of: Partial<Told>, causes = none): string => explainChanges(told({ prices: prices(20, 20), ...of }), causes)[0]!;
    expect(first({ part: 0.4 })).toBe("Marginal: a part of it is selected, with what the others leave.");
    expect(first({})).toMatch(/^Marginal: if programmes were divisible/);
    expect(first({}, { ...none, isRequired: true })).toContain("the file requires it");
    expect(first({}, { ...none, neededBy: ["a", "b"] })).toContain("a and b need it");
  });

  it("names the true cause of one that is out", () => {
    const out = { part: 0, otherwise: { value: 400, change: -6, within: 0, brings: 60 } };
    expect(explainChanges(told({ ...out, inAnotherWay: "etch/H01L21+DE" }), none)).toEqual([
      "It is not selected because its cell is already taken by etch/H01L21+DE.",
      "It would be selected if it brought USD 6 M more than the USD 60 M it would bring: 10% more.",
    ]);
    expect(explainChanges(told(out), none)[0]).toMatch(/programmes are whole/);
    expect(explainFinding(told({ ...out, prices: prices(20, 26) }), null)).toBe(
      "Etch tools, H01L21 is not selected: it would bring USD 20 M, its money and people USD 26 M elsewhere. With it the best plan loses USD 6 M.",
    );
    expect(explainFinding(told({ ...out, otherwise: { value: null, change: null, within: 0, brings: null } }), "money")).toBe(
      "Etch tools, H01L21 is not selected: there is no money. No plan with it keeps to all bounds.",
    );
    expect(explainChanges(told(out), { ...none, noneOf: "money" })).toEqual(["It is not selected because there is no money."]);
  });
});

it("tells differences as exactly as the gap lets it", () => {
  expect([aboutUsd(0, 0), aboutUsd(12.3, 0)]).toEqual(["nothing", "USD 12.3 M"]);
  expect(aboutUsd(0.3, 0.8)).toBe("nothing measurable (within USD 800 K)");
  expect(aboutUsd(12.34, 3)).toBe("about USD 12 M (within USD 3 M)");
});

it("names a programme whose approach is unknown", () => {
  expect(programmeName({ name: "KrF lithography", group: "", partner: "DE" })).toBe("KrF lithography, no approach known, with DE");
});
