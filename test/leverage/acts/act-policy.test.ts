import { describe, expect, it } from "vitest";
import { actPolicy, drawnPolicy, settledPart, turnsOfPolicy, withheldOver } from "../../../src/leverage/acts/act-policy.ts";
import { policyInputs } from "../../../src/leverage/acts/policy-inputs.ts";
import { meanFraction } from "../../../src/leverage/acts/postures.ts";
import type { LicenceClass } from "../../../src/leverage/draw/inputs.ts";
import { compileModel } from "../../../src/leverage/model.ts";
import { parameter, rigid, scopedDefault, supplyMap, technology } from "../../measure/rows.ts";

const acts = [
  scopedDefault("act", "leakage", 0, 0.3),
  scopedDefault("act", "first-permits", 1, 3),
  scopedDefault("act", "withheld-at-first", 0.95, 1),
  scopedDefault("act", "transit", 0.25, 1.5),
];
const model = compileModel(
  supplyMap({
    technology: [technology("gas"), technology("chip")],
    parameter: [parameter("chip", "leakage", [0.1, 0.4])],
    default_parameter: [...rigid.filter(({ supply_mode }) => supply_mode !== "act"), ...acts],
    act_outcome: [
      {
        act: "one",
        class: "licence",
        technology: null,
        quantity: "denied",
        low: 0.1,
        high: 0.1,
        date: null,
        known: "2020",
        source: "s-one",
        grade: "published",
        note: null,
      },
      {
        act: "two",
        class: "presumption-of-denial",
        technology: null,
        quantity: "denied",
        low: 0.6,
        high: null,
        date: null,
        known: "2020",
        source: "s-one",
        grade: "published",
        note: null,
      },
    ],
  }),
);
const [gas, chip] = [0, 1];
const policy = (by: LicenceClass, act = "act", t = gas, leakage: number | null = null) => actPolicy(model.acts, act, by, t, leakage);
const draws = Array.from({ length: 4000 }, (_, draw) => ({ seed: 3, draw }));
const mean = (of: (draw: (typeof draws)[number]) => number): number => draws.reduce((sum, draw) => sum + of(draw), 0) / draws.length;

describe("what an act withholds", () => {
  it("is drawn once for all of its technologies, and anew for another act", () => {
    for (const by of ["licence", "ban"] as const)
      for (const draw of draws.slice(0, 50)) {
        expect(settledPart(policy(by, "a", gas), draw)).toBe(
          settledPart({ ...policy(by, "a", chip), leakage: policy(by, "a").leakage }, draw),
        );
        expect(settledPart(policy(by, "a"), draw)).not.toBe(settledPart(policy(by, "b"), draw));
      }
  });

  it("grows with the class: licence, presumption of denial, ban, in the middle and over the draws", () => {
    const middle = (["licence", "presumption-of-denial", "ban"] as const).map((by) => settledPart(policy(by), null));
    const drawn = (["licence", "presumption-of-denial", "ban"] as const).map((by) => mean((draw) => settledPart(policy(by), draw)));
    for (const [licence, denial, ban] of [middle, drawn]) expect([licence! < denial!, denial! < ban!]).toEqual([true, true]);
    expect(middle).toEqual([meanFraction(model.acts.postures.licence), meanFraction(model.acts.postures["presumption-of-denial"]), 0.85]);
    expect(drawn.map((each, i) => Math.abs(each - middle[i]!) < 0.02)).toEqual([true, true, true]);
  });

  it("is at least 0.95 until the first permits, after one to three months, and then what the posture says", () => {
    for (const draw of draws.slice(0, 200)) {
      const drawn = drawnPolicy(policy("licence"), draw);
      expect(drawn.wait).toBeGreaterThanOrEqual(1);
      expect(drawn.wait).toBeLessThanOrEqual(3);
      expect(drawn.first).toBeGreaterThanOrEqual(Math.max(0.95, drawn.settled));
      expect([withheldOver(drawn, 0, 1), withheldOver(drawn, 3, 1)]).toEqual([drawn.first, drawn.settled]);
      // A step that holds the month of the first permits takes both by their time.
      const [before, after] = [drawn.wait - 1, 3 - drawn.wait];
      expect(withheldOver(drawn, 1, 2)).toBeCloseTo((drawn.first * before + drawn.settled * after) / 2, 12);
    }
    expect(drawnPolicy(policy("licence"), null)).toMatchObject({ wait: 2, first: 0.975 });
    expect(turnsOfPolicy(policy("licence"))).toEqual([1, 2, 3]);
  });

  it("of a ban is all but the leakage: of the kind of good, else 0 to 0.3, or as the scenario says", () => {
    const parts = (t: number): readonly number[] => draws.map((draw) => 1 - settledPart(policy("ban", "act", t), draw));
    for (const [t, low, high] of [
      [gas, 0, 0.3],
      [chip, 0.1, 0.4],
    ] as const) {
      expect([Math.min(...parts(t)), Math.max(...parts(t))]).toEqual([expect.closeTo(low, 2), expect.closeTo(high, 2)]);
      expect(mean((draw) => 1 - settledPart(policy("ban", "act", t), draw))).toBeCloseTo((low + high) / 2, 2);
    }
    const drawn = drawnPolicy(policy("ban"), draws[0]!);
    expect([withheldOver(drawn, 0, 1), turnsOfPolicy(policy("ban"))]).toEqual([drawn.settled, []]);
    const none = policy("ban", "act", gas, 0);
    for (const draw of [null, ...draws.slice(0, 20)]) expect(drawnPolicy(none, draw)).toMatchObject({ first: 1, settled: 1 });
    expect([turnsOfPolicy(none), policyInputs(none)]).toEqual([[], []]);
  });

  it("is told apart: leakage of a ban, with the source of its kind of good, and the part under licence", () => {
    expect(policyInputs(policy("ban", "x", chip))[0]).toMatchObject({
      name: "leakage: x",
      low: 0.1,
      high: 0.4,
      basis: "published",
      source: "s-two",
    });
    expect(policyInputs(policy("ban", "x"))[0]).toMatchObject({ name: "leakage: x", low: 0, high: 0.3, basis: "assumed", source: null });
    expect(policyInputs(policy("licence", "x")).map(({ name }) => name)).toEqual([
      "part withheld under licence: x",
      "months until the first permits: x",
      "part withheld until the first permits: x",
    ]);
  });
});

it("an act is refused where no default tells its leakage", () => {
  const without = acts.filter(({ parameter: name }) => name !== "leakage");
  const bare = compileModel(supplyMap({ default_parameter: [...rigid.filter(({ supply_mode }) => supply_mode !== "act"), ...without] }));
  expect(() => bare.acts).toThrow("defaults.csv has no row for act, leakage");
});
