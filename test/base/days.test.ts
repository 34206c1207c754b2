import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../seed.ts";
import { addYears, dateOf, dayOf, endOf, monthsBetween, yearOf } from "../../src/base/days.ts";

const day = fc.integer({ min: dayOf("1000-01-01")!, max: dayOf("2999-12-31")! });

describe("days since 1970-01-01", () => {
  it("are those of a date, and give it back", () => {
    expect([dayOf("1970-01-01"), dayOf("1969-12-31"), dayOf("2000-03-01")]).toEqual([0, -1, 11_017]);
    fc.assert(
      fc.property(day, (one) => {
        expect(dayOf(dateOf(one))).toBe(one);
        expect(String(yearOf(one))).toBe(dateOf(one).slice(0, 4));
      }),
    );
  });

  it("are unknown for what is no day of the calendar", () => {
    for (const text of [null, "", "2001", "2001-02", "2001-02-29", "2001-02-30", "2001-13-01", "2001-1-1", "2001-01-01T00:00", "x"])
      expect([text, dayOf(text)]).toEqual([text, null]);
  });

  it("years later fall on the same day, of 29 February on the first of March", () => {
    expect(dateOf(addYears(dayOf("2004-02-29")!, 1))).toBe("2005-03-01");
    expect(dateOf(addYears(dayOf("2004-02-29")!, 20))).toBe("2024-02-29");
    fc.assert(
      fc.property(day, fc.integer({ min: -200, max: 200 }), (one, years) => {
        expect(yearOf(addYears(one, years))).toBe(yearOf(one) + years);
      }),
    );
  });

  it.each([
    ["2016", "2016-12-31"],
    ["2016-02", "2016-02-29"],
    ["2016-12", "2016-12-31"],
    ["2016-02-03", "2016-02-03"],
  ])("the last that %s may mean is %s", (printed, last) => expect(endOf(printed)).toBe(last));

  it("are reported in months of a year of 365.25 days, backwards below 0", () => {
    const [first, last] = [dayOf("2001-01-01")!, dayOf("2005-01-01")!];
    expect([monthsBetween(first, last), monthsBetween(last, first), monthsBetween(first, first)]).toEqual([48, -48, 0]);
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(monthsBetween(a, b) + monthsBetween(b, c)).toBeCloseTo(monthsBetween(a, c), 6);
      }),
    );
  });
});
