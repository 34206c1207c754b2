import { describe, expect, it } from "vitest";
import { homeSetting, scoreTechnology, worldSetting } from "../../src/leverage/chokepoint-score.ts";
import { compileModel } from "../../src/leverage/model.ts";
import { reachAgainst } from "../../src/leverage/reach.ts";
import { targetOf } from "../../src/leverage/target.ts";
import { createWithholding } from "../../src/leverage/withholding.ts";
import { buildSupplyMap, type SupplyRows } from "../../src/measure/supply/supply-map.ts";
import { day, parameter, place, product, requirement, rigid, rule, share, supplyRows, technology, variety } from "../measure/rows.ts";

const withholdingOf = (rows: Partial<SupplyRows>) =>
  createWithholding(
    compileModel(
      buildSupplyMap(supplyRows({ product_place: [place("chips", "HH", "make", 1)], default_parameter: rigid, ...rows }), { asOf: day }),
    ),
  );
const against = (withholding: ReturnType<typeof withholdingOf>) =>
  homeSetting(withholding, targetOf(withholding.model, "HH"), reachAgainst(withholding.model, "HH"));
const letters = [..."ABCDEFGHIJ"];

describe("the holders that are tried", () => {
  it("are the eight largest foreign ones, largest first, and whoever issues a rule that reaches them", () => {
    const withholding = withholdingOf({
      technology: [technology("acid"), product("chips")],
      requirement: [requirement("chips", "acid", "blocking")],
      share: [...letters.map((letter, at) => share("acid", `A${letter}`, 0.05 + at / 200)), share("acid", "HH", 0.2)],
      reach: [rule("acid", "ZZ", "AA")],
    });
    const acid = withholding.model.map.indexOf.get("acid")!;
    expect(against(withholding).holders(acid)).toEqual(["AJ", "AI", "AH", "AG", "AF", "AE", "AD", "AC", "ZZ"]);
    expect(worldSetting(withholding).holders(acid)).toEqual(["HH", "AJ", "AI", "AH", "AG", "AF", "AE", "AD"]);
  });

  it("are tried to the last: who has a little of every kind can cost more than who has most of one", () => {
    const kinds = letters.slice(0, 7);
    const withholding = withholdingOf({
      technology: [technology("acid"), ...kinds.map((kind) => technology(`acid-${kind}`)), product("chips")],
      requirement: [requirement("chips", "acid", "blocking")],
      variety: kinds.map((kind) => variety("acid", `acid-${kind}`, 1 / 7)),
      share: kinds.flatMap((kind) => [share(`acid-${kind}`, `A${kind}`, 0.6), share(`acid-${kind}`, "XX", 0.4)]),
      parameter: [parameter("acid", "substitution", 1)],
    });
    const acid = withholding.model.map.indexOf.get("acid")!;
    const setting = against(withholding);
    expect(setting.holders(acid).indexOf("XX")).toBe(7);
    const { holder, score } = scoreTechnology(withholding, setting, acid);
    expect([holder, score?.[1]]).toEqual(["XX", expect.closeTo(0.4, 6)]);
  });
});
