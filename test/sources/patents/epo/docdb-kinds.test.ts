import { describe, expect, it } from "vitest";
import { officeDate } from "../../../../src/sources/patents/epo/docdb-ids.ts";
import { kindMeaning } from "../../../../src/sources/patents/epo/docdb-kinds.ts";
import { legalKind } from "../../../../src/sources/patents/epo/ops-family.ts";

describe("kind codes", () => {
  it.each([
    ["US", "A", "1999-01-01", 1, "utility"],
    ["US", "A1", "2005-01-01", 0, "utility"],
    ["US", "B2", "2005-01-01", 1, "utility"],
    ["US", "S1", "2005-01-01", 1, "design"],
    ["US", "E1", "2005-01-01", 1, "reissue"],
    ["US", "P1", "2005-01-01", 0, "plant"],
    ["US", "P3", "2005-01-01", 1, "plant"],
    ["EP", "A1", "2005-01-01", 0, "utility"],
    ["EP", "B1", "2005-01-01", 1, "utility"],
    ["WO", "A2", "2005-01-01", 0, "utility"],
    ["JP", "B2", "1990-01-01", 0, "utility"],
    ["JP", "B2", "2005-01-01", 1, "utility"],
    ["DE", "B", "1968-01-04", 0, "utility"],
    ["DE", "C2", "1990-01-01", 1, "utility"],
    ["CN", "U", "2020-01-01", null, "utility-model"],
    ["GB", "A", "2020-01-01", null, "utility"],
    ["AT", "T1", "2020-01-01", null, null],
  ])("%s %s of %s", (office, kind, published, granted, type) => {
    expect(kindMeaning(office, kind, published)).toEqual({ granted, type });
  });

  it("tells nothing where there is no kind or no date that it needs", () => {
    expect(kindMeaning("EP", null, "2020-01-01")).toEqual({ granted: null, type: null });
    expect(kindMeaning("US", "A", null).granted).toBeNull();
    expect(kindMeaning("DE", "B", null).granted).toBeNull();
  });
});

describe("legal events", () => {
  it("are of a kind by office and code; an unknown code is other", () => {
    expect(legalKind("EP", "PG25")).toBe("lapsed");
    expect(legalKind("US", "PG25")).toBe("other");
    expect(legalKind("XX", "toString")).toBe("other");
    expect(legalKind("EP", "constructor")).toBe("other");
  });
});

describe("dates of offices", () => {
  it.each([
    ["20030918", "2003-09-18"],
    ["2003-09-18", "2003-09-18"],
    ["20030900", "2003-09"],
    ["20030000", "2003"],
    ["00000000", null],
    ["0001-01-01", null],
    [null, null],
  ])("%s is %s", (printed, date) => {
    expect(officeDate(printed)).toBe(date);
  });

  it.each(["20031301", "20030230", "18 May 2003", "2003"])("%s is none", (printed) => {
    expect(() => officeDate(printed)).toThrow(/is not a date/);
  });
});
