import { describe, expect, it } from "vitest";
import { shareChanges } from "../../../src/measure/supply/share-change.ts";
import { share, technology } from "../rows.ts";

const early = {
  edition: "2022",
  technologies: [
    technology("etch", { native: "N1", name: "Etch tools" }),
    technology("gas", { native: "N2", name: "Gases" }),
    technology("gone", { native: "N3" }),
    technology("moved", { native: "N4", name: "Masks", kind: "material" }),
  ],
  shares: [
    share("etch", "AA", 0.5, { year: 2019 }),
    share("etch", "BB", 0.3, { year: 2019 }),
    share("etch", "CC", [0, 0.01], { year: 2019 }),
    share("etch", "DD", null),
    share("gas", "AA", 0.9),
    share("moved", "AA", 0.1),
  ],
};

const late = {
  edition: "2026",
  technologies: [
    technology("etch", { native: "N1", name: "Tools: etch tools" }),
    technology("gas", { native: "N2", name: "Rare gases" }),
    technology("moved", { native: "N4", name: "Masks", kind: "tool" }),
    technology("new", { native: "N5" }),
  ],
  shares: [
    share("etch", "AA", 0.4, { year: 2025 }),
    share("etch", "BB", 0.309, { year: 2025 }),
    share("etch", "CC", 0.15, { year: 2025 }),
    share("etch", "DD", 0.1),
    share("etch", "AA", 0.6, { basis: "production" }),
    share("gas", "AA", 0.1),
    share("moved", "AA", 0.9),
  ],
};

describe("shareChanges", () => {
  const { matched, unmatched, changes } = shareChanges(early, late);

  it("compares only what means the same in both editions", () => {
    expect(matched).toEqual(["etch"]);
    expect(unmatched.map(({ technology: id, reason }) => [id, reason.split(":")[0]])).toEqual([
      ["gas", "renamed"],
      ["gone", "no longer in the data set"],
      ["moved", "kind changed"],
      ["new", "only in 2026"],
    ]);
  });

  it("says who gains and who loses beyond rounding, the largest change first", () => {
    expect(changes.map(({ holder, direction }) => [holder, direction])).toEqual([
      ["CC", "gaining"],
      ["AA", "losing"],
      ["BB", "unclear"],
    ]);
    expect(changes[0]!.change.low).toBeCloseTo(0.14, 12);
    expect(changes[0]!.change.high).toBeCloseTo(0.15, 12);
    expect(changes[1]).toMatchObject({ before: { low: 0.5, year: 2019 }, after: { low: 0.4, year: 2025 } });
  });

  it("finds nothing between an edition and itself", () => {
    expect(shareChanges(late, late).changes.every(({ direction }) => direction === "unclear")).toBe(true);
  });
});
