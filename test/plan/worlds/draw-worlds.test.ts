import { describe, expect, it } from "vitest";
import { drawWorlds, type PlannedBet, type PossibleAct, presentYears, type WorldOptions } from "../../../src/plan/worlds/draw-worlds.ts";

const options: WorldOptions = { worlds: 4000, seed: 3, years: 10, discount: 0.05, correlation: 0.3 };
const act = (id: string, chance: number, ...nodes: readonly string[]): PossibleAct => ({
  id,
  chance,
  nodes: new Set(nodes),
  shortfalls: nodes.map((each) => ({ node: each, shortfall: (part: number) => part })),
});
const bet = (given: Partial<PlannedBet> = {}): PlannedBet => ({
  problem: "a",
  shared: "material|H",
  works: 1,
  suppliedAt: () => 1,
  ...given,
});
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("drawn worlds", () => {
  it("withhold a class together or not at all, as often as discounted years say", () => {
    const worlds = drawWorlds([act("rule", 0.1, "A", "B")], [], options);
    expect(new Set(worlds.map(({ withheld }) => withheld.length))).toEqual(new Set([0, 2]));
    const steps = 100_000;
    let [expected, weight] = [0, 0];
    for (let step = 0; step < steps; step++) {
      const year = ((step + 0.5) * options.years) / steps;
      expected += Math.exp(-options.discount * year) * (1 - 0.9 ** year);
      weight += Math.exp(-options.discount * year);
    }
    expect((weight * options.years) / steps).toBeCloseTo(presentYears(options), 6);
    expect(Math.abs(mean(worlds.map(({ withheld }) => withheld.length / 2)) - expected / weight)).toBeLessThan(4 * Math.sqrt(0.25 / 4000));
  });

  it("add up what two acts withhold, at most all", () => {
    const acts = [0.6, 0.7].map((most, at) => ({
      id: `${at}`,
      chance: 1,
      nodes: new Set(["A"]),
      shortfalls: [{ node: "A", shortfall: () => most }],
    }));
    const [world] = drawWorlds(acts, [], { ...options, worlds: 1 });
    expect(world!.withheld).toEqual([{ node: "A", shortfall: 1, felt: 1 }]);
  });

  it("count a programme where it works and from when it supplies; a size that works less often works nowhere else", () => {
    const late = bet({ suppliedAt: (years) => (years < 4 ? 0 : 1) });
    const [small, large] = [bet({ works: 0.3 }), bet({ works: 0.6 })];
    const worlds = drawWorlds([], [late, small, large], options);
    const fromFour = (Math.exp(-0.05 * 4) - Math.exp(-0.05 * 10)) / (1 - Math.exp(-0.05 * 10));
    expect(mean(worlds.map(({ useful }) => useful[0]!))).toBeCloseTo(fromFour, 2);
    expect(mean(worlds.map(({ useful }) => useful[1]!))).toBeCloseTo(0.3, 1);
    for (const { useful } of worlds) expect(useful[1]!).toBeLessThanOrEqual(useful[2]!);
  });
});
