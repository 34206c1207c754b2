import { describe, expect, it } from "vitest";
import { cellOutcomes, type LaterFamily } from "../../../../src/proof/measure/plans/cell-outcome.ts";

const later = (count: number, year: number, citations: number, ...cells: readonly string[]): readonly LaterFamily[] =>
  Array.from({ length: count }, () => ({ year, citations, cells: cells.map((cell) => ({ technology: cell.split("/")[0]!, cell })) }));

describe("what came of cells", () => {
  it("compares families with those of their technology and year", () => {
    const outcomes = cellOutcomes([...later(10, 2011, 3, "etch/A"), ...later(10, 2011, 1, "etch/B"), ...later(20, 2012, 50, "etch/B")]);
    // Means 2 and 50.
    expect(outcomes.get("etch/A")).toEqual({ families: 10, relative: 1.5 });
    expect(outcomes.get("etch/B")!.families).toBe(30);
    expect(outcomes.get("etch/B")!.relative).toBeCloseTo((10 * 0.5 + 20) / 30, 12);
  });

  it("counts a family in each of its technologies, against the families of that one", () => {
    const outcomes = cellOutcomes([...later(20, 2011, 4, "etch/A", "mask/A"), ...later(20, 2011, 0, "mask/B")]);
    expect([...outcomes.values()].map(({ relative }) => relative)).toEqual([1, 2, 0]);
  });

  it("knows no outcome in a cohort of under 20, nor where no one is cited", () => {
    expect(cellOutcomes(later(19, 2011, 4, "etch/A")).get("etch/A")).toEqual({ families: 19, relative: null });
    expect(cellOutcomes(later(20, 2011, 0, "etch/A")).get("etch/A")).toEqual({ families: 20, relative: null });
    expect(cellOutcomes(later(20, 2011, 1, "etch/A")).get("etch/A")).toEqual({ families: 20, relative: 1 });
    expect(cellOutcomes([]).size).toBe(0);
  });
});
