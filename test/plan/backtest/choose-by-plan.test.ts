import { afterAll, describe, expect, it } from "vitest";
import { chooseByPlan } from "../../../src/plan/backtest/choose-by-plan.ts";
import type { Cell } from "../../../src/plan/cells/cell.ts";
import { economicsOf, middle } from "../../../src/plan/economics.ts";
import { openSolver } from "../../../src/plan/solver/open-solver.ts";
import { plantedTrial } from "./planted-cells.ts";

const figures: Readonly<Record<string, number>> = {
  discount: 0.05,
  families: 10,
  "family-weight": 1,
  family: 0.1,
  "grant-delay": 2,
  "growth-kept": 0.25,
  horizon: 15,
  lapse: 0.05,
  lead: 3,
  least: 0.3,
  option: 20,
  "others-weight": 100,
  "own-record": 40,
  "programme-years": 3,
  "researcher-year": 0.2,
  "researcher-years": 5,
  royalty: 0.01,
  supply: 0.01,
  "top-part": 0.5,
  withheld: 0.1,
  "others-follow": 0.3,
  yield: 1,
};
const inputs = [
  ...Object.entries(figures).map(([id, value]) => ({ id, scope: "", low: value, high: value })),
  ...[0.02, 0.1, 0.3].map((chance, at) => ({ id: "top-tenth", scope: ["low", "middle", "high"][at]!, low: chance, high: chance })),
];
const solver = openSolver();
afterAll(() => solver.close());
const choose = chooseByPlan({
  economics: economicsOf(inputs, middle),
  kindOf: () => "process",
  solver,
  options: { gap: 0, seconds: 3600 },
});

const [plain] = plantedTrial(1, { cells: 1, signal: 0 }).cells as [Cell];
/** Cells of which the originality of recent families is all that differs: so many of twenty in the upper tercile, the rest in the lower. */
const cellOf = (technology: string, at: number, high: number): Cell => ({
  ...plain,
  id: `${technology}/${at}`,
  technology,
  cited: { mean: null, of: 0 },
  mix: ([0, 2] as const).map((tercile) => ({ tercile, team: null, families: tercile === 2 ? high : 20 - high })),
});

describe("a choice of cells by the plan's own problem", () => {
  it("takes those of the most original families first", async () => {
    const cells = Array.from({ length: 9 }, (_, at) => cellOf("etch", at, 2 * ((at * 4) % 9)));
    expect([...(await choose(cells, 3, 2010))].sort()).toEqual(["etch/2", "etch/4", "etch/6"]);
  });

  it("spreads over technologies, since each further approach to one is worth less", async () => {
    const cells = ["etch", "mask", "resist"].flatMap((technology) => [0, 1, 2].map((at) => cellOf(technology, at, 10)));
    const chosen = await choose(cells, 3, 2010);
    expect(new Set(chosen.map((id) => id.split("/")[0])).size).toBe(3);
  });

  it("takes as many cells as it may, whatever their order", async () => {
    const { cells } = plantedTrial(2, { cells: 30, signal: 0 });
    const chosen = await choose(cells, 7, 2010);
    expect(new Set(chosen).size).toBe(7);
    expect(await choose(cells.toReversed(), 7, 2010)).toEqual(chosen);
    expect((await choose(cells, 99, 2010)).length).toBe(30);
  });
});
