import { describe, expect, it } from "vitest";
import { planChances, planWorth } from "../../../src/site/pictures/plan-worth.ts";

const worth = (mean: number, low: number, high: number) => ({ mean, interval: { low, high } });
const report = (given: object) =>
  ({
    plan: { againstName: "Beeland" },
    programmes: [{ name: "First", royalties: 1, leads: [0.1, 0.2, 0.4] }],
    resilience: worth(2000, 900, 2500),
    income: worth(9, 2, 30),
    rights: worth(40, 10, 90),
    ...given,
  }) as never;

const barsOf = (figure: ReturnType<typeof planWorth>) => (figure?.shape.kind === "bars" ? figure.shape.bars : []);

describe("pictures of a plan", () => {
  it("tell each kind of worth with its interval, and what is unknown as unknown", () => {
    expect(barsOf(planWorth(report({}))).map(({ text, interval }) => [text, interval])).toEqual([
      ["USD 2 B (900 M to 2.5 B)", [9e8, 2e9, 2.5e9]],
      ["USD 9 M (2 to 30 M)", [2e6, 9e6, 3e7]],
      ["USD 40 M (10 to 90 M)", [1e7, 4e7, 9e7]],
    ]);
    const unknown = planWorth(report({ resilience: null, rights: null, programmes: [{ name: "First", royalties: null }] }));
    expect(barsOf(unknown).map(({ text, interval }) => [text, interval])).toEqual([
      ["unknown", null],
      ["unknown", null],
    ]);
  });

  it("tell how likely each programme is to lead; of none there is no picture", () => {
    expect(barsOf(planChances(report({})))).toEqual([{ label: "First", text: "20% (10 to 40%)", interval: [0.1, 0.2, 0.4] }]);
    expect(planChances(report({ programmes: [] }))).toBeUndefined();
  });
});
