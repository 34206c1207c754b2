import { describe, expect, it } from "vitest";
import { control, member, parameter, place, product, requirement, rigid, share, technology, variety } from "../measure/rows.ts";
import { ask } from "./questions.ts";

const chips = {
  technology: [product("logic"), product("memory"), technology("tool", { kind: "tool" }), technology("gas"), technology("paint")],
  requirement: [requirement("logic", "tool", "blocking"), requirement("memory", "gas", "blocking")],
  share: [share("tool", "DD", 1), share("gas", "DD", 0.5), share("gas", "CC", 0.5), share("paint", "DD", 1)],
  parameter: [parameter("logic", "market-size", 300), parameter("memory", "market-size", 100)],
};

describe("demand and products of a home", () => {
  it("counts products by what they are worth", () => {
    const { loss } = ask({ ...chips, product_place: [place("logic", "AA", "make", 0.2), place("memory", "AA", "make", 0.2)] });
    expect(loss("AA", ["DD"], "tool")[1]).toBeCloseTo(0.75, 9);
    expect(loss("AA", ["DD"], "gas")[1]).toBeCloseTo(0.125, 9);
  });

  it("honours an interval of what they are worth", () => {
    const { loss } = ask({
      ...chips,
      parameter: [parameter("logic", "market-size", [100, 300]), parameter("memory", "market-size", 100)],
      product_place: [place("logic", "AA", "make", 0.2), place("memory", "AA", "make", 0.2)],
    });
    expect(loss("AA", ["DD"], "tool").map((value) => value?.toFixed(6))).toEqual(["0.500000", "0.666667", "0.750000"]);
  });

  it("does not count what the home is known not to make", () => {
    const { loss } = ask({ ...chips, product_place: [place("logic", "AA", "make", 0), place("memory", "AA", "make", 0.3)] });
    expect(loss("AA", ["DD"], "tool")).toEqual([0, 0, 0]);
    expect(loss("AA", ["DD"], "gas")[1]).toBeCloseTo(0.5, 9);
  });

  it("is not applicable to a home that makes nothing", () => {
    const { loss } = ask({ ...chips, product_place: [place("logic", "AA", "make", 0), place("memory", "AA", "make", 0)] });
    expect(loss("AA", ["DD"], "tool")).toEqual([null, null, null]);
  });

  it("loses nothing by a technology that no final product needs", () => {
    const { loss } = ask({ ...chips, product_place: [place("logic", "AA", "make", 0.2), place("memory", "AA", "make", 0.2)] });
    expect(loss("AA", ["DD"], "paint")).toEqual([0, 0, 0]);
  });

  it("loses nothing, not an unknown sum, where only the making is unknown", () => {
    const { loss } = ask({ ...chips, product_place: [] });
    expect(loss("AA", ["DD"], "paint")).toEqual([0, 0, 0]);
    [0, 0.75, 1].forEach((value, end) => {
      expect(loss("AA", ["DD"], "tool")[end]).toBeCloseTo(value, 9);
    });
  });

  it("counts a final product by its use, and is not applicable where no one uses it", () => {
    const rows = {
      technology: [product("logic")],
      share: [share("logic", "DD", 0.8), share("logic", "AA", 0)],
      product_place: [place("logic", "AA", "use", 0.5), place("logic", "BB", "use", 0)],
    };
    expect(ask(rows).loss("AA", ["DD"], "logic")[1]).toBeCloseTo(0.8, 9);
    expect(ask(rows).loss("BB", ["DD"], "logic")).toEqual([null, null, null]);
  });
});

