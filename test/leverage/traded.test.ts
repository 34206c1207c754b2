import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepsUntil } from "../../src/leverage/course/steps.ts";
import { createInputSpace } from "../../src/leverage/draw/input-space.ts";
import { createCoalitionGame } from "../../src/leverage/game/coalition-game.ts";
import { createForce } from "../../src/leverage/halflife/force.ts";
import { holdingOf } from "../../src/leverage/halflife/holding.ts";
import { keptWhole } from "../../src/leverage/halflife/kept.ts";
import { compileModel } from "../../src/leverage/model.ts";
import { createScenarioRun, metricsAt } from "../../src/leverage/scenario/run-scenario.ts";
import { type TradedBy, untraded } from "../../src/leverage/target.ts";
import { createWithholding } from "../../src/leverage/withholding.ts";
import { supplyMap } from "../measure/rows.ts";
import { gameOf } from "./game/game-of.ts";
import { act, compiled, modelOf } from "./scenario/scenario-world.ts";
import { rowsOf, runs, worlds } from "./worlds.ts";

/** CC makes 0.6 of the gas, BB 0.4; AA makes a tenth of the chips, of nothing but foreign gas: a quarter of it from CC, half from BB. */
const model = modelOf();
const gas = model.map.indexOf.get("gas")!;
const origins = new Map([
  ["CC", 0.25],
  ["BB", 0.5],
]);
const traded: TradedBy = (code) => (code === "AA" ? new Map([[gas, origins]]) : new Map());

describe("imports by origin, of which CC stops its own", () => {
  it("take the place of shares of world supply in a scenario; what customs do not name goes on", () => {
    const lostBy = (by?: TradedBy): number => {
      const run = createScenarioRun(compiled(model, [act({ senders: ["CC"], targets: ["AA"] })], "neutral", by));
      return run.run(0)[metricsAt(run.metrics, { kind: "loss", target: 0 })[0]!]!;
    };
    expect(lostBy()).toBeCloseTo(0.6, 9);
    expect(lostBy(traded)).toBeCloseTo(0.25, 9);
  });

  it("do so in the value of a coalition, and in what it loses by a reply", () => {
    const map = { ...model.map.rows, parameter: [] };
    const valueBy = (by?: TradedBy): number => {
      const { question, space } = gameOf(map, { target: "AA", members: ["CC"], outsiders: "neutral", unit: "output", traded: by });
      const game = createCoalitionGame({ ...question, technologies: [gas] });
      game.start(space.middle, null);
      game.turn(0);
      return game.value();
    };
    expect(stepsUntil(12).width.length).toBeGreaterThan(1);
    expect(valueBy()).toBeCloseTo(0.6, 9);
    expect(valueBy(traded)).toBeCloseTo(0.25, 9);
  });

  it("do so in the force of a chokepoint", () => {
    const forceBy = (by?: TradedBy): number => {
      const holding = holdingOf(createWithholding(model), gas, "CC", "AA", by);
      const force = createForce(holding);
      force.read(createInputSpace(model, { technologies: force.technologies, parties: holding.parties }).middle, null);
      return force.at(0, false, [keptWhole]);
    };
    expect(forceBy()).toBeCloseTo(0.6, 9);
    expect(forceBy(traded)).toBeCloseTo(0.25, 9);
  });
});

describe("where no trade is loaded", () => {
  it("nothing changes, bit for bit: no trade is read, none of it is of the target, or it is of what no one withholds", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.nat(9), async (world, which) => {
        const withholding = createWithholding(compileModel(supplyMap(rowsOf(world))));
        const technologies = withholding.model.map.technologies.map(({ index }) => index);
        const t = which % technologies.length;
        const others = technologies.filter((other) => !withholding.seeds(t).includes(other));
        const elsewhere: TradedBy = () => new Map(others.map((other) => [other, origins]));
        const found = [undefined, untraded, (code: string) => (code === "BB" ? elsewhere(code) : new Map()), elsewhere].map(async (by) => {
          const measure = act({ senders: ["CC", "DD"], targets: ["AA"] });
          const items = [{ ...measure.items[0]!, technology: t }];
          const run = createScenarioRun(compiled(withholding.model, [{ ...measure, items }], "backfilling", by));
          return [run.run(0), run.run(1), ...(await run.draw({ draws: 3, seed: which })).values];
        });
        const [first, ...rest] = await Promise.all(found);
        for (const other of rest) expect(other).toEqual(first);
      }),
      runs(100),
    );
  });
});
