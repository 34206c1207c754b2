import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownDay } from "../../../src/measure/citations/citation-graph.ts";
import { countingUnits, extendedFamilies } from "../../../src/measure/patents/families.ts";
import { claimClusters, firstMainGroup } from "../../../src/measure/patents/families-clusters.ts";
import { runs } from "../../leverage/worlds.ts";

const listsOf = (holders: readonly (readonly number[])[]) => ({
  start: Int32Array.from({ length: holders.length + 1 }, (_, i) => holders.slice(0, i).flat().length),
  holder: Int32Array.from(holders.flat()),
});

const linksOf = (pairs: readonly (readonly [number, number])[]) => ({
  from: Int32Array.from(pairs, (pair) => pair[0]),
  to: Int32Array.from(pairs, (pair) => pair[1]),
});

/** A family of its own where there is none. */
const named = (units: readonly (string | null)[]): readonly string[] => units.map((unit, i) => unit ?? `own ${i}`);

describe("countingUnits", () => {
  it("numbers families by first appearance", () => {
    expect([...countingUnits(["f", "x", "g", "f", "y", "g"])]).toEqual([0, 1, 2, 0, 3, 2]);
  });
});

describe("extendedFamilies", () => {
  it("agrees with a walk along common holders", () => {
    const world = fc.integer({ min: 1, max: 9 }).chain((n) =>
      fc.record({
        units: fc.array(fc.option(fc.constantFrom("f", "g", "h"), { nil: null }), { minLength: n, maxLength: n }),
        holders: fc.array(
          fc.uniqueArray(fc.nat(2), { maxLength: 2 }).map((own) => own.sort()),
          { minLength: n, maxLength: n },
        ),
        pairs: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 12 }),
      }),
    );
    fc.assert(
      fc.property(world, ({ units, holders, pairs }) => {
        const lists = listsOf(holders);
        const found = extendedFamilies(countingUnits(named(units)), lists, linksOf(pairs));
        for (let holder = 0; holder < 3; holder++) {
          const own = [...holders.keys()].filter((i) => holders[i]!.includes(holder));
          const joined = (a: number, b: number) =>
            (units[a] !== null && units[a] === units[b]) || pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
          for (const from of own) {
            const reached = new Set([from]);
            for (const at of reached) for (const next of own) if (joined(at, next)) reached.add(next);
            const slot = (i: number) => lists.start[i]! + holders[i]!.indexOf(holder);
            for (const other of own) expect(found[slot(from)] === found[slot(other)]).toBe(reached.has(other));
          }
        }
      }),
      runs(300),
    );
  });

  it("joins what one holder has, not what two have", () => {
    const lists = listsOf([[0], [1], [0, 1]]);
    expect([...extendedFamilies(Int32Array.of(0, 1, 2), lists, linksOf([[0, 1]]))]).toEqual([0, 1, 2, 3]);
    expect([...extendedFamilies(Int32Array.of(0, 1, 2), lists, linksOf([[2, 0]]))]).toEqual([0, 1, 0, 3]);
  });
});

describe("firstMainGroup", () => {
  const symbol = (scheme: string, text: string, role: string | null, position: number | null) => ({ scheme, symbol: text, role, position });

  it("takes the first inventive CPC symbol, else IPC, else nothing", () => {
    const ipc = symbol("ipc", "H01L27/10", null, 1);
    const additional = symbol("cpc", "Y10S438/977", "additional", 1);
    expect(firstMainGroup([ipc, symbol("cpc", "H01L21/762", "inventive", 3), symbol("cpc", "B32B37/00", "inventive", 2), additional])).toBe(
      "B32B37",
    );
    expect(firstMainGroup([additional, ipc])).toBe("H01L27");
    expect(firstMainGroup([additional])).toBeNull();
    expect(firstMainGroup([symbol("cpc", "H10D30/00", null, null)])).toBe("H10D30");
  });
});

describe("claimClusters", () => {
  const cluster = (
    units: readonly (string | null)[],
    pairs: readonly (readonly [number, number])[],
    mainGroup: readonly (string | null)[],
    day: readonly number[],
  ) => {
    const holders = listsOf(units.map(() => [7]));
    const extended = extendedFamilies(countingUnits(named(units)), holders, linksOf(pairs));
    const technologyStart = Int32Array.from({ length: units.length + 1 }, (_, i) => i);
    return claimClusters({
      day: Int32Array.from(day),
      holders,
      extended,
      mainGroup,
      technologyStart,
      technology: new Int32Array(units.length),
    });
  };

  it("goes by the class of the earliest publication of the extended family", () => {
    expect(cluster(["f", "f", null], [[1, 2]], ["H01L21", "H01L27", null], [30, 20, 40])).toEqual([
      { holder: 7, technology: 0, mainGroup: "H01L27", documents: [0, 1, 2] },
    ]);
    expect(cluster(["f", "f"], [], ["H01L21", "H01L27"], [30, unknownDay])[0]!.mainGroup).toBe("H01L21");
    expect(cluster([null, null], [], [null, null], [1, 2])).toEqual([{ holder: 7, technology: 0, mainGroup: null, documents: [0, 1] }]);
  });

  it("is not changed by splitting a family with a link between its parts", () => {
    const whole = cluster(["f", "f", "g"], [], ["A01B1", "C01B1", "C01B1"], [1, 2, 3]);
    const split = cluster(["f", null, "g"], [[1, 0]], ["A01B1", "C01B1", "C01B1"], [1, 2, 3]);
    expect(split).toEqual(whole);
    expect(whole.map((one) => one.documents)).toEqual([[0, 1], [2]]);
  });

  it("keeps holders and technologies apart", () => {
    const holders = listsOf([[0, 1], [1]]);
    const extended = extendedFamilies(Int32Array.of(0, 1), holders, linksOf([]));
    const found = claimClusters({
      day: Int32Array.of(1, 2),
      holders,
      extended,
      mainGroup: ["A01B1", "A01B1"],
      technologyStart: Int32Array.of(0, 2, 3),
      technology: Int32Array.of(0, 1, 1),
    });
    expect(found.map((one) => [one.holder, one.technology, one.documents.join()])).toEqual([
      [0, 0, "0"],
      [0, 1, "0"],
      [1, 0, "0"],
      [1, 1, "0,1"],
    ]);
  });
});