describe("a group as home", () => {
  const rows = {
    ...chips,
    share: [share("tool", "DD", 0.4), share("tool", "AA", 0.1), share("tool", "BB", 0.2), share("tool", "CC", 0.3)],
    product_place: [place("logic", "AA", "make", 0.2), place("logic", "BB", "make", 0.3), place("logic", "DD", "make", 0.5)],
    group_member: [member("UU", "AA"), member("UU", "BB"), member("UU", "CC", "2030-01-01")],
  };

  it("is the sum of those who are members on the day", () => {
    const { own, demand } = ask(rows);
    expect(own("UU", "tool").map((value) => Number(value.toFixed(9)))).toEqual([0.3, 0.3, 0.3]);
    expect(demand("UU", "tool")[1]).toBeCloseTo(0.5, 9);
    const later = ask(rows, "2031-01-01");
    expect(later.own("UU", "tool")[1]).toBeCloseTo(0.6, 9);
  });

  it("never meets a member among its holders", () => {
    const { holders } = ask(rows);
    expect(holders("UU", "tool")).toEqual(["DD", "CC"]);
    expect(holders("AA", "tool")).toEqual(["DD", "CC", "BB"]);
  });

  it("may have the unknown through a member that the row does not name", () => {
    const { own } = ask({ ...rows, share: [share("tool", "DD", 0.4), share("tool", "AA", 0.1)] });
    expect(own("UU", "tool").map((value) => Number(value.toFixed(9)))).toEqual([0.1, 0.1, 0.6]);
  });
});

describe("a family of substitutes", () => {
  it("is had through its varieties; a share row of its own does not shield an importer", () => {
    const rows = {
      technology: [
        product("logic"),
        technology("tool", { kind: "tool" }),
        technology("new", { kind: "tool" }),
        technology("old", { kind: "tool" }),
      ],
      requirement: [requirement("logic", "tool", "blocking")],
      variety: [variety("tool", "new", 0.5), variety("tool", "old", 0.5)],
      share: [share("tool", "DD", 1), share("new", "DD", 1), share("old", "DD", 1)],
      product_place: [place("logic", "AA", "make", 0.5)],
    };
    const { loss } = ask(rows);
    expect(loss("AA", ["DD"], "tool")[1]).toBe(1);
    expect(loss("AA", ["DD"], "new")[1]).toBe(1);
    const inFull = {
      default_parameter: rigid.map((row) => (row.parameter === "substitution" ? { ...row, low: Infinity, high: Infinity } : row)),
    };
    expect(ask({ ...rows, ...inFull }).loss("AA", ["DD"], "new")[1]).toBeCloseTo(0.5, 9);
  });
});

describe("a technology that is withheld already", () => {
  const rows = {
    technology: [product("fine"), product("coarse"), technology("scanner", { kind: "tool" }), technology("resist")],
    requirement: [
      requirement("fine", "scanner", "blocking"),
      requirement("fine", "resist", "blocking"),
      requirement("coarse", "resist", "blocking"),
    ],
    share: [share("scanner", "DD", 1), share("resist", "DD", 1)],
    product_place: [
      place("fine", "AA", "make", [0, 0.02]),
      place("coarse", "AA", "make", [0.3, 0.5]),
      place("fine", "DD", "make", 0.9),
      place("coarse", "DD", "make", 0.4),
    ],
    parameter: [parameter("fine", "market-size", 100), parameter("coarse", "market-size", 100)],
  };

  it("costs by what the home would make of the nearest product, by its interval", () => {
    const [low, mid, high] = ask({ ...rows, withheld: [control("scanner", "DD", "AA")] }).loss("AA", ["DD"], "scanner");
    expect(mid).toBeCloseTo(0.5, 9);
    expect(low).toBeCloseTo(0.3 / 0.8, 9);
    expect(high).toBeCloseTo(0.5 / 0.8, 9);
    expect(ask(rows).loss("AA", ["DD"], "scanner")[1]).toBeCloseTo(0.01 / 0.41, 9);
  });

  it("counts only a control that is in force on the day, against this home, and more than a licence", () => {
    const plain = ask(rows).loss("AA", ["DD"], "scanner")[1];
    const controls = [
      control("scanner", "DD", "BB"),
      control("scanner", "DD", "AA", { class: "licence" }),
      control("scanner", "DD", "AA", { effective: "2026-06-01" }),
      control("scanner", "DD", "AA", { until: "2025-12-31" }),
    ];
    for (const withheld of controls) expect(ask({ ...rows, withheld: [withheld] }).loss("AA", ["DD"], "scanner")[1]).toBe(plain);
    const later = ask({ ...rows, withheld: [controls[2]!] }, "2026-06-01");
    expect(later.loss("AA", ["DD"], "scanner")[1]).toBeCloseTo(0.5, 9);
  });
});
