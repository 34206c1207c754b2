import fc from "fast-check";
import { expect, it } from "vitest";
import { quantile } from "../../src/measure/bootstrap.ts";
import { quantilesOf } from "../../src/measure/order-statistics.ts";

const parts = [0, 0.1, 0.5, 0.9, 1];
const bySorting = (values: Float64Array): readonly number[] => {
  const sorted = values.slice().sort();
  return parts.map((part) => quantile(sorted, part));
};
/** Few and many values, spread evenly, in heaps, or over many orders of magnitude. */
const value = fc.oneof(
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.constantFrom(0, 1, 0.5),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const list = fc.oneof(
  fc.array(value, { minLength: 1, maxLength: 20 }),
  fc.array(value, { minLength: 512, maxLength: 2000, size: "max" }),
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 512, maxLength: 2000, size: "max" }),
);

it("are those of the sorted values, which stay as they were", () => {
  fc.assert(
    fc.property(list, (numbers) => {
      // No negative zeros: their order among zeros tells nothing
      const values = Float64Array.from(numbers, (each) => each + 0);
      const before = values.slice();
      expect(quantilesOf(values, parts)).toEqual(bySorting(values));
      expect(values).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

it("count NaN as greatest, and are NaN of no values", () => {
  const some = Float64Array.from({ length: 1000 }, (_, i) => (i % 10 === 0 ? Number.NaN : (i * 7) % 1000));
  expect(quantilesOf(some, parts)).toEqual(bySorting(some));
  expect(quantilesOf(Float64Array.of(Number.NaN, 1, 1), [0, 1])).toEqual([1, Number.NaN]);
  expect(quantilesOf(new Float64Array(0), [0.5])).toEqual([Number.NaN]);
});
