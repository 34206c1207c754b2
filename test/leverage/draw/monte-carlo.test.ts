import { expect, it } from "vitest";
import { spreadOf } from "../../../src/leverage/draw/monte-carlo.ts";

it("a spread is the tenth, the half and nine tenths of numbers in any order", () => {
  const numbers = Float64Array.from({ length: 101 }, (_, i) => (i * 37) % 101);
  expect(spreadOf(numbers)).toEqual([10, 50, 90].map((value) => expect.closeTo(value, 12)));
  expect(spreadOf(Float64Array.of(3))).toEqual([3, 3, 3]);
  expect(spreadOf(Float64Array.of(1, 0))).toEqual([0.1, 0.5, 0.9].map((value) => expect.closeTo(value, 12)));
});
