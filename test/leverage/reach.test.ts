import { describe, expect, it } from "vitest";
import { member, organisation, place, product, requirement, rule, share, technology } from "../measure/rows.ts";
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
