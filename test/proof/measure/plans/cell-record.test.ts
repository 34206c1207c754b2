import { describe, expect, it } from "vitest";
import { createRandom } from "../../../../src/measure/random.ts";
import { relativeCited, shrunkGrowth } from "../../../../src/proof/measure/plans/choose-by-record.ts";
import { cellOf } from "../../../plan/cells/cells.ts";
import { cell } from "../../../plan/cells/record-inputs.ts";
import { poisson } from "./planted-cells.ts";

/** Cells with a known true growth. */
function grown(seed: number, spread: number) {
  const random = createRandom(seed);
  return Array.from({ length: 200 }, (_, at) => {
    const truth = spread * random.normal();
    const counts = [poisson(20 * Math.exp(-truth / 2), random), poisson(20 * Math.exp(truth / 2), random)] as const;
    return { truth, cell: cellOf(`etch/H01L${at}`, counts) };
  });
}
const growthOf = (all: ReturnType<typeof grown>) =>
  shrunkGrowth(
    all.map((each) => each.cell),
    2020,
  );

describe("growth of a cell over all others", () => {
  it("is unknown without families, and 0 where cells differ by chance alone", () => {
    const nothing = cell("etch", "H01L 1");
    expect(shrunkGrowth([nothing], 2020)(nothing)).toBeNull();
    const alike = [cellOf("etch/H01L1", [20, 21]), cellOf("etch/H01L2", [20, 19]), cellOf("etch/H01L3", [0, 0])] as const;
    expect(shrunkGrowth(alike, 2020)(alike[2])).toBeNull();
    for (const each of alike.slice(0, 2))
      expect(shrunkGrowth(alike, 2020)(each)).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9), expect.closeTo(0, 9)]);
  });

  it("is drawn to none by how much of it is chance: nearer the truth than what is seen, more so in small cells", () => {
    const all = grown(1, 0.6);
    const growth = growthOf(all);
    const error = (of: (one: (typeof all)[number]) => number): number => all.reduce((sum, one) => sum + (of(one) - one.truth) ** 2, 0);
    const seen = ({ cell: { byYear } }: (typeof all)[number]): number =>
      Math.log((byYear[1]!.families + 0.5) / (byYear[0]!.families + 0.5));
    expect(error((one) => growth(one.cell)![1])).toBeLessThan(0.9 * error(seen));
    const [large, small] = [cellOf("etch/H01L900", [50, 100]), cellOf("etch/H01L901", [1, 2])];
    const both = shrunkGrowth([...all.map((each) => each.cell), large, small], 2020);
    expect(both(large)![1]).toBeGreaterThan(2 * both(small)![1]);
    expect(both(small)![1]).toBeGreaterThan(0);
  });

  it("has intervals of 80% that hold the truth in about four of five", () => {
    const all = [1, 2, 3, 4, 5].flatMap((seed) => {
      const cells = grown(seed, 0.6);
      const growth = growthOf(cells);
      return cells.map((each) => ({ truth: each.truth, of: growth(each.cell)! }));
    });
    const held = all.filter(({ truth, of: [low, , high] }) => low <= truth && truth <= high).length / all.length;
    expect(held).toBeGreaterThan(0.74);
    expect(held).toBeLessThan(0.86);
  });

  it("reads nothing after the year", () => {
    const now = [cellOf("etch/H01L1", [10, 90]), cellOf("etch/H01L2", [90, 10])];
    const later = now.map((each, at) => ({ ...each, byYear: [...each.byYear, { year: 2021, families: 100 * at }] }));
    expect(shrunkGrowth(later, 2020)(later[0]!)).toEqual(shrunkGrowth(now, 2020)(now[0]!));
  });
});

it("is 1 for the mean of a technology, whatever its families sum over their documents, if enough of them are known", () => {
  const often = cell("oven", "F27B 1", { cited: { mean: 6, of: 20 } });
  const seldom = cell("oven", "F27B 3", { cited: { mean: 1, of: 30 } });
  const unknown = cell("oven", "F27B 5");
  const few = cell("lamp", "F21V 1", { cited: { mean: 6, of: 20 } });
  const of = relativeCited([often, seldom, unknown, few]);
  expect(of(often)).toEqual({ mean: 2, of: 20 });
  expect(of(seldom).mean).toBeCloseTo(1 / 3, 12);
  expect(of(unknown)).toEqual({ mean: null, of: 0 });
  expect(of(few)).toEqual({ mean: 6, of: 20 });
  const never = cell("mask", "G03F 1", { cited: { mean: 0, of: 50 } });
  expect(relativeCited([never])(never)).toEqual({ mean: 0, of: 50 });
});
