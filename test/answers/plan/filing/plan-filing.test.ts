import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moneyWorth } from "../../../../src/answers/plan/filing/value-of-money.ts";
import type { Levermap } from "../../../../src/library/open.ts";
import { openBundled } from "../../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

describe("the value of money in a plan", () => {
  it("is itself, and more where something that is left out would add more than it costs", () => {
    expect(moneyWorth([], 1)).toBe(1);
    expect(moneyWorth([{ adds: -3, money: 10 }], 1)).toBe(1);
    expect(moneyWorth([{ adds: 5, money: 10 }], 0)).toBe(1);
    expect(
      moneyWorth(
        [
          { adds: 5, money: 10 },
          { adds: 30, money: 10 },
        ],
        1,
      ),
    ).toBe(4);
  });
});

describe("where to file what comes of a plan", () => {
  it("differs by office for reasons that are told", async () => {
    const { advice } = await map.plan({ id: "cn-under-controls" });
    const offices = advice.filing.flatMap(({ technology, offices: of }) => of.map((office) => ({ technology: technology.id, ...office })));
    expect(new Set(offices.map(({ verdict }) => verdict)).size).toBeGreaterThanOrEqual(3);
    expect(advice.filing.some(({ offices: of }) => new Set(of.map(({ verdict }) => verdict)).size >= 3)).toBe(true);
    expect(new Set(offices.map(({ why }) => why)).size).toBeGreaterThan(offices.length / 2);
    for (const { why, value, cost, verdict, ratio } of offices) {
      expect(why).not.toBe("");
      if (value === null || cost === null || ratio === null) continue;
      expect(ratio.low).toBeLessThanOrEqual((value.low / cost.high) * (1 + 1e-9));
      expect(verdict).toBe(ratio.low >= 1 ? "file" : ratio.high >= 1 ? "open" : "leave");
    }
  });
});
