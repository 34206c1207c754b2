import { describe, expect, it } from "vitest";
import { type ProgrammeTerms, sizeProgramme } from "../../../src/plan/effort/programme-size.ts";
import { chanceItWorks } from "../../../src/plan/effort/works.ts";

const terms: ProgrammeTerms = {
  curve: { ceiling: 0.8, scale: 300, steepness: 2 },
  researcherYear: 0.25,
  researchYears: 4,
  pilot: { years: 2, money: 1.5, people: 0.5 },
  plant: { buildYears: 2, rampYears: 2, capital: 1000, reachable: 0.6 },
};
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe("a size of a programme", () => {
  it("takes research, then a pilot, then a plant, and supplies after it is built", () => {
    const { works, reserved, expected, people, supplyAt } = sizeProgramme({ effort: 400, plant: 300 }, terms);
    expect(reserved).toEqual([25, 25, 25, 25, 75, 75, 150, 150]);
    expect(people).toEqual([100, 100, 100, 100, 50, 50, 0, 0]);
    expect(works).toBe(chanceItWorks(400, terms.curve));
    expect(total(expected)).toBeCloseTo(250 + works * 300, 9);
    expect([7, 8, 9, 10, 20].map(supplyAt)).toEqual([0, 0, 0.15, 0.3, 0.3]);
  });

  it("without a plant brings know-how alone, and needs no pilot", () => {
    const { reserved, expected, supplyAt } = sizeProgramme({ effort: 400, plant: 0 }, terms);
    expect(reserved).toEqual([25, 25, 25, 25]);
    expect(expected).toEqual(reserved);
    expect(supplyAt(30)).toBe(0);
  });

  it("reaches no more than can be reached, and spreads years that are not whole", () => {
    expect(sizeProgramme({ effort: 400, plant: 5000 }, terms).supplyAt(30)).toBe(0.6);
    const { reserved, people } = sizeProgramme({ effort: 300, plant: 0 }, { ...terms, researchYears: 2.5 });
    expect(total(reserved)).toBeCloseTo(75, 9);
    expect(people).toEqual([120, 120, 60]);
  });

  it("is worth an S of its effort, 0 at 0, in chance times supply", () => {
    const values = Array.from({ length: 40 }, (_, at) => sizeProgramme({ effort: 25 * at, plant: 300 }, terms)).map(
      ({ works, supplyAt }) => works * supplyAt(10),
    );
    const slopes = values.slice(1).map((value, at) => value - values[at]!);
    const steepest = slopes.indexOf(Math.max(...slopes));
    expect(values[0]).toBe(0);
    expect(steepest).toBeGreaterThan(2);
    expect(steepest).toBeLessThan(20);
    slopes.forEach((slope, at) => {
      if (at > 0) expect(Math.sign(slope - slopes[at - 1]!)).toBe(at <= steepest ? 1 : -1);
    });
  });
});
