import { expect, it } from "vitest";
import { neededParts } from "../../../src/answers/plan/needed-parts.ts";
import type { ReadModel } from "../../../src/answers/shared/read-model.ts";

const edge = (user: number, input: number) => ({ user, input }) as ReadModel["map"]["requirements"][number];
const variety = (parent: number, of: number, weight: readonly [number, number] | null = null) =>
  ({ parent, variety: of, weight }) as ReadModel["map"]["varieties"][number];
const partsOf = (requirements: readonly ReturnType<typeof edge>[], varieties: readonly ReturnType<typeof variety>[]) =>
  Object.fromEntries(neededParts({ requirements, varieties } as unknown as ReadModel["map"], 0));

it("counts what is required whole, a variety by its weight, and one without weights as anything from none to all", () => {
  const found = partsOf([edge(0, 1), edge(1, 2), edge(3, 6)], [variety(2, 3), variety(2, 4), variety(1, 5, [0.2, 0.4])]);
  expect(found).toEqual({
    0: [1, 1, 1],
    1: [1, 1, 1],
    2: [1, 1, 1],
    3: [0, 0.5, 1],
    4: [0, 0.5, 1],
    5: [0.2, expect.closeTo(0.3, 12), 0.4],
    6: [0, 0.5, 1],
  });
});

it("counts a variety whole where the product needs it itself too, whichever way is looked at first", () => {
  expect(partsOf([edge(0, 2), edge(0, 3), edge(3, 4)], [variety(2, 3), variety(2, 5)])).toMatchObject({ 3: [1, 1, 1], 4: [1, 1, 1] });
  expect(partsOf([edge(0, 2), edge(0, 6), edge(6, 3), edge(3, 4)], [variety(2, 3), variety(2, 5)])).toMatchObject({
    3: [1, 1, 1],
    4: [1, 1, 1],
  });
});
