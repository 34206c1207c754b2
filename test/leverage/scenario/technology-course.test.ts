import { describe, expect, it } from "vitest";
import { createScenarioRun, metricsAt } from "../../../src/leverage/scenario/run-scenario.ts";
import { defaults, parameter, rigid } from "../../measure/rows.ts";
import { act, compiled, modelOf } from "./scenario-world.ts";

const plain = { stock: [0, 0], "notice-purchases": [0, 0], "recovery-chance": [0, 0] } as const;

/** CC, which makes 0.6 of the gas, keeps it from AA, which makes a tenth of the chips; nobody can be turned to. */
function runOf(parameters: readonly ReturnType<typeof parameter>[], more: Parameters<typeof defaults>[0] = {}) {
  const model = modelOf({ parameter: [...parameters], default_parameter: [...rigid, ...defaults({ ...plain, ...more })] });
  const run = createScenarioRun(compiled(model, [act({ senders: ["CC"], targets: ["AA"] })], "neutral"));
  const at = (kind: "rise" | "paid" | "usedUp" | "need" | "felt" | "shortfall" | "refilled", h = 0) =>
    metricsAt(run.metrics, { kind, target: 0, technology: model.map.indexOf.get("gas")! })[h];
  return { run, at };
}

const elastic = [parameter("gas", "supply-elasticity", 0.5), parameter("gas", "demand-elasticity", -0.7)];

describe("what is reported of a technology that is withheld", () => {
  it("is the part that stops, what of it is felt, and the target's part of world use", () => {
    const { run, at } = runOf([]);
    const row = run.run(0);
    expect([row[at("shortfall")!], row[at("felt", 3)!], row[at("refilled", 5)!], row[at("need")!]]).toEqual(
      [0.6, 0.6, 0, 0.1].map((value): unknown => expect.closeTo(value, 9)),
    );
  });

  it("is the month in which the stock is gone: of three months at six tenths a month, the fifth", () => {
    const { run, at } = runOf([parameter("gas", "stock", 3)]);
    expect(run.run(0)[at("usedUp")!]).toBeCloseTo(5, 9);
  });

  it("is past the end where the stock lasts, and as if no one rationed in draws", async () => {
    const never = runOf([parameter("gas", "stock", 60)]);
    expect(never.run.run(0)[never.at("usedUp")!]).toBe(61);
    const { run, at } = runOf([parameter("gas", "stock", 3), parameter("gas", "expected-length", 12)]);
    const { values } = await run.draw({ draws: 20, seed: 1 });
    for (const month of values[at("usedUp")!]!) expect(month).toBeCloseTo(5, 9);
    expect(new Set(values[at("felt", 1)!]).size).toBeGreaterThan(10);
  });
});

describe("a price", () => {
  it("rises by x / (0.5 + 0.7) in logarithms: what is left of the need costs that much more", () => {
    const { run, at } = runOf([...elastic, parameter("gas", "market-size", 20)]);
    const row = run.run(0);
    const rise = Math.exp(0.6 / 1.2) - 1;
    expect(row[at("rise")!]).toBeCloseTo(rise, 9);
    expect(row[at("paid")!]).toBeCloseTo(rise * 20 * 0.1 * 0.4, 9);
  });

  it("is drawn with its elasticities, between what their ends say", async () => {
    const { run, at } = runOf([parameter("gas", "supply-elasticity", [0.2, 0.8]), elastic[1]!]);
    const { values } = await run.draw({ draws: 200, seed: 1 });
    const rises = values[at("rise")!]!;
    for (const rise of rises) {
      expect(rise).toBeGreaterThan(Math.exp(0.6 / 1.5) - 1);
      expect(rise).toBeLessThan(Math.exp(0.6 / 0.9) - 1);
    }
    expect(new Set(rises).size).toBe(200);
    expect(run.drawn.map(({ name }) => name)).toContain("supply-elasticity");
    expect(values[at("paid")!]!.every(Number.isNaN)).toBe(true);
  });

  it("may come from the defaults of a kind of supply", () => {
    const { run, at } = runOf([], { "supply-elasticity": [0.5, 0.5], "demand-elasticity": [-0.7, -0.7] });
    expect(run.run(0)[at("rise")!]).toBeCloseTo(Math.exp(0.5) - 1, 9);
  });

  it.each([
    ["of one elasticity alone", [elastic[0]!]],
    ["of elasticities that may be none", [parameter("gas", "supply-elasticity", [0, 1]), parameter("gas", "demand-elasticity", [-1, 0])]],
    ["of no elasticity", []],
  ])("is not reported %s", (_, parameters) => {
    expect(runOf(parameters).at("rise")).toBeUndefined();
  });
});
