import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createInputSpace, type InputSpace } from "../../../src/leverage/draw/input-space.ts";
import { sensitivityOf } from "../../../src/leverage/draw/sensitivity.ts";
import { compileModel, type SupplyModel } from "../../../src/leverage/model.ts";
import { buildSupplyMap, type SupplyRows } from "../../../src/measure/supply/supply-map.ts";
import {
  day,
  defaults,
  parameter,
  place,
  product,
  requirement,
  rigid,
  share,
  supplyRows,
  technology,
  variety,
} from "../../measure/rows.ts";
import { courseRuns } from "../course/stories.ts";
import { economies, group, rowsOf, worlds } from "../worlds.ts";

const parties = [...economies, group.id];
const all = (model: SupplyModel): readonly number[] => model.map.technologies.map(({ index }) => index);

function spaceOf(rows: Partial<SupplyRows>): { model: SupplyModel; space: InputSpace } {
  const model = compileModel(buildSupplyMap(supplyRows(rows), { asOf: day }));
  return { model, space: createInputSpace(model, { technologies: all(model), parties: ["AA"] }) };
}

const meanOf = (space: InputSpace, read: (inputs: InputSpace["middle"]) => number, draws = 20_000): number => {
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) sum += read(space.draw(3, draw));
  return sum / draws;
};

