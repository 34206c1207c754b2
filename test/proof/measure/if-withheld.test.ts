import { expect, it } from "vitest";
import { knownParameters } from "../../../src/proof/measure/events/known-parameters.ts";
import { shareIfWithheld } from "../../../src/proof/measure/if-withheld.ts";
import { pairOf } from "../../leverage/halflife/steps.ts";
import { gasHolding } from "../../leverage/halflife/world.ts";

it("a share that had been withheld falls by what new makers fill, in ascending order", () => {
  const shares = (years: number, chance: number) =>
    shareIfWithheld(
      knownParameters(gasHolding({ lead: 24, ceiling: 0.5, chance }).model, 1, 50),
      pairOf("gas", 2015, 2015 + years, 0.8, 0.8),
    );
  // Long after the lead time half of it is filled
  expect([...shares(20, 1)]).toEqual(Array(50).fill(expect.closeTo(0.4, 6)));
  expect([...shares(20, 0)]).toEqual(Array(50).fill(0.8));
  const either = shares(20, 0.5);
  expect([...either]).toEqual([...either].sort((a, b) => a - b));
  expect([either[0], either.at(-1)]).toEqual([expect.closeTo(0.4, 6), 0.8]);
});
