import { describe, expect, it } from "vitest";
import { dateOf, dayOf } from "../../../src/base/days.ts";
import { latestTermEnd, type TermRecord, termEnd, termOf } from "../../../src/measure/patents/term.ts";

const day = (text: string): number => dayOf(text)!;

interface Dates {
  readonly filed?: string | null;
  readonly claimed?: string;
  readonly granted?: string | null;
}

/** A US patent filed on 2003-01-15 and granted on 2005-06-07, unless said otherwise. */
const record = ({ filed = "2003-01-15", claimed, granted = "2005-06-07" }: Dates, more: Partial<TermRecord> = {}): TermRecord => ({
  office: "US",
  type: "utility",
  grantDay: dayOf(granted),
  originalGrant: null,
  filedDay: dayOf(filed),
  filingDay: dayOf(filed === null ? null : (claimed ?? filed)),
  termDays: null,
  disclaimed: false,
  tiedEnd: null,
  ...more,
});

const end = (dates: Dates, more: Partial<TermRecord> = {}): string | null => {
  const found = termEnd(record(dates, more));
  return found === null ? null : dateOf(found);
};

describe("termOf a US patent", () => {
  it("counts calendar years from the earliest filing claimed, and adjustment", () => {
    expect(end({})).toBe("2023-01-15");
    expect(end({}, { termDays: 100 })).toBe("2023-04-25");
    expect(end({ claimed: "1999-02-28" })).toBe("2019-02-28");
    expect(end({ filed: "2004-02-29" })).toBe("2024-02-29");
    expect(termOf(record({ claimed: "1999-02-28" }))).toMatchObject({ rule: "earliest-claimed", years: 20 });
    expect(end({ filed: null })).toBeNull();
  });

  it("tests its own filing against 8 June 1995, not that of a parent", () => {
    expect(end({ filed: "2011-11-22", claimed: "1994-11-28", granted: "2013-04-16" })).toBe("2014-11-28");
    expect(end({ filed: "1995-06-08", claimed: "1992-03-01", granted: "1999-01-05" })).toBe("2012-03-01");
    expect(end({ filed: "1995-06-07", claimed: "1992-03-01", granted: "1999-01-05" })).toBe("2016-01-05");
  });

  it("gives what was pending or in force then the longer of the two terms, not adjusted", () => {
    expect(end({ filed: "1995-06-07", granted: "2001-03-06" })).toBe("2018-03-06");
    expect(end({ filed: "1995-06-07", granted: "1996-03-05" })).toBe("2015-06-07");
    expect(end({ filed: "1995-06-08", granted: "2001-03-06" })).toBe("2015-06-08");
    expect(end({ filed: "1975-01-01", granted: "1978-06-08" })).toBe("1995-06-08");
    expect(end({ filed: "1976-01-01", granted: "1978-06-08" })).toBe("1996-01-01");
    expect(end({ filed: "1995-06-07", granted: "1996-03-05" }, { termDays: 50 })).toBe("2015-06-07");
  });

  it("leaves what had ended before at 17 years from grant", () => {
    expect(end({ filed: "1976-01-01", granted: "1978-06-07" })).toBe("1995-06-07");
    expect(end({ filed: "1974-03-07", granted: "1976-01-13" })).toBe("1993-01-13");
  });

  it("ends on the day that a terminal disclaimer names", () => {
    const old = { filed: "1990-01-01", granted: "1993-05-04" };
    expect(end(old, { disclaimed: day("2007-02-03") })).toBe("2007-02-03");
    expect(end(old, { disclaimed: day("2030-02-03") })).toBe("2010-05-04");
    expect(termOf(record(old, { disclaimed: day("2007-02-03") }))).toMatchObject({ rule: "disclaimer", latest: day("2007-02-03") });
  });

  it("counts no adjustment past a terminal disclaimer, but says how far it may reach", () => {
    const term = termOf(record({}, { disclaimed: null, termDays: 100 }))!;
    expect([dateOf(term.end), dateOf(term.latest)]).toEqual(["2023-01-15", "2023-04-25"]);
    expect(end({ filed: "2011-11-22", claimed: "1994-11-28", granted: "2013-04-16" }, { disclaimed: null, termDays: 90 })).toBe(
      "2014-11-28",
    );
  });

  it("ends a disclaimed patent with the loaded patent that it follows", () => {
    expect(end({}, { disclaimed: null, termDays: 100, tiedEnd: day("2023-02-14") })).toBe("2023-02-14");
    expect(end({}, { disclaimed: null, termDays: 10, tiedEnd: day("2023-02-14") })).toBe("2023-01-25");
    expect(end({}, { termDays: 100, tiedEnd: day("2023-02-14") })).toBe("2023-04-25");
  });

  it("gives a reissue the term of its original", () => {
    const reissue = { type: "reissue" } as const;
    expect(end({ filed: null, granted: "2015-01-06" }, { ...reissue, tiedEnd: day("2021-09-30") })).toBe("2021-09-30");
    expect(end({ filed: "1998-05-05", granted: "2015-01-06" }, reissue)).toBe("2018-05-05");
    expect(end({ filed: "1992-05-05", granted: "2005-01-04" }, { ...reissue, originalGrant: day("1996-07-09") })).toBe("2013-07-09");
    expect(end({ filed: "1992-05-05", granted: "2005-01-04" }, reissue)).toBeNull();
  });

  it("gives a design 15 years from grant if filed since 2015-05-13, before 14; a plant the term of inventions", () => {
    const design = { type: "design" } as const;
    expect(end({ filed: "2015-05-12", granted: "2016-02-02" }, design)).toBe("2030-02-02");
    expect(end({ filed: "2015-05-13", granted: "2016-02-02" }, { ...design, termDays: 9 })).toBe("2031-02-02");
    expect(end({ filed: null, granted: "2015-05-12" }, design)).toBe("2029-05-12");
    expect(end({ filed: null, granted: "2016-02-02" }, design)).toBeNull();
    expect(latestTermEnd(record({ filed: null, granted: "2016-02-02" }, design))).toBe(day("2031-02-02"));
    expect(end({}, { type: "plant" })).toBe("2023-01-15");
    expect(end({}, { type: "statutory" })).toBeNull();
  });
});

