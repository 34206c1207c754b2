import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/base/days.ts";
import { sum } from "../../src/base/numbers.ts";
import { drawnRepair, givenRepair, middleRepair, repairEnds, repairLike } from "../../src/leverage/repair.ts";
import { outage } from "../measure/rows.ts";
import { runs } from "./worlds.ts";

const today = dayOf("2024-01-01")!;
const fires = [
  outage("a", "fire", "2010-01-01", 4),
  outage("b", "fire", "2012-01-01", [2, 6]),
  outage("c", "fire", "2014-01-01", null, { low: 15 }),
];
const quakes = [outage("d", "quake", "2011-03-11", 1), outage("e", "quake", "2011-03-11", 3), outage("f", "quake", "2016-02-06", 0.5)];

/** Mean and chance to take less than `month`, by even steps of the uniform number. */
const overDraws = (repair: ReturnType<typeof repairLike>, month = Number.POSITIVE_INFINITY) => {
  const drawn = Array.from({ length: 20_000 }, (_, i) => drawnRepair(repair, (i + 0.5) / 20_000));
  return { mean: sum(drawn) / drawn.length, less: drawn.filter((each) => each < month).length / drawn.length };
};

describe("the time of repair", () => {
  it("is drawn from the cases of the cause where three events are known", () => {
    const repair = repairLike([...fires, ...quakes], "fire", today);
    expect(repair.map(({ low, high, floor }) => [low, high, floor])).toEqual([
      [2, 6, false],
      [4, 4, false],
      [15, 30, true],
    ]);
    // The one that took 15 months or more reaches below 10 in few draws, the others never above.
    expect(overDraws(repair, 10).less).toBeGreaterThan(2 / 3);
    expect(overDraws(repair, 10).less).toBeLessThan(0.75);
  });

  it("with fewer is drawn from all, the cause counted eightfold, each event once", () => {
    const repair = repairLike([...fires, ...quakes], "quake", today);
    const weightOf = (low: number): number => repair.find((each) => each.low === low)!.weight;
    expect([weightOf(0.5), weightOf(1), weightOf(3)].map((each) => each * 19)).toEqual([8, 4, 4].map((each) => expect.closeTo(each, 12)));
    expect(weightOf(15) * 19).toBeCloseTo(1, 12);
    expect(repairLike([...fires, ...quakes], null, today).map(({ weight }) => weight * 5)).toContainEqual(expect.closeTo(0.5, 12));
  });

  it("leaves out the event itself, and has a plant that was given up as one that outlasts a course", () => {
    const repair = repairLike([...fires, ...quakes], "quake", dayOf("2011-03-12")!);
    expect(repair.map(({ low }) => low)).toEqual([0.5, 2, 4, 15]);
    const lost = repairLike([outage("g", "flood", "2011-10", null), ...fires], null, today);
    expect(lost.at(-1)).toEqual({ low: 60, high: 120, floor: false, around: 1, weight: 0.25 });
    expect(overDraws(lost, 60).less).toBeCloseTo(0.75, 2);
  });

  it("is spread around few cases by the bandwidth of Silverman: .9 s n^(-1/5) of the logarithms", () => {
    const [first, second] = repairLike([outage("a", "fire", "2010-01-01", 1), outage("b", "fire", "2012-01-01", Math.E ** 2)], null, today);
    const bandwidth = 0.9 * 1 * 2 ** -0.2;
    for (const each of [first!, second!]) expect(each.around).toBeCloseTo(Math.exp(Math.sqrt(3) * bandwidth), 9);
    const logs = Array.from({ length: 10_000 }, (_, i) => Math.log(drawnRepair([{ ...first!, weight: 1 }], (i + 0.5) / 10_000)));
    expect(sum(logs) / logs.length).toBeCloseTo(0, 6);
    expect(Math.sqrt(sum(logs.map((log) => log ** 2)) / logs.length)).toBeCloseTo(bandwidth, 3);
    const alike = repairLike([outage("a", "fire", "2010-01-01", 3), outage("b", "fire", "2012-01-01", 3)], null, today);
    expect(repairEnds(alike)).toEqual([3, 3]);
  });

  it("is anything within the course where no case is known", () => {
    expect(repairEnds(repairLike([], "fire", today))).toEqual([0, 60]);
  });

  it("of which only the low end is known lies near it: Beta(1, 4), to the longest case or twice that end", () => {
    const short = repairLike([outage("h", "power", "2020-01-01", null, { low: 1 }), outage("i", "power", "2021-01-01", 11)], null, today);
    expect(short[0]).toMatchObject({ low: 1, high: 11, floor: true, weight: 0.5 });
    expect(overDraws(short.map((each) => ({ ...each, around: 1 }))).mean).toBeCloseTo((1 + 10 / 5 + 11) / 2, 2);
    expect(middleRepair(short)).toBeCloseTo(1 + 10 * (1 - 0.5 ** 0.25), 12);
  });

  it("that is given is drawn evenly", () => {
    expect([0, 0.5, 0.999999].map((u) => drawnRepair(givenRepair([2, 6]), u))).toEqual([2, 4, expect.closeTo(6, 4)]);
    expect(middleRepair(givenRepair([2, 6]))).toBe(4);
  });

  it("never leaves its ends, and weights sum to one", () => {
    const cases = fc.array(
      fc.record({
        cause: fc.constantFrom("fire", "quake"),
        year: fc.integer({ min: 2000, max: 2005 }),
        low: fc.nat(20),
        more: fc.option(fc.nat(9)),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), (list, u) => {
        const rows = list.map(({ cause, year, low, more }, i) =>
          outage(`${i}`, cause, `${year}-01-01`, low, { high: more === null ? null : low + more }),
        );
        const repair = repairLike(rows, "fire", today);
        const [low, high] = repairEnds(repair);
        expect(sum(repair.map(({ weight }) => weight))).toBeCloseTo(1, 9);
        for (const months of [drawnRepair(repair, u), middleRepair(repair)]) {
          expect(months).toBeGreaterThanOrEqual(low - 1e-9);
          expect(months).toBeLessThanOrEqual(high + 1e-9);
        }
      }),
      runs(300),
    );
  });
});
