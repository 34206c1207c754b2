import { describe, expect, it } from "vitest";
import { createCourse } from "../../src/leverage/course/course.ts";
import { targetParty } from "../../src/leverage/course/parties.ts";
import { courseSteps } from "../../src/leverage/course/steps.ts";
import type { Stop } from "../../src/leverage/course/stop.ts";
import { createInputSpace } from "../../src/leverage/draw/input-space.ts";
import { createUserLookup, unreadWhy } from "../../src/leverage/parameters.ts";
import { parameter, place, product, requirement, share, technology } from "../measure/rows.ts";
import { ask } from "./questions.ts";

const gas = [
  parameter("gas", "stock", 1),
  parameter("gas", "qualification", 20),
  parameter("gas", "fungibility", 1),
  parameter("gas", "spare", 9),
];
const own = [
  parameter("gas", "stock", [8, 9], { scope: "AA", year: 2020 }),
  parameter("gas", "stock", [2, 4], { scope: "AA", year: 2023, source: "s-one" }),
  parameter("gas", "stock", [5, 6], { scope: "AA", year: 2023 }),
  { ...parameter("gas", "stock", [7, 7], { scope: "AA", year: 2024 }), high: null },
  parameter("gas", "qualification", 2, { scope: "AA" }),
  parameter("gas", "lead-time", 3, { scope: "AA" }),
];

/** Two homes that make half of all chips each, from a gas of a third economy. */
const world = (more: typeof own) =>
  ask({
    technology: [technology("gas"), product("chips")],
    requirement: [requirement("chips", "gas", "blocking")],
    share: [share("gas", "FF", 0.9), share("gas", "GG", 0.1)],
    product_place: ["AA", "BB"].flatMap((home) => [place("chips", home, "make", 0.5), place("chips", home, "use", 0.5)]),
    parameter: [...gas, ...more],
  }).model;

function run(more: typeof own, draw: number | null = null) {
  const model = world(more);
  const [parties, t] = [["AA", "BB", "FF"], model.map.indexOf.get("gas")!];
  const parts = [{ slot: model.shareStart[t]!, sender: 0, low: 1, high: 1, key: 0 }];
  const stop: Stop = { technology: t, targets: [0, 1], parts, class: "ban", start: 0, notice: 0, easing: [], service: false, repair: null };
  const targets = ["AA", "BB"].map((code) => targetParty(model, code));
  const course = createCourse({ model, targets, senders: ["FF"], stops: [stop], steps: courseSteps([0]), parties, backfill: true });
  const space = createInputSpace(model, { technologies: course.network.nodes, parties });
  const inputs = draw === null ? space.middle : space.draw(1, draw);
  course.run(inputs, draw === null ? null : { seed: 1, draw });
  const S = course.question.steps.middle.length;
  const at = (of: Float64Array, k: number, month: number): number =>
    of[k * S + [...course.question.steps.from].findIndex((from, s) => from <= month && month < from + course.question.steps.width[s]!)]!;
  return {
    course,
    space,
    inputs,
    t,
    short: (k: number, month: number) => at(course.shortfall, k, month),
    lost: (k: number, month: number) => at(course.lost, k, month),
  };
}

describe("a figure of one user", () => {
  it("holds where that is the target, and for no one else", () => {
    const [with_, without] = [run(own), run([])];
    expect([0, 1].map((k) => without.lost(k, 3) > 0)).toEqual([true, true]);
    expect(with_.lost(0, 3)).toBe(0);
    expect(with_.lost(1, 3)).toBeGreaterThan(0);
    // Others are qualified sooner for the one, and no later for the other.
    expect(with_.short(0, 6)).toBeLessThan(without.short(0, 6) - 0.1);
    expect(with_.short(1, 0)).toBeCloseTo(without.short(1, 0), 1);
  });

  it("is that of the newest year with both ends, from the lowest to the highest", () => {
    const { map } = world(own);
    const found = createUserLookup(map)(map.technologies[map.indexOf.get("gas")!]!, "stock", "AA");
    expect([found?.low, found?.high, found?.rows.map(({ source }) => source)]).toEqual([2, 6, ["s-one", "s-two"]]);
    expect(createUserLookup(map)(map.technologies[map.indexOf.get("gas")!]!, "stock", "BB")).toBeNull();
  });

  it("is drawn within its interval and reported among what is drawn", () => {
    const { space, inputs, t } = run(own);
    expect(inputs.ofUser.stock[t]).toBe(4);
    const drawn = Array.from({ length: 50 }, (_, draw) => space.draw(1, draw).ofUser.stock[t]!);
    expect(drawn.every((months) => months >= 2 && months <= 6)).toBe(true);
    expect(Math.max(...drawn) - Math.min(...drawn)).toBeGreaterThan(2);
    expect(space.drawn.map(({ name }) => name)).toContain("stock of AA");
  });

  it("is not read of who makes it, nor with one end: such rows are counted with the reason", () => {
    expect(own.map(unreadWhy)).toEqual([null, null, null, "one end", null, "one maker"]);
    expect(gas.map(unreadWhy)).toEqual(gas.map(() => null));
  });
});