describe("termOf at other offices", () => {
  it("is 20 years from filing for inventions", () => {
    expect(end({ filed: "1994-01-01" }, { office: "JP" })).toBe("2014-01-01");
    expect(end({ filed: "1994-01-01" }, { office: "EP", type: null, disclaimed: null })).toBe("2014-01-01");
  });

  it.each([
    ["CN", "utility-model", "2016-05-05", "2017-01-01", "2026-05-05"],
    ["KR", "utility-model", "2016-05-05", "2017-01-01", "2026-05-05"],
    ["DE", "utility-model", "2016-05-05", "2017-01-01", "2026-05-05"],
    ["JP", "utility-model", "2005-04-01", "2006-01-01", "2015-04-01"],
    ["JP", "utility-model", "2005-03-31", "2006-01-01", null],
    ["KR", "utility-model", "1999-06-30", "2001-01-01", null],
    ["XX", "utility-model", "2016-05-05", "2017-01-01", null],
    ["CN", "design", "2021-05-31", "2021-11-01", "2031-05-31"],
    ["CN", "design", "2021-06-01", "2021-11-01", "2036-06-01"],
    ["KR", "design", "2014-06-30", "2015-02-03", "2030-02-03"],
    ["KR", "design", "2014-07-01", "2015-02-03", "2034-07-01"],
    ["JP", "design", "2020-03-31", "2020-11-11", "2040-11-11"],
    ["JP", "design", "2020-04-01", "2020-11-11", "2045-04-01"],
    ["EP", "design", "2020-04-01", "2020-11-11", null],
  ])("%s %s filed %s granted %s: %s", (office, type, filed, granted, expected) => {
    expect(end({ filed, granted }, { office, type })).toBe(expected);
  });
});

it("a term without a filing day ends twenty years from grant at the latest", () => {
  expect(latestTermEnd(record({ filed: null }))).toBe(day("2025-06-07"));
  expect(latestTermEnd(record({ filed: null, granted: null }))).toBeNull();
});
