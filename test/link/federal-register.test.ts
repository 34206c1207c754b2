import { describe, expect, test } from "vitest";
import { federalRegisterCitations, firstPublished } from "../../src/link/federal-register.ts";

const read = (text: string): readonly (string | null)[][] =>
  federalRegisterCitations(text).map(({ citation, published }) => [citation, published]);

describe("citations of the Federal Register", () => {
  test.each([
    ["85 FR 83420, 12/22/20", [["85 FR 83420", "2020-12-22"]]],
    ["85 FR 83799, 12/23/2020", [["85 FR 83799", "2020-12-23"]]],
    ["78 FR 18808,\n3/28/13", [["78 FR 18808", "2013-03-28"]]],
    [
      "89 FR 96837, 12/5/2024.\n90 FR 561, 1/6/25",
      [
        ["89 FR 96837", "2024-12-05"],
        ["90 FR 561", "2025-01-06"],
      ],
    ],
    ["81 FR 61601 preview citation details, 9/7/16", [["81 FR 61601", "2016-09-07"]]],
    [
      "46 F.R. 46154 9/17/81 and 46 F.R. 19290 3/30/81",
      [
        ["46 FR 46154", "1981-09-17"],
        ["46 FR 19290", "1981-03-30"],
      ],
    ],
    ["82 F.R. 16788, 16788 4/6/2017", [["82 FR 16788", "2017-04-06"]]],
    ["88 F.R.2604 1/17/2023", [["88 FR 2604", "2023-01-17"]]],
    ["82.F.R. 48792 10/20/2017", [["82 FR 48792", "2017-10-20"]]],
    [
      "80 FR 52963 (9/2/2015), 81 FR 61595",
      [
        ["80 FR 52963", "2015-09-02"],
        ["81 FR 61595", null],
      ],
    ],
    ["86 FR 36496 No. 130", [["86 FR 36496", null]]],
    ["91 FR 35189 (June 10, 2026)", [["91 FR 35189", "2026-06-10"]]],
    ["Vol. 88, No. 151, 08/08/2023", [["88 FR no. 151", "2023-08-08"]]],
    ["Vol. 57, No. 130, P29924, 07/07/92", [["57 FR no. 130", "1992-07-07"]]],
    ["83 FR  44824", [["83 FR 44824", null]]],
    ["Press release", []],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test("a day that is none, or of another year than its volume, is not taken", () => {
    expect(read("83 FR 61541, 11/13/19")).toEqual([["83 FR 61541", null]]);
    expect(read("83 FR 61541, 2/30/18")).toEqual([["83 FR 61541", null]]);
    expect(read("83 FR 61541, 13/1/18")).toEqual([["83 FR 61541", null]]);
  });

  test("the first publication is that of the earliest citation, whatever the order printed, and unknown where that has no day", () => {
    const first = (text: string): string | null => firstPublished(federalRegisterCitations(text));
    expect(first("85 FR 83420, 12/22/20. 84 FR 22963, 5/21/19")).toBe("2019-05-21");
    expect(first("85 FR 83420, 12/22/20. 84 FR 22963")).toBeNull();
    expect(first("85 FR 83420, 12/22/20. 86 FR 22963")).toBe("2020-12-22");
    expect(first("85 FR 83420, 12/22/20. 85 FR 100")).toBeNull();
    expect(first("")).toBeNull();
  });
});
