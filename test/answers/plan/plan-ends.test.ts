import { expect, it } from "vitest";
import { endsAround, endsOf } from "../../../src/answers/plan/plan-ends.ts";

const draws = Array.from({ length: 101 }, (_, at) => 100 - at);
const near = (value: number): unknown => expect.closeTo(value, 9);

it("holds eight in ten of the draws, in whatever order", () => expect(endsOf(draws)).toEqual({ low: near(10), high: near(90) }));

it("takes the middle in, also where the draws lie to one side of it", () => {
  expect([endsAround(50, draws), endsAround(3, draws), endsAround(97, draws)]).toEqual([
    [near(10), 50, near(90)],
    [3, 3, near(90)],
    [near(10), 97, 97],
  ]);
});
