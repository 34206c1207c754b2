import { describe, expect, it } from "vitest";
import { publishedRows, readPublishedRows } from "../../../../src/answers/scenario/compare/published-models.ts";
import { LevermapError } from "../../../../src/base/errors.ts";
import { type InventedRow, publishedRow, publishedTable } from "./published-invented.ts";

const read = (...rows: readonly InventedRow[]) => readPublishedRows(publishedTable(...rows));

const problems = (...rows: readonly InventedRow[]): readonly string[] => {
  try {
    read(...rows);
  } catch (thrown) {
    expect((thrown as LevermapError).code).toBe("LM_ATLAS_INVALID");
    return (thrown as LevermapError).details.problems as readonly string[];
  }
  return [];
};

describe("the table of what others published", () => {
  it("is read with its figures as numbers and what is not said as nothing", () => {
    const [first, second] = read({ note: "" }, { id: "two", low: "", ours: "", months: "" });
    expect(first).toMatchObject({ low: 1, high: 2, months: 12, ours: "usd", note: null, year: 2024 });
    expect(second).toMatchObject({ low: null, high: 2, months: null, ours: null });
    expect(publishedRows().length).toBeGreaterThanOrEqual(15);
  });

  it("never takes an empty end for 0", () => {
    expect(read({ low: "" })[0]!.low).toBeNull();
    expect(read({ low: "0" })[0]!.low).toBe(0);
  });

  it.each<[InventedRow, string]>([
    [{ low: "", high: "" }, "record 1 has neither `low` nor `high`"],
    [{ low: "3" }, "record 1 has its lower end above the upper"],
    [{ low: "1e3" }, "record 1, `low` is not a number"],
    [{ months: "61" }, "record 1, `months` is not 1 to 60"],
    [{ months: "" }, "record 1 has one of `ours` and `months` without the other"],
    [{ ours: "" }, "record 1 has one of `ours` and `months` without the other"],
    [{ unit: "pct of GDP" }, "record 1 has a unit that `ours` does not have"],
    [{ ours: "luck" }, "record 1, `ours` is none of gdp-share, use-gdp-share, sales-gdp-share, usd, sales, loss"],
    [{ year: "next" }, "record 1, `year` is not a year"],
    [{ url: "somewhere" }, "record 1, `url` is not a web address"],
    [{ why: "" }, "record 1, `why` is empty"],
  ])("refuses %j", (wrong, problem) => {
    expect(problems({ id: "one" })).toEqual([]);
    expect(problems(wrong)).toContain(problem);
  });

  it("refuses a unit it does not know, an id that is there twice, and a record with a cell too many", () => {
    expect(problems({}, { id: "two", unit: "apples" })[0]).toMatch(/^record 2, `unit`/);
    expect(problems({}, {})).toEqual([`${publishedRow().id} is there twice`]);
    expect(() => readPublishedRows(`${publishedTable({})}a,b\n`)).toThrow(LevermapError);
    expect(() => readPublishedRows("id\nx\n")).toThrow(/published-models\.csv: record 1, `scenario`/);
  });
});
