import { expect, it } from "vitest";
import { quantile } from "../../src/measure/bootstrap.ts";

it("a quantile lies between neighbours in order, and on them at the ends", () => {
  const sorted = [1, 2, 4, 8];
  expect([0, 0.1, 0.5, 0.9, 1].map((part) => quantile(sorted, part))).toEqual(
    [1, 1.3, 3, 6.8, 8].map((value) => expect.closeTo(value, 12)),
  );
  expect(quantile([7], 0.3)).toBe(7);
  expect(quantile([1, 2, Number.NaN], 1, 2)).toBe(2);
});
