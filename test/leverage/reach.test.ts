import { describe, expect, it } from "vitest";
import { reachedParts } from "../../src/leverage/course/stopped-parts.ts";
import type { End } from "../../src/leverage/ends.ts";
import { compileModel } from "../../src/leverage/model.ts";
import { reachOf, reachOn } from "../../src/leverage/reach.ts";
import { day, member, organisation, place, product, requirement, rule, share, supplyMap, technology } from "../measure/rows.ts";
import { controlRule } from "../screen/rules/control-rule.ts";
import { ask } from "./questions.ts";

const rows = {
  technology: [product("logic"), technology("tool", { kind: "tool" })],
  requirement: [requirement("logic", "tool", "blocking")],
  share: [share("tool", "CC", 0.6), share("tool", "DD", 0.3), share("tool", "AA", 0.1)],
  product_place: [place("logic", "AA", "make", 0.5)],
};

/** Loss where all that DD can stop is its own 30 of 90, or CC's 60 besides; 0.8 of the need is imported. */
const own = (0.8 * 0.3) / 0.9;
const all = 0.8;

const middle = (reach: NonNullable<Parameters<typeof ask>[0]["reach"]>, more: Parameters<typeof ask>[0] = {}, asOf?: string) =>
  ask({ ...rows, reach, ...more }, asOf).loss("AA", ["DD"], "tool")[1];

describe("reach", () => {
  it("adds what others make to what the issuer can stop", () => {
    expect(middle([])).toBeCloseTo(own, 9);
    expect(middle([rule("tool", "DD", "CC")])).toBeCloseTo(all, 9);
    expect(middle([rule("tool", "DD", "*", { made_in: "*" })])).toBeCloseTo(all, 9);
  });

  it("goes from the least to the most of a rule that reaches a part", () => {
    const { loss } = ask({ ...rows, reach: [rule("tool", "DD", "CC", { low: 0, high: 0.5 })] });
    [0.3, 0.45, 0.6].forEach((stopped, end) => {
      expect(loss("AA", ["DD"], "tool")[end]).toBeCloseTo((0.8 * stopped) / 0.9, 9);
    });
  });

  it("leaves exempt economies out, named or not", () => {
    expect(middle([rule("tool", "DD", "CC", { exempt: "BB;CC" })])).toBeCloseTo(own, 9);
    expect(middle([rule("tool", "DD", "*", { made_in: "*", exempt: "CC" })])).toBeCloseTo(own, 9);
  });

  it("does not reach a whole economy by a rule for one customer", () => {
    expect(middle([rule("tool", "DD", "CC", { customers: "one-firm" })])).toBeCloseTo(own, 9);
    expect(middle([rule("tool", "DD", "CC", { customers: "one-firm;AA" })])).toBeCloseTo(all, 9);
    expect(middle([rule("tool", "DD", "CC", { customers: "BB" })])).toBeCloseTo(own, 9);
    expect(
      ask({ ...rows, group_member: [member("UU", "AA")], reach: [rule("tool", "DD", "CC", { customers: "UU" })] }).loss(
        "UU",
        ["DD"],
        "tool",
      )[1],
    ).toBeCloseTo(all, 9);
  });

  it("holds on the days the rule is in force", () => {
    expect(middle([rule("tool", "DD", "CC", { effective: "2026-05-01" })])).toBeCloseTo(own, 9);
    expect(middle([rule("tool", "DD", "CC", { effective: "2026-05-01" })], {}, "2026-05-01")).toBeCloseTo(all, 9);
    expect(middle([rule("tool", "DD", "CC", { until: "2026-01-01" })])).toBeCloseTo(own, 9);
    expect(middle([rule("tool", "DD", "CC", { effective: null, published: "2026-05-01" })])).toBeCloseTo(own, 9);
  });

  it("of a rule that was published in a year or month that has not ended is not known yet, on no later day either", () => {
    const on = (published: string): readonly string[] => {
      const { model } = ask({ ...rows, reach: [rule("tool", "DD", "CC", { published, effective: null })] });
      return reachOn(model, ["AA"], "2027-01-01").issuers(model.map.indexOf.get("tool")!);
    };
    expect([on("2025"), on("2026"), on("2026-01"), on(day)]).toEqual([["DD"], [], [], ["DD"]]);
  });

  it("is none while its rule is suspended, and from none to all once the suspension has ended, which may have been extended", () => {
    const order = { effective: "2020-01-01", published: "2020-01-01" };
    const control = rule("tool", "DD", "CC", { citation: "Order 1", ...order });
    const rules = [
      controlRule({ id: "order", issuer: "DD", citation: "Order 1", ...order }),
      controlRule({ id: "pause", issuer: "DD", suspends: "order", effective: "2025-01-01", ends: "2025-12-31" }),
    ];
    const on = (asOf: string) => ask({ ...rows, reach: [control] }, asOf, rules).loss("AA", ["DD"], "tool");
    expect(on("2024-12-31")[0]).toBeCloseTo(all, 9);
    for (const loss of [...on("2025-01-01"), ...on("2025-12-31")]) expect(loss).toBeCloseTo(own, 9);
    const [low, mid, high] = on("2026-01-01");
    expect(low).toBeCloseTo(own, 9);
    expect(mid).toBeCloseTo((own + all) / 2, 9);
    expect(high).toBeCloseTo(all, 9);
  });

  it("reaches a firm's part of its economy: from nothing to all that the rule says", () => {
    const { loss } = ask({
      ...rows,
      organisation: [organisation("firm", "CC")],
      reach: [rule("tool", "DD", "firm", { made_in: "CC", low: 0.9, high: 1 })],
    });
    expect(loss("AA", ["DD"], "tool")[0]).toBeCloseTo(own, 9);
    expect(loss("AA", ["DD"], "tool")[2]).toBeCloseTo(all, 9);
  });

  it("goes by the place where shares are of production, by the seat otherwise", () => {
    const abroad = [rule("tool", "DD", "firm", { made_in: "CC" })];
    const organisations = [organisation("firm", "EE")];
    const made = rows.share.map((row) => ({ ...row, basis: "production" }));
    const adverse = (more: Parameters<typeof ask>[0]) =>
      ask({ ...rows, organisation: organisations, reach: abroad, ...more }).loss("AA", ["DD"], "tool")[2];
    expect(adverse({ share: made })).toBeCloseTo(all, 9);
    expect(adverse({})).toBeCloseTo(own, 9);
  });

  it("makes an issuer without supply of its own a holder", () => {
    const { holders, score } = ask({ ...rows, reach: [rule("tool", "FF", "CC")] });
    expect(holders("AA", "tool")).toEqual(["CC", "DD", "FF"]);
    expect(score("AA", "tool").score?.[1]).toBeCloseTo((0.8 * 0.6) / 0.9, 9);
  });
});

