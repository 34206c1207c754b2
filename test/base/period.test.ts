import { describe, expect, it } from "vitest";
import { dateOf } from "../../src/base/days.ts";
import { periodOf } from "../../src/base/period.ts";

const days = (text: string): readonly string[] | null => {
  const period = periodOf(text);
  return period && [dateOf(period.start), dateOf(period.end)];
};

describe("periodOf", () => {
  it.each([
    ["2019", "2019-01-01", "2020-01-01"],
    ["2019-Q1", "2019-01-01", "2019-04-01"],
    ["2019-Q4", "2019-10-01", "2020-01-01"],
    ["2020-02", "2020-02-01", "2020-03-01"],
    ["2019-12", "2019-12-01", "2020-01-01"],
    ["2020-02-29", "2020-02-29", "2020-03-01"],
  ])("reads %s", (text, start, end) => expect(days(text)).toEqual([start, end]));

  it.each(["19", "2019-Q5", "2019-13", "2019-00", "2019-02-30", "2019-2", "summer 2019", "", "2019-Q1-01", "9999", "x2019", "2019x"])(
    "does not read %j",
    (text) => expect(periodOf(text)).toBeNull(),
  );
});
