import { describe, expect, it } from "vitest";
import { createKnownBy } from "../../../src/measure/supply/known.ts";

describe("a fact of a document without a date", () => {
  const known = createKnownBy([], "2015-06-30");
  const fact = { known: null, source: null };

  it("counts from the year that it is of, a count over several years from the last of them", () => {
    expect(known({ ...fact, year: 2016 })).toBe(false);
    expect(known({ ...fact, year_to: 2025 })).toBe(false);
    expect(known({ ...fact, year_to: 2014 })).toBe(true);
    expect(known({ ...fact, year_to: null })).toBe(true);
  });
});