describe("a rule for all items to a named customer", () => {
  const allItems = { rule: "direct-product-all", made_in: "*", customers: "one-firm", low: null, high: null } as const;
  const model = (more: Parameters<typeof supplyMap>[0] = {}) =>
    compileModel(
      supplyMap({
        technology: [technology("plant"), technology("tool"), technology("apart"), product("logic")],
        requirement: [
          requirement("plant", "tool", "blocking"),
          requirement("logic", "plant", "blocking"),
          requirement("apart", "tool", "degrading"),
        ],
        share: [share("tool", "DD", 0.5), share("plant", "CC", 0.6), share("plant", "EE", 0.2), share("apart", "CC", 1)],
        organisation: [organisation("maker", "CC")],
        ...more,
      }),
    );
  const partOf = (reach: readonly ReturnType<typeof rule>[], t: number, provider = "CC", end: End = 0): number => {
    const found = reachOn(model({ reach }), ["one-firm", "BB"], day);
    return reachOf(found, ["DD"], provider, t, end);
  };
  const [plant, tool, apart, logic] = [0, 1, 2, 3];

  it("reaches every maker whose making needs an input of the issuer, through others' goods too, and no other", () => {
    const rules = [rule("*", "DD", "*", allItems)];
    expect([plant, logic].map((t) => [partOf(rules, t), partOf(rules, t, "EE"), partOf(rules, t, "FF")])).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect([tool, apart].map((t) => partOf(rules, t, "CC", 2))).toEqual([0, 0]);
  });

  it("keeps the part that a document gives, and anything where the making needs nothing of the issuer", () => {
    expect([0, 2].map((end) => partOf([rule("plant", "DD", "CC", { ...allItems, low: 0.2, high: 0.4 })], plant, "CC", end as End))).toEqual(
      [0.2, 0.4],
    );
    expect([0, 2].map((end) => partOf([rule("apart", "DD", "CC", allItems)], apart, "CC", end as End))).toEqual([0, 1]);
    // What a document says of one economy goes before the rule on all, what it says of one firm there does not.
    const rules = [rule("*", "DD", "*", allItems)];
    expect(partOf([...rules, rule("plant", "DD", "CC", { customers: "one-firm", low: 0, high: 0 })], plant, "CC", 2)).toBe(0);
    expect(partOf([...rules, rule("plant", "DD", "maker", { made_in: "CC", customers: "one-firm" })], plant)).toBe(1);
  });

  it("of some items reaches anything where no part is given", () => {
    expect(
      [0, 2].map((end) => partOf([rule("plant", "DD", "CC", { customers: "one-firm", low: null, high: null })], plant, "CC", end as End)),
    ).toEqual([0, 1]);
  });

  it("reaches holders without a name, so that nobody is left to turn to", () => {
    const known = model({ reach: [rule("*", "DD", "*", allItems)] });
    const parts = reachedParts(known, reachOn(known, ["one-firm"], day), ["DD"], plant);
    expect(parts.map(({ slot, low, high }) => [slot < 0, low, high])).toEqual([
      [false, 1, 1],
      [false, 1, 1],
      [true, 1, 1],
    ]);
  });
});
