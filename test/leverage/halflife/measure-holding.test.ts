import { describe, expect, it } from "vitest";
import { survivalOf } from "../../../src/leverage/halflife/measure-holding.ts";

const never = Number.POSITIVE_INFINITY;

describe("survival of a hold over draws", () => {
  it("keeps what never ends in the curve, and as null among the months", () => {
    const found = survivalOf(Float64Array.from([12, never, 6, 24, never, Number.NaN]), [0, 6, 12, 240]);
    expect(found).toEqual({ left: [1, 0.8, 0.6, 0.4], spread: { low: 6, median: 24, high: null }, never: 0.4 });
  });

  it("is nothing where no draw has a force", () => {
    expect(survivalOf(Float64Array.from([Number.NaN, Number.NaN]), [0])).toBeNull();
  });
});
