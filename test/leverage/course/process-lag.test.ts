import { describe, expect, it } from "vitest";
import { parameter, place, product, requirement, share, technology } from "../../measure/rows.ts";
import { ask, lostAt, modelOf, stepAt } from "./by-hand.ts";

/** Gas of a foreign maker for chips that a home makes 2.5 months later; or the chips of that maker. */
const model = modelOf({
  technology: [technology("gas"), technology("tools", { kind: "tool", supply_mode: "capital" }), product("chips")],
  requirement: [requirement("chips", "gas", "blocking"), requirement("chips", "tools", "blocking")],
  share: [share("gas", "FF", 1), share("tools", "FF", 1), share("chips", "FF", 1)],
  product_place: [place("chips", "HH", "make", 1), place("chips", "HH", "use", 1)],
  process_time: [
    { input: "gas", user: "chips", months: 2.5, reason: "invented" },
    { input: "tools", user: "chips", months: 2.5, reason: "invented" },
  ],
  parameter: [parameter("tools", "service-life", 10), parameter("tools", "additions", 0.1)],
});
const setting = { targets: ["HH"], senders: ["FF"] };

describe("a user with a time in process of 2.5 months", () => {
  it("feels a lack from the middle of month 2 on", () => {
    const { course } = ask(model, { ...setting, withhold: ["gas"] });
    expect([0, 1, 2, 3, 60].map((month) => lostAt(course, month))).toEqual([0, 0, 0.5, 1, 1]);
  });

  it("feels it for as much longer after its end, and no more in sum", () => {
    const { course } = ask(model, { ...setting, withhold: [{ id: "gas", easing: [{ month: 6, left: 0 }] }] });
    // Months 7 and 8 are one step
    expect([0, 2, 6, 7, 9].map((month) => lostAt(course, month))).toEqual([0, 0.5, 1, 0.75, 0]);
    const { width } = course.question.steps;
    expect(course.lost.reduce((sum, lost, s) => sum + lost * width[s]!, 0)).toBeCloseTo(6, 12);
  });

  it("lacks tools for new capacity at once", () => {
    const { course } = ask(model, { ...setting, withhold: ["tools"] });
    expect([lostAt(course, 0), lostAt(course, 1)]).toEqual([0, 0]);
    expect(lostAt(course, 3)).toBeGreaterThan(0);
    expect(course.growthLost[0]).toBe(1);
  });

  it("lacks at once what is withheld as a final product, and what its own stopped plant makes", () => {
    const { course } = ask(model, { ...setting, withhold: ["chips"] });
    expect(course.useLost[stepAt(course, 0)]).toBe(1);
    const own = modelOf({ ...model.map.rows, share: [share("chips", "HH", 1), share("gas", "FF", 1)] });
    const parts = [{ slot: own.shareStart[own.map.indexOf.get("chips")!]!, sender: -1, low: 1, high: 1, key: 0 }];
    const stopped = ask(own, { ...setting, withhold: [{ id: "chips", class: null, parts }] }).course;
    expect(lostAt(stopped, 0)).toBe(1);
  });
});
