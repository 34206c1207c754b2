import { describe, expect, it } from "vitest";
import { parameter, place, product, requirement, share, technology } from "../../measure/rows.ts";
import { ask, close, lostAt, modelOf, stepAt } from "./by-hand.ts";

const tool = (id: string) => technology(id, { kind: "tool", supply_mode: "capital" });

/** Optics of DD are built into scanners of NN, in four months; HH makes chips with scanners, and uses the same optics itself where `also`. */
const optics = (also = false) =>
  modelOf({
    technology: [tool("optics"), tool("scanners"), product("chips")],
    requirement: [
      requirement("scanners", "optics", "blocking"),
      requirement("chips", "scanners", "blocking"),
      ...(also ? [requirement("chips", "optics", "blocking")] : []),
    ],
    share: [share("optics", "DD", 1), share("scanners", "NN", 1)],
    product_place: [place("chips", "HH", "make", 1), place("chips", "HH", "use", 1)],
    process_time: [{ input: "optics", user: "scanners", months: 4, reason: "invented" }],
    parameter: ["scanners", "optics"].flatMap((id) => [parameter(id, "service-life", 10), parameter(id, "additions", 0.1)]),
  });
const stopped = { targets: ["HH", "NN"], senders: ["DD"], withhold: ["optics"] };
/** Mean over the month of what has worn out of a base with a half-life of ten years, so many months ago without replacement. */
const worn = (month: number): number => 1 - (2 ** (-month / 120) + 2 ** (-(month + 1) / 120)) / 2;

describe("parts that are built into tools", () => {
  it("are lacking in all new tools once those in assembly are finished, while tools in use wear", () => {
    const { course } = ask(optics(), stopped);
    expect([0, 3, 4, 60].map((month) => course.growthLost[stepAt(course, month)])).toEqual([0, 0, 1, 1]);
    expect([3, 12, 60].map((month) => lostAt(course, month))).toEqual(close([0, worn(8), worn(56)]));
  });

  it("wear where they are in use themselves", () => {
    const { course } = ask(optics(true), { ...stopped, targets: ["HH"] });
    // Kept from HH alone, scanners of NN go on
    expect([0, 60].map((month) => lostAt(course, month))).toEqual(close([worn(0), worn(60)]));
    expect(course.growthLost[0]).toBe(1);
  });

  it("take no more than the tools themselves", () => {
    const { course } = ask(optics(), stopped);
    const whole = ask(optics(), { ...stopped, targets: ["HH"], senders: ["NN"], withhold: ["scanners"] }).course;
    expect(lostAt(whole, 60)).toBeCloseTo(worn(60), 9);
    for (const month of [0, 6, 12, 24, 60]) expect(lostAt(course, month)).toBeLessThanOrEqual(lostAt(whole, month));
  });
});

describe("what is made in-house of tools", () => {
  it("has the base that they have", () => {
    const model = modelOf({
      technology: [tool("etchers"), { ...tool("etching"), kind: "process", stage: "fabrication" }, product("chips")],
      requirement: [requirement("etching", "etchers", "blocking"), requirement("chips", "etching", "blocking")],
      share: [share("etchers", "DD", 1)],
      product_place: [place("chips", "HH", "make", 1), place("chips", "HH", "use", 1)],
      parameter: [parameter("etchers", "service-life", 10), parameter("etchers", "additions", 0.1)],
    });
    const { course } = ask(model, { targets: ["HH"], senders: ["DD"], withhold: ["etchers"] });
    expect([0, 60].map((month) => lostAt(course, month))).toEqual(close([worn(0), worn(60)]));
    expect(course.growthLost[0]).toBe(1);
  });
});
