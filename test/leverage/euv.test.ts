import { describe, expect, it } from "vitest";
import { actDefaults, defaults, parameter, place, product, requirement, share, technology } from "../measure/rows.ts";
import { ask } from "./questions.ts";

/**
 * A small map with known order: a scanner that one economy makes alone, a cleaning tool from three, a resist that one holds at nine
 * tenths.
 */
const rows = {
  technology: [
    product("advanced-logic"),
    product("mature-logic"),
    technology("euv-lithography", { kind: "tool", supply_mode: "capital" }),
    technology("cleaning", { kind: "tool", supply_mode: "capital" }),
    technology("resist"),
  ],
  requirement: [
    requirement("advanced-logic", "euv-lithography", "degrading", { delta_low: 0.3, delta_high: 0.5, since: "2019" }),
    requirement("advanced-logic", "euv-lithography", "blocking", { since: "2023-06-01" }),
    requirement("advanced-logic", "cleaning", "blocking"),
    requirement("mature-logic", "cleaning", "blocking"),
    requirement("advanced-logic", "resist", "blocking"),
    requirement("mature-logic", "resist", "blocking"),
  ],
  share: [
    share("euv-lithography", "NL", 1),
    share("cleaning", "JP", 0.4),
    share("cleaning", "US", 0.35),
    share("cleaning", "CN", 0.25),
    share("resist", "JP", 0.9),
    share("resist", "US", 0.1),
  ],
  default_parameter: [
    ...defaults({ spare: [0, 0.2], fungibility: [0.2, 0.6], substitution: [1, 1], degradation: [0.1, 0.3] }),
    ...actDefaults,
  ],
  parameter: [parameter("advanced-logic", "market-size", 100), parameter("mature-logic", "market-size", 100)],
  product_place: [
    place("advanced-logic", "TW", "make", 0.7),
    place("advanced-logic", "KR", "make", 0.15),
    place("advanced-logic", "US", "make", 0.1),
    place("advanced-logic", "JP", "make", 0),
    place("advanced-logic", "CN", "make", 0.05),
    place("advanced-logic", "NL", "make", 0),
    place("mature-logic", "KR", "make", 0),
    place("mature-logic", "TW", "make", 0.3),
    place("mature-logic", "US", "make", 0.2),
    place("mature-logic", "JP", "make", 0.2),
    place("mature-logic", "CN", "make", 0.3),
    place("mature-logic", "NL", "make", 0),
  ],
};

const order = (home: string): readonly string[] =>
  ["euv-lithography", "cleaning", "resist"].sort((a, b) => {
    const { score } = ask(rows);
    return (score(home, b).score?.[1] ?? 0) - (score(home, a).score?.[1] ?? 0);
  });

describe("a scanner, a commodity tool and a concentrated material", () => {
  it("stand in the order of what the home makes and who else supplies", () => {
    expect(order("KR")).toEqual(["euv-lithography", "resist", "cleaning"]);
    expect(order("TW")).toEqual(["resist", "euv-lithography", "cleaning"]);
    expect(order("US")).toEqual(["euv-lithography", "resist", "cleaning"]);
    expect(order("CN").slice(0, 1)).toEqual(["resist"]);
  });

  it("name who could cause the loss", () => {
    const { score, detail } = ask(rows);
    expect(score("TW", "euv-lithography")).toMatchObject({ holder: "NL" });
    expect(detail("TW", "NL", "euv-lithography").reachable).toEqual([1, 1, 1]);
    expect(score("TW", "euv-lithography").score?.[1]).toBeCloseTo(0.7, 6);
    expect(score("TW", "resist").holder).toBe("JP");
    expect(score("JP", "resist").holder).toBe("US");
  });

  it("leave out what the home does not make", () => {
    const { score } = ask(rows);
    expect(score("JP", "euv-lithography").score).toBeNull();
    expect(score("NL", "resist").score).toBeNull();
  });

  it("lose less while the scanner only degrades, by date", () => {
    const then = <R extends { readonly year: number | null }>(list: readonly R[]): readonly R[] =>
      list.map((row) => ({ ...row, year: 2017 }));
    const early = { ...rows, share: then(rows.share), parameter: then(rows.parameter), product_place: then(rows.product_place) };
    const loss = (day: string) => ask(early, day).loss("TW", ["NL"], "euv-lithography")[1];
    expect(loss("2018-12-31")).toBe(0);
    expect(loss("2020-01-01")).toBeCloseTo(0.7 * 0.4, 3);
    expect(loss("2023-06-01")).toBeCloseTo(0.7, 3);
  });

  it("lead the world's order by the scanner", () => {
    const { worldScore } = ask(rows);
    const [euv, cleaning, resist] = ["euv-lithography", "cleaning", "resist"].map((id) => worldScore(id));
    expect(euv).toMatchObject({ holder: "NL" });
    expect(resist).toMatchObject({ holder: "JP" });
    expect(euv!.score![1]).toBeCloseTo(0.5, 6);
    expect(resist!.score![1]).toBeGreaterThan(cleaning!.score![1]);
  });
});
