import { describe, expect, it } from "vitest";
import { coalitionValue } from "../../../src/leverage/game/coalition-value.ts";
import { parameter, place, product, requirement, share, technology } from "../../measure/rows.ts";
import { gameOf, valuesOf } from "./game-of.ts";

/** CC makes most of a gas, DD the rest of it and an acid with BB; BB makes chips of both, CC and DD chips that need a powder of BB. */
const map = {
  technology: [technology("gas"), technology("acid"), technology("powder"), product("chip"), product("memory")],
  share: [
    share("gas", "CC", 0.7),
    share("gas", "DD", 0.2),
    share("acid", "DD", [0.5, 0.8]),
    share("acid", "BB", 0.2),
    share("powder", "BB", 0.9),
  ],
  requirement: [
    requirement("chip", "gas", "blocking"),
    requirement("chip", "acid", "blocking"),
    requirement("memory", "powder", "blocking"),
    requirement("memory", "gas", "degrading", { delta_low: 0.1, delta_high: 0.4 }),
  ],
  parameter: [
    ...["gas", "acid", "powder"].map((id) => parameter(id, "stock", [0, 1])),
    ...["chip", "memory"].map((id) => parameter(id, "market-size", [80, 120])),
    parameter("gas", "market-size", 2),
  ],
  product_place: [place("chip", "BB", "make", 0.5), place("memory", "CC", "make", 0.4), place("memory", "DD", "make", 0.3)],
};
const options = { seed: 1, threshold: null, replyOn: ["CC", "DD"], isPriced: () => true };

describe("the value of a coalition", () => {
  it("stands in the middle run and in draws for itself, after the reply too", async () => {
    const { question, space, model } = gameOf(map, { members: ["CC", "DD"] });
    const found = await coalitionValue(question, space, { ...options, draws: 40 });
    const [values] = await valuesOf(question, space, null);
    expect(found.value.backfilling.middle).toBeCloseTo(values[3]!, 9);
    expect(found.shapley.reduce((sum, { middle }) => sum + middle, 0)).toBeCloseTo(values[3]!, 9);
    expect(found.joining.map(({ middle }) => middle)).toEqual([values[1], values[3]! - values[1]!]);
    expect(found.last.map(({ middle }) => middle)).toEqual([values[3]! - values[2]!, values[3]! - values[1]!]);
    const [best] = found.replies;
    expect([null, model.map.indexOf.get("powder")]).toContain(best!.technology);
    expect(best!.harm.middle).toBeGreaterThan(10);
    expect(found.afterReply!.middle).toBeCloseTo(values[3]! - best!.harm.middle, 9);
    for (const { interval } of [found.value.backfilling, ...found.shapley]) {
      expect(interval[0]).toBeLessThan(interval[1]);
      expect(interval[1]).toBeLessThan(interval[2]);
    }
  });

  it("is never more after the reply than before, at any end", async () => {
    const { question, space } = gameOf(map, { members: ["CC", "DD"] });
    for (const draws of [3, 8, 25]) {
      const { value, afterReply } = await coalitionValue(question, space, { ...options, draws });
      for (const end of [0, 1, 2] as const) expect(afterReply!.interval[end]).toBeLessThan(value.backfilling.interval[end]);
    }
  });

  it("splits every draw into parts that sum to the value of that draw", async () => {
    const { question, space } = gameOf(map, { members: ["CC", "DD"] });
    const one = await coalitionValue(question, space, { ...options, draws: 1 });
    expect(one.shapley.reduce((sum, { interval }) => sum + interval[1], 0)).toBeCloseTo(one.value.backfilling.interval[1], 9);
  });

  it("is no smaller where no one can be turned to, and greatest where all join in", async () => {
    const { question, space } = gameOf(map, { members: ["CC"] });
    const { value } = await coalitionValue(question, space, { ...options, replyOn: ["CC"], draws: 0 });
    expect(value.neutral.middle).toBeGreaterThanOrEqual(value.backfilling.middle);
    expect(value.following.middle).toBeGreaterThan(value.neutral.middle);
  });

  it("names the fewest that suffice and the sets that no other beats", async () => {
    const { question, space } = gameOf(map, { members: ["CC", "DD"] });
    const [values] = await valuesOf(question, space, null);
    const found = await coalitionValue(question, space, { ...options, draws: 0, threshold: Math.max(values[1]!, values[2]!) });
    expect(found.smallest?.members).toEqual(["CC", "DD"]);
    expect(found.pareto.at(-1)?.members).toEqual(["CC", "DD"]);
    const more = await coalitionValue(question, space, { ...options, draws: 0, threshold: values[3]! });
    expect(more.smallest).toBeNull();
  });

  it("compares sets by their medians where there are draws", async () => {
    const { question, space } = gameOf(map, { members: ["CC", "DD"] });
    const draws = 9;
    const harm = await Promise.all(Array.from({ length: draws }, async (_, draw) => (await valuesOf(question, space, draw))[0]));
    const median = (mask: number): number => harm.map((values) => values[mask]!).toSorted((a, b) => a - b)[(draws - 1) / 2]!;
    const found = await coalitionValue(question, space, { ...options, draws });
    expect(found.threshold).toBeCloseTo(median(3) / 2, 9);
    const just = { ...options, draws, threshold: median(1) * (1 - 1e-9) };
    expect((await coalitionValue(question, space, just)).smallest?.harm.interval[1]).toBeCloseTo(Math.max(median(1), median(2)), 9);
    const over = { ...options, draws, threshold: Math.max(median(1), median(2)) };
    expect((await coalitionValue(question, space, over)).smallest?.members).toEqual(["CC", "DD"]);
  });

  it("does not tell costs of sets with a member of whose supply no market is known, nor compare them", async () => {
    const { question, space, model } = gameOf(map, { members: ["CC", "DD"] });
    const isPriced = (t: number): boolean => t === model.map.indexOf.get("gas");
    const acid = { ...question, technologies: question.technologies.filter((t) => t !== model.map.indexOf.get("gas")) };
    const found = await coalitionValue(acid, space, { ...options, draws: 0, isPriced });
    expect([found.smallest?.members, found.smallest?.cost]).toEqual([["DD"], null]);
    expect(found.pareto).toEqual([]);
  });

  it("tells how far it is, and stops when asked to", async () => {
    const { question, space } = gameOf(map, { members: ["CC", "DD"] });
    const stop = new AbortController();
    const told: number[] = [];
    const onProgress = (done: number): void => {
      told.push(done);
      stop.abort(new Error("stopped"));
    };
    await expect(coalitionValue(question, space, { ...options, draws: 100_000, signal: stop.signal, onProgress })).rejects.toThrow(
      "stopped",
    );
    expect(told.length).toBeGreaterThan(0);
  });
});
