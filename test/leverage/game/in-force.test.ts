import { describe, expect, it } from "vitest";
import { meanFraction } from "../../../src/leverage/acts/postures.ts";
import { controlsInForce } from "../../../src/leverage/game/in-force.ts";
import type { SupplyRows } from "../../../src/measure/supply/supply-map.ts";
import type { Rule } from "../../../src/screen/rules/timeline.ts";
import { control, defaults, parameter, place, product, requirement, rigid, share, technology } from "../../measure/rows.ts";
import { still } from "../course/by-hand.ts";
import { gameOf, valuesOf } from "./game-of.ts";

/** BB makes half of the chips, USD 50 bn a year; each blocking input is all of AA's. */
const map = (withheld: SupplyRows["withheld"], more: Partial<SupplyRows> = {}): Partial<SupplyRows> => ({
  technology: [technology("acid"), technology("gas"), product("chips")],
  requirement: [requirement("chips", "acid", "blocking"), requirement("chips", "gas", "blocking")],
  share: [share("acid", "AA", 1), share("gas", "AA", 1)],
  product_place: [place("chips", "BB", "make", 0.5)],
  parameter: [parameter("chips", "market-size", 100)],
  default_parameter: [...rigid, ...defaults(still)],
  withheld,
  ...more,
});

const rule = (id: string, more: Partial<Rule>): Rule => ({
  id,
  issuer: "AA",
  kind: "item",
  type: null,
  title: id,
  citation: null,
  published: "2020-01-01",
  effective: "2020-01-01",
  ends: null,
  end_known: null,
  suspends: null,
  url: null,
  source: null,
  grade: "published",
  note: null,
  origins: ["atlas"],
  disputed: [],
  ...more,
});

const found = (withheld: SupplyRows["withheld"], draws = 0) => {
  const { question, space, withholding } = gameOf(map(withheld), { target: "BB", members: ["AA"] });
  return controlsInForce(question, withholding.seeds, space, { draws, seed: 1, isWhole: true });
};

describe("controls in force", () => {
  it("are a ban's loss where they ban, and as much of it as their class withholds where they ask for a licence", async () => {
    const banned = await found([control("acid", "AA", "BB")]);
    expect(banned).toMatchObject({ controls: [{ counted: true }], value: { middle: expect.closeTo(50, 9) } });
    const { question, space, withholding, model } = gameOf(map([control("acid", "AA", "BB", { class: "licence" })]), {
      target: "BB",
      members: ["AA"],
    });
    const licensed = await controlsInForce(question, withholding.seeds, space, { draws: 200, seed: 1, isWhole: true });
    expect(licensed!.value!.middle).toBeCloseTo(50 * meanFraction(model.acts.postures.licence), 9);
    const [low, median, high] = licensed!.value!.interval;
    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThan(median);
    expect(high).toBeLessThanOrEqual(50);
  });

  it("count once by citation, and cost no more than a ban on everything within reach", async () => {
    const both = [control("acid", "AA", "BB", { class: "licence" }), control("gas", "AA", "BB", { class: "licence" })];
    const { question, space, withholding } = gameOf(map(both), { target: "BB", members: ["AA"] });
    const inForce = await controlsInForce(question, withholding.seeds, space, { draws: 50, seed: 1, isWhole: true });
    const [ban] = await valuesOf(question, space, null);
    expect(inForce).toMatchObject({ controls: [{ technologies: [0, 1] }] });
    expect(inForce!.value!.interval[2]).toBeLessThanOrEqual(ban[1]! + 1e-9);
  });

  it("are those against everyone too, and from without to with those whose suspension may have been extended", async () => {
    const [all, suspended] = [
      control("acid", "AA", "*", { citation: "one", class: "licence" }),
      control("gas", "AA", "BB", { citation: "two", class: "ban" }),
    ];
    const rules = [rule("r", { citation: "two" }), rule("s", { citation: "three", kind: "suspension", suspends: "r", ends: "2020-06-30" })];
    const found = gameOf(map([all, suspended]), { target: "BB", members: ["AA"] }, rules);
    const inForce = await controlsInForce(found.question, found.withholding.seeds, found.space, { draws: 100, seed: 1, isWhole: true });
    expect(inForce!.controls).toMatchObject([
      { everyone: true, lapsed: null, technologies: [0] },
      { everyone: false, lapsed: "2020-06-30", technologies: [1] },
    ]);
    const [low, , high] = inForce!.value!.interval;
    expect(low).toBeLessThan(25);
    expect(high).toBeCloseTo(50, 6);
  });

  it("are told without a loss where nothing of what they withhold is known to be theirs", async () => {
    const { question, space, withholding } = gameOf(map([control("acid", "AA", "BB")], { share: [share("gas", "AA", 1)] }), {
      target: "BB",
      members: ["AA"],
    });
    const inForce = await controlsInForce(question, withholding.seeds, space, { draws: 20, seed: 1, isWhole: true });
    expect(inForce).toMatchObject({ value: null, controls: [{ counted: false }] });
  });

  it.each([
    ["ended", control("acid", "AA", "BB", { until: "2025-01-01" })],
    ["against another", control("acid", "AA", "CC")],
    ["of another", control("acid", "DD", "BB")],
  ])("are none where the only one is %s", async (_, row) => {
    expect(await found([row])).toBeNull();
  });
});
