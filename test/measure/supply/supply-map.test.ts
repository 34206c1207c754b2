import { describe, expect, it } from "vitest";
import { inForce } from "../../../src/measure/supply/supply-map.ts";
import { closure } from "../../../src/measure/supply/topology.ts";
import { member, product, requirement, share, supplyMap, technology, variety } from "../rows.ts";

const criticality = (day: string) =>
  supplyMap(
    {
      technology: [product("logic"), technology("scanner")],
      requirement: [
        requirement("logic", "scanner", "blocking", { since: "2023" }),
        requirement("logic", "scanner", "degrading", { since: "2019-03" }),
      ],
    },
    day,
  ).requirements.map((edge) => edge.criticality);

describe("buildSupplyMap", () => {
  it("reads the criticality that holds on the day", () => {
    expect(criticality("2019-02-28")).toEqual([]);
    expect(criticality("2019-03-01")).toEqual(["degrading"]);
    expect(criticality("2022-12-31")).toEqual(["degrading"]);
    expect(criticality("2023-01-01")).toEqual(["blocking"]);
  });

  it("names a circle of requirements and varieties", () => {
    const rows = {
      technology: [technology("a"), technology("b"), technology("c")],
      requirement: [requirement("b", "a", "blocking"), requirement("c", "b", "blocking")],
      variety: [variety("a", "c", 1)],
    };
    expect(() => supplyMap(rows)).toThrow(/a -> b -> c -> a|b -> c -> a -> b|c -> a -> b -> c/);
  });

  it("levels every technology above its deepest input", () => {
    const map = supplyMap({
      technology: [technology("c"), technology("a"), technology("b")],
      requirement: [requirement("b", "a", "blocking"), requirement("c", "b", "blocking"), requirement("c", "a", "blocking")],
    });
    expect(map.technologies.map(({ id, index }) => [id, map.level[index]])).toEqual([
      ["c", 2],
      ["a", 0],
      ["b", 1],
    ]);
    expect(map.depth).toBe(2);
    const names = (list: readonly number[]) => list.map((index) => map.technologies[index]!.id);
    expect(names(closure(map, map.indexOf.get("c")!, "up")).sort()).toEqual(["a", "b"]);
    expect(names(closure(map, map.indexOf.get("a")!, "down"))).toEqual(["b", "c"]);
  });

  it("joins a process order only where the atlas does not place the technology, with unknown criticality", () => {
    const map = supplyMap({
      technology: [product("logic"), technology("placed"), technology("found", { native: "N9" })],
      process_order: [
        { technology: "placed", successor: "logic", relation: "goes_into" },
        { technology: "found", successor: "logic", relation: "goes_into" },
      ],
    });
    expect(map.requirements.map(({ input, criticality: kind }) => [map.technologies[input]!.id, kind])).toEqual([["found", "unknown"]]);
  });

  it("reads only one data set where asked, and members of a group on the day", () => {
    const rows = {
      technology: [technology("a")],
      share: [share("a", "AA", 0.5), share("a", "BB", 0.7, { dataset: "eto" })],
      group_member: [member("UU", "AA"), member("UU", "BB", null, "2020-02-01"), member("UU", "CC", "2027")],
    };
    expect(supplyMap(rows).groups.get("UU")).toEqual(["AA"]);
    expect(supplyMap(rows, "2020-01-31").groups.get("UU")).toEqual(["AA", "BB"]);
    expect(supplyMap(rows).technologies[0]!.supply?.dataset).toBe("eto");
  });
});

describe("a past day", () => {
  it("is answered with figures of no later year", () => {
    const rows = { technology: [technology("a")], share: [share("a", "AA", 0.5, { year: 2019 }), share("a", "BB", 0.9, { year: 2024 })] };
    expect(supplyMap(rows, "2023-12-31").technologies[0]?.supply?.entries.map(({ holder }) => holder)).toEqual(["AA"]);
    expect(supplyMap(rows, "2024-01-01").technologies[0]?.supply?.year).toBe(2024);
    expect(supplyMap(rows, "2018-12-31").technologies[0]?.supply).toBeNull();
  });
});

describe("inForce", () => {
  it("counts from the first day and ends before the last", () => {
    expect(inForce("2020-01-02", "2020-02-01", "2020-01-01")).toBe(false);
    expect(inForce("2020-01-02", "2020-02-01", "2020-01-02")).toBe(true);
    expect(inForce("2020-01-02", "2020-02-01", "2020-02-01")).toBe(false);
    expect(inForce(null, null, "1900-01-01")).toBe(true);
    expect(inForce("2020", null, "2020-01-01")).toBe(true);
  });
});
