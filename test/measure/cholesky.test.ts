import { expect, it } from "vitest";
import { cholesky } from "../../src/measure/cholesky.ts";

it("solves a symmetric system and gives its determinant", () => {
  // 4·13 - 6² = 16; x = (1, 2) gives (16, 32)
  const { solve, logDeterminant } = cholesky([
    [4, 6],
    [6, 13],
  ]);
  expect(logDeterminant).toBeCloseTo(Math.log(16), 12);
  expect(solve([16, 32])).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
});
