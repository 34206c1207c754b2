import { describe, expect, it } from "vitest";
import type { Cell } from "../../../../src/plan/cells/cell.ts";
import { economicsOf, middle } from "../../../../src/plan/economics.ts";
import { chooseByRecord } from "../../../../src/proof/measure/plans/choose-by-record.ts";
import { plantedTrial } from "./planted-cells.ts";

const inputs = [
  ...Object.entries({ "growth-kept": 0.25, "own-record": 40, "top-part": 0.5 }).map(([id, value]) => ({
    id,
    scope: "",
    low: value,
    high: value,
  })),
  ...[0.02, 0.1, 0.3].map((chance, at) => ({ id: "top-tenth", scope: ["low", "middle", "high"][at]!, low: chance, high: chance })),
];
const choose = chooseByRecord(economicsOf(inputs, middle));

const [plain] = plantedTrial(1, { cells: 1, signal: 0 }).cells as [Cell];
/** Cells of which the originality of recent families is all that differs: so many of twenty in the upper tercile, the rest in the lower. */
const cellOf = (technology: string, at: number, high: number): Cell => ({
  ...plain,
  id: `${technology}/${at}`,
  technology,
  cited: { mean: null, of: 0 },
  mix: ([0, 2] as const).map((tercile) => ({ tercile, team: null, families: tercile === 2 ? high : 20 - high })),
});

describe("a choice of cells by their record", () => {
  it("takes those of the most original families first", async () => {
    const cells = Array.from({ length: 9 }, (_, at) => cellOf("etch", at, 2 * ((at * 4) % 9)));
    expect([...(await choose(cells, 3, 2010))].sort()).toEqual(["etch/2", "etch/4", "etch/6"]);
  });

  it("takes as many cells as it may", async () => {
    const { cells } = plantedTrial(2, { cells: 30, signal: 0 });
    const chosen = await choose(cells, 7, 2010);
    expect(new Set(chosen).size).toBe(7);
    expect((await choose(cells, 99, 2010)).length).toBe(30);
  });
});
