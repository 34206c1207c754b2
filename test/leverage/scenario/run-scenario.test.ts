import { describe, expect, it } from "vitest";
import { givenRepair, repairLike } from "../../../src/leverage/repair.ts";
import { createScenarioRun, metricsAt, type ScenarioMetric } from "../../../src/leverage/scenario/run-scenario.ts";
import { repairOf, startOf, startsOf } from "../../../src/leverage/scenario/scenario.ts";
import { day, outage, parameter } from "../../measure/rows.ts";
import { act, compiled, days, loss, modelOf } from "./scenario-world.ts";

const rows = [parameter("gas", "stock", 3), parameter("gas", "expected-length", 12), parameter("chips", "market-size", 100)];
const stocked = modelOf({ parameter: rows });
const run = createScenarioRun(compiled(stocked, [act({ senders: ["CC"], targets: ["AA"] })], "neutral"));
const at = (kind: ScenarioMetric["kind"], of: Pick<Partial<ScenarioMetric>, "target" | "technology"> = { target: 0 }) =>
  metricsAt(run.metrics, { kind, ...of });

describe("a scenario that is run", () => {
  it("uses stock first, or rations it: three months' are gone after five, or after 12.9 with care of 12", () => {
    const [first, rationed] = [run.run(0), run.run(1)];
    expect(at("loss").map((m) => first[m])).toEqual([0, 0, 0.6, 0.6, 0.6, 0.6].map((value) => expect.closeTo(value, 9)));
    const gone = 12.906719719586924;
    const month = (from: number): number => 0.6 * 12 * (Math.exp((from + 1 - gone) / 12) - Math.exp((from - gone) / 12));
    const last = 0.6 * 12 * (1 - Math.exp((12 - gone) / 12)) + 0.6 * (13 - gone);
    const losses = [month(0), month(3), month(6), last, 0.6, 0.6];
    expect(at("loss").map((m) => rationed[m])).toEqual(losses.map((value) => expect.closeTo(value, 9)));
    expect(at("usd").map((m) => first[m]!)[5]).toBeCloseTo(0.6 * 100 * 0.1, 9);
  });

  it("gives the same numbers whatever was run or drawn before", async () => {
    const first = run.run(0);
    const drawn = await run.draw({ draws: 20, seed: 2 });
    expect(run.run(0)).toEqual(first);
    expect((await run.draw({ draws: 20, seed: 2 })).values).toEqual(drawn.values);
  });

  it("draws rationing between its ends", async () => {
    const { values } = await run.draw({ draws: 50, seed: 1 });
    const [first, rationed] = [run.run(0), run.run(1)].map((row) => row[at("loss")[0]!]!);
    const losses = values[at("loss")[0]!]!;
    for (const loss of losses) expect([loss >= first!, loss <= rationed!]).toEqual([true, true]);
    expect(new Set(losses).size).toBeGreaterThan(40);
  });

  it("tells what has no market, and products of no value, apart", () => {
    expect(run.unpriced.map((t) => stocked.map.technologies[t]!.id)).toEqual(["gas"]);
    expect(run.unvalued).toEqual([]);
    expect(createScenarioRun(compiled(modelOf(), [act({ senders: ["CC"], targets: ["AA"] })])).unvalued).toHaveLength(1);
  });

  it("has no number of what it does not tell", () => {
    expect([at("loss", { target: 7 }), at("rise", { target: 0, technology: 0 })]).toEqual([[], []]);
  });
});

describe("days of a scenario", () => {
  it("begin with the first effect of any measure", () => {
    const late = loss({ kind: "economy", id: "CC", economy: "CC", organisation: null }, { from: days("2026-05-01") });
    const early = act({ senders: ["CC"], targets: ["AA"], from: days("2026-04-01") });
    expect([startsOf(late), startsOf(early)]).toEqual([[days("2026-05-01")], [days("2026-04-01")]]);
    expect(startOf({ outsiders: "neutral", measures: [late, early] })).toBe(days("2026-04-01"));
  });

  it("of repair are as given, else as for plants that were hit before", () => {
    const { map } = modelOf({ outage: [outage("one", "fire", "2020-01-01", [2, 10])] });
    const of = { cause: "fire", from: days(day) } as const;
    expect(repairOf(map, of, [1, 3])).toEqual({ repair: givenRepair([1, 3]), repairAssumed: false });
    expect(repairOf(map, of, undefined)).toEqual({ repair: repairLike(map.rows.outage, "fire", days(day)), repairAssumed: true });
  });
});
