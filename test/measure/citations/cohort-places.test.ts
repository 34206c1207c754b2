import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTerciles, findTopTenth, type PlacedColumns, smallestPlacedCohort } from "../../../src/measure/citations/cohort-places.ts";

const columns = (values: readonly number[], year = values.map(() => 2001), technology = values.map(() => 0)): PlacedColumns => ({
  technology: Int32Array.from(technology),
  year: Int32Array.from(year),
  value: Float64Array.from(values),
});

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

describe("the top tenth", () => {
  it("is one in ten of different values, and a third is in each tercile", () => {
    const values = upTo(60);
    expect([...findTopTenth(columns(values))].flatMap((top, i) => (top === 1 ? i : []))).toEqual([54, 55, 56, 57, 58, 59]);
    const terciles = [...findTerciles(columns(values))];
    expect([0, 1, 2].map((each) => terciles.filter((one) => one === each).length)).toEqual([20, 20, 20]);
  });

  it("takes a value exactly at the bound for the lower part, but at two thirds for the highest", () => {
    const atThird = [...Array(4).fill(0), ...Array(8).fill(1), ...Array(8).fill(2), ...Array(4).fill(3)];
    // (4 + 12) / 2 / 24 = 1/3, (12 + 20) / 2 / 24 = 2/3.
    expect([4, 12].map((at) => findTerciles(columns(atThird))[at])).toEqual([0, 2]);
    const atTenth = [...Array(16).fill(0), ...Array(4).fill(1)];
    // (16 + 20) / 2 / 20 = 0.9.
    expect(findTopTenth(columns(atTenth))[19]).toBe(0);
  });

  it("is of each technology and five years by itself", () => {
    const values = [...upTo(20), ...upTo(20).map((i) => 1000 + i), ...upTo(20).map((i) => 5000 + i)];
    const year = values.map((_, i) => (i < 40 ? 2001 : 2005));
    const technology = values.map((_, i) => (i < 20 ? 0 : 1));
    expect([...findTopTenth(columns(values, year, technology))].flatMap((top, i) => (top === 1 ? i : []))).toEqual([
      18, 19, 38, 39, 58, 59,
    ]);
  });

  it("is unknown where the value or the year is, or too few are known", () => {
    const values = [...upTo(smallestPlacedCohort), Number.NaN];
    expect(findTopTenth(columns(values))[smallestPlacedCohort]).toBe(-1);
    expect([...findTopTenth(columns(values.slice(1)))]).not.toContain(1);
    expect(new Set(findTerciles(columns(values.slice(1))))).toEqual(new Set([-1]));
    expect(
      new Set(
        findTopTenth(
          columns(
            upTo(30),
            upTo(30).map(() => 0),
          ),
        ),
      ),
    ).toEqual(new Set([-1]));
  });

  it("holds no one where all are equal, and no one at 0", () => {
    expect([...findTopTenth(columns(upTo(40).map(() => 3)))]).not.toContain(1);
    expect([...findTopTenth(columns(upTo(40).map((i) => (i < 38 ? -1 : 0))))]).not.toContain(1);
  });

  it("never parts equals, and has their middle above nine tenths", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 20, maxLength: 80 }), (values) => {
        const top = findTopTenth(columns(values));
        values.forEach((value, i) => {
          const [less, equal] = [values.filter((one) => one < value).length, values.filter((one) => one === value).length];
          expect(top[i]).toBe(Number((less + equal / 2) / values.length > 0.9 && value > 0));
        });
      }),
    );
  });
});