describe("a draw", () => {
  it("of what a year adds holds for all tools of a product, whichever of them the run visits", () => {
    const rows = {
      technology: [technology("one", { supply_mode: "capital" }), technology("two", { supply_mode: "capital" }), product("chips")],
      requirement: [requirement("chips", "one", "blocking"), requirement("chips", "two", "blocking")],
      default_parameter: [...rigid, ...defaults({ additions: [0.03, 0.2] })],
    };
    const { model, space } = spaceOf(rows);
    const [one, two, chips] = ["one", "two", "chips"].map((id) => model.map.indexOf.get(id)!);
    const few = createInputSpace(model, { technologies: [one!, chips!], parties: ["AA"] });
    const found = [few, space].map((each) => each.draw(1, 7).parameter.additions[two!]!);
    expect(found[0]).toBe(found[1]);
    expect(found[0]).not.toBe(few.middle.parameter.additions[two!]);
  });

  it('of an "at least" lies near its end, and what several hold together sums to what is known of it', () => {
    const joint = { holder_kind: "joint", low: 0.3, high: 0.4 };
    const rows = {
      technology: [technology("gas"), product("chips")],
      requirement: [requirement("chips", "gas", "blocking")],
      share: [share("gas", "AA", null, { low: 0.4 }), share("gas", "BB;CC", null, joint)],
      default_parameter: [...rigid],
    };
    const { model, space } = spaceOf(rows);
    const slotOf = (code: string): number => model.shareEconomy.indexOf(model.economyIndex.get(code)!);
    const [one, two, three] = ["AA", "BB", "CC"].map(slotOf) as [number, number, number];
    expect(meanOf(space, ({ share: shares }) => shares[one]!)).toBeCloseTo(0.4 + 0.3 / 5, 2);
    expect(meanOf(space, ({ share: shares }) => shares[two]! - shares[three]!)).toBeCloseTo(0, 2);
    for (let draw = 0; draw < 500; draw++) {
      const { share: shares, rest } = space.draw(5, draw);
      const sum = shares[two]! + shares[three]!;
      expect(sum).toBeGreaterThanOrEqual(0.3 - 1e-12);
      expect(sum).toBeLessThanOrEqual(0.4 + 1e-12);
      expect(shares[one]! + sum + rest[model.map.indexOf.get("gas")!]!).toBeCloseTo(1, 12);
    }
  });

  it("keeps everything within its interval; a row of shares and the weights of a family sum to 1", () => {
    fc.assert(
      fc.property(worlds, fc.nat(1_000_000), (world, draw) => {
        const model = compileModel(buildSupplyMap(supplyRows(rowsOf(world)), { asOf: day }));
        const space = createInputSpace(model, { technologies: all(model), parties });
        const { share: shares, rest, weight, parameter: of, make, use } = space.draw(1, draw);
        for (const { index: t, supply } of model.map.technologies) {
          if (!supply) continue;
          let sum = rest[t]!;
          for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
            sum += shares[slot]!;
            expect(shares[slot]).toBeGreaterThanOrEqual(model.shareLow[slot]! - 1e-12);
            expect(shares[slot]).toBeLessThanOrEqual(model.shareHigh[slot]! + 1e-12);
          }
          expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
        }
        for (const { parent } of model.map.varieties) {
          const own = model.map.varieties.flatMap((edge, e) => (edge.parent === parent ? [{ edge, value: weight[e]! }] : []));
          expect(Math.abs(own.reduce((sum, { value }) => sum + value, 0) - 1)).toBeLessThan(1e-12);
          for (const { edge, value } of own) {
            expect(value).toBeGreaterThanOrEqual((edge.weight?.[0] ?? 0) - 1e-12);
            expect(value).toBeLessThanOrEqual((edge.weight?.[1] ?? 1) + 1e-12);
          }
        }
        world.nodes.forEach(({ spare }, t) => {
          expect(of.spare[t]).toBeGreaterThanOrEqual(spare.low);
          expect(of.spare[t]).toBeLessThanOrEqual(spare.high);
        });
        for (const part of [...make, ...use]) expect(part >= 0 && part <= 1).toBe(true);
      }),
      courseRuns(1000),
    );
  });

  it("leaves the middle as it was", () => {
    fc.assert(
      fc.property(worlds, fc.nat(1_000_000), (world, draw) => {
        const model = compileModel(buildSupplyMap(supplyRows(rowsOf(world)), { asOf: day }));
        const space = createInputSpace(model, { technologies: all(model), parties });
        const before = structuredClone(space.middle);
        space.draw(1, draw);
        expect(space.middle).toEqual(before);
      }),
      courseRuns(200),
    );
  });

  it("has the middle as mean: figures, blanks, flags, weights without figures, places, parameters", () => {
    const { model, space } = spaceOf({
      technology: [technology("input"), technology("family"), technology("one"), technology("other"), product("chips")],
      requirement: [requirement("chips", "input", "degrading", { delta_low: 0.2, delta_high: 0.6 })],
      variety: [variety("family", "one", null), variety("family", "other", null)],
      share: [
        share("input", "AA", [0.3, 0.5]),
        share("input", "BB", null, { flag: "blank" }),
        share("input", "CC", null, { flag: "blank" }),
        share("input", "DD", [0, 0.02], { flag: "negligible" }),
      ],
      product_place: [place("chips", "BB", "make", [0.1, 0.3]), place("chips", "AA", "use", [0.2, 0.4])],
      parameter: [parameter("input", "spare", [0.1, 0.5]), parameter("chips", "market-size", [4, 8])],
    });
    const { middle } = space;
    const arrays = [
      (inputs: typeof middle) => [...inputs.share, ...inputs.rest.slice(0, 1), ...inputs.weight, ...inputs.delta],
      (inputs: typeof middle) => [
        inputs.parameter.spare[model.map.indexOf.get("input")!]!,
        inputs.value[0]!,
        inputs.make[0]!,
        inputs.use[0]!,
      ],
    ];
    for (const read of arrays)
      read(middle).forEach((value, i) => {
        expect(meanOf(space, (inputs) => read(inputs)[i]!) / value).toBeCloseTo(1, 1);
      });
  });

  it("lets a chance be 1 as often as its mean says, and shows what hangs on it", () => {
    const { space } = spaceOf({
      technology: [technology("input"), product("chips")],
      parameter: [parameter("input", "recovery-chance", [0.2, 0.6]), parameter("input", "spare", [0, 1])],
    });
    expect(meanOf(space, ({ parameter: of }) => of["recovery-chance"][0]!)).toBeCloseTo(0.4, 1);
    const answer = Float64Array.from({ length: 4000 }, (_, draw) => space.draw(3, draw).parameter["recovery-chance"][0]!);
    const [first] = sensitivityOf(answer, space.drawn, 3);
    expect(first!.input.name).toBe("recovery-chance");
    expect(first!.part).toBeGreaterThan(0.9);
    expect([first!.atLow, first!.atHigh]).toEqual([0, 1]);
  });

  it.each([
    [
      "share of BB",
      { share: [share("input", "AA", 0.2), share("input", "BB", null, { flag: "blank" })] },
      (inputs: InputSpace["middle"]) => inputs.share[1]!,
    ],
    [
      "weight of one",
      { variety: [variety("family", "one", null), variety("family", "input", null)] },
      (inputs: InputSpace["middle"]) => inputs.weight[0]!,
    ],
    ["what AA makes", { product_place: [place("chips", "BB", "make", 0.2)] }, (inputs: InputSpace["middle"]) => inputs.make[0]!],
  ] as const)("goes up with the number drawn for the %s", (name, rows, read) => {
    const { space } = spaceOf({ technology: [technology("input"), technology("family"), technology("one"), product("chips")], ...rows });
    const answer = Float64Array.from({ length: 2000 }, (_, draw) => read(space.draw(3, draw)));
    const found = sensitivityOf(answer, space.drawn, 3).find(({ input }) => input.name === name)!;
    expect(found.atHigh).toBeGreaterThan(found.atLow);
  });

  it("tells of each number what it rests on: a document, an assumption, or unknown", () => {
    const { space } = spaceOf({
      technology: [technology("input"), technology("family"), technology("one"), technology("other"), product("chips")],
      requirement: [
        requirement("chips", "input", "degrading", { delta_low: 0.2, delta_high: 0.6, source: "s-need" }),
        requirement("chips", "family", "unknown"),
        requirement("chips", "one", "degrading"),
      ],
      variety: [variety("family", "one", null), variety("family", "other", [0.2, 0.7])],
      share: [
        share("input", "AA", [0.3, 0.5], { source: "s-share" }),
        share("input", "BB", null, { flag: "blank", source: "s-share" }),
        share("input", "DD", [0, 0.02], { flag: "negligible", source: "s-flag" }),
      ],
      product_place: [place("chips", "AA", "use", [0.2, 0.4])],
      parameter: [parameter("input", "spare", [0.1, 0.5], { source: "s-spare" })],
      default_parameter: [...rigid.filter(({ parameter: name }) => name !== "spare"), ...defaults({ spare: [0, 0.2] })],
    });
    const told = (name: string) => space.drawn.filter((input) => input.name === name).map(({ basis, source }) => [basis, source]);
    expect(told("share of AA")).toEqual([["published", "s-share"]]);
    expect(told("share of BB")).toEqual([["unknown", null]]);
    expect(told("share of DD")).toEqual([["published", "s-flag"]]);
    expect(told("what AA uses")).toEqual([["published", "s-two"]]);
    expect(told("what AA makes")).toEqual([["unknown", null]]);
    expect(told("spare")).toEqual([["published", "s-spare"], ...Array(4).fill(["assumed", null])]);
    expect(told("loss without input")).toEqual([["published", "s-need"]]);
    expect(told("loss without one")).toEqual([["assumed", null]]);
    expect(told("criticality of family")).toEqual([["unknown", null]]);
    expect(told("weight of one")).toEqual([["unknown", null]]);
    expect(told("weight of other")).toEqual([["published", "s-two"]]);
  });
});
