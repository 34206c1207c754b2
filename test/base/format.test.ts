import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  count,
  counted,
  expectedCount,
  number,
  numberInterval,
  numberRange,
  percent,
  percentInterval,
  percentPoints,
  percentRange,
  shareRange,
  usd,
  usdBn,
  usdBnInterval,
  usdBnRange,
  usdInterval,
  usdM,
  usdRange,
} from "../../src/base/format.ts";

describe("per cent", () => {
  it.each([
    [0, "0%"],
    [1e-17, "0%"],
    [0.00001, "<0.01%"],
    [-0.00001, ">-0.01%"],
    [0.0001, "0.01%"],
    [0.0012, "0.12%"],
    [0.00994, "0.99%"],
    [0.00996, "1%"],
    [0.124, "12%"],
    [-0.124, "-12%"],
    [0.996, "100%"],
    [12.34, "1,234%"],
    [null, "unknown"],
  ])("%d is %s", (fraction, text) => expect(percent(fraction)).toBe(text));

  it("is 0 for 0 alone", () =>
    fc.assert(fc.property(fc.double({ min: 1e-9, max: 1, noNaN: true }), (fraction) => percent(fraction) !== "0%")));

  it("tells a range once where both ends read the same, and one end as a bound", () => {
    expect([percentRange(0.3, 0.6), percentRange(0.481, 0.484), percentRange(0, 0.00001), percentRange(-0.05, 0.03)]).toEqual([
      "30 to 60%",
      "48%",
      "0 to <0.01%",
      "-5 to 3%",
    ]);
    expect([percentRange(null, null), percentRange(null, 0.6), percentRange(0.3, null)]).toEqual([
      "unknown",
      "at most 60%",
      "at least 30%",
    ]);
  });

  it("tells shares of owners so that less than a half is never a half", () => {
    expect([
      shareRange(0.515, 0.515),
      shareRange(0, 1),
      shareRange(1 / 3, 0.4967),
      shareRange(0.49999, 0.49999),
      shareRange(0.5 - 1e-10, 0.5),
      shareRange(0.500001, 1.2),
    ]).toEqual(["51.5%", "0 to 100%", "33.33 to 49.67%", "49.99%", "50%", "50 to 120%"]);
  });

  it("tells an interval once where all three read the same", () => {
    expect([percentInterval([0.3, 0.46, 0.6]), percentInterval([0, 0, 0]), percentInterval([0, 0, 0.19])]).toEqual([
      "46% (30 to 60%)",
      "0%",
      "0% (0 to 19%)",
    ]);
  });

  it("tells a difference in points", () => {
    expect([percentPoints([0.01, 0.05, 0.09]), percentPoints([-0.02, 0, 0.004]), percentPoints([0, 0, 0])]).toEqual([
      "+5 points (+1 to +9)",
      "0 points (-2 to +0.4)",
      "0 points",
    ]);
  });
});

describe("counts that are expected", () => {
  it.each([
    [15.4, 20.01, "15 to 21"],
    [543.6, 690.2, "543 to 691"],
    [0, 0, "0"],
    [3, 3.0000000001, "3"],
    [2.9999999999, 3, "3"],
    [0.2, 0.7, "0 to 1"],
    [1200.5, 1300, "1,200 to 1,300"],
  ])("%d to %d are %s", (low, high, text) => expect(expectedCount(low, high)).toBe(text));
});

describe("money", () => {
  it.each([
    [0, "USD 0"],
    [0.4, "USD 0"],
    [950, "USD 950"],
    [16.4, "USD 16"],
    [4_700, "USD 4,700"],
    [46_512, "USD 46,500"],
    [230e6, "USD 230 M"],
    [999_600_000, "USD 1 B"],
    [4.2e9, "USD 4.2 B"],
    [4.2345e9, "USD 4.23 B"],
    [1.234e12, "USD 1.23 T"],
    [-8.4e9, "USD -8.4 B"],
    [null, "unknown"],
  ])("%d is %s", (value, text) => expect(usd(value)).toBe(text));

  it("gives each end of a range its own unit where they differ", () => {
    expect([usdRange(3e9, 5.1e9), usdRange(8.2e6, 1.2e9), usdRange(0, 12.34e9), usdRange(1e9, 1e9), usdRange(0, 0)]).toEqual([
      "USD 3 to 5.1 B",
      "USD 8.2 M to 1.2 B",
      "USD 0 to 12.3 B",
      "USD 1 B",
      "USD 0",
    ]);
    expect([usdRange(null, 2e6), usdRange(2e6, null), usdRange(null, null)]).toEqual(["at most USD 2 M", "at least USD 2 M", "unknown"]);
  });

  it("tells an interval", () => {
    expect([usdInterval([3e9, 4.2e9, 5.1e9]), usdInterval([8.2e6, 450e6, 1.2e9]), usdInterval([0, 0, 0]), usdInterval(null)]).toEqual([
      "USD 4.2 B (3 to 5.1 B)",
      "USD 450 M (8.2 M to 1.2 B)",
      "USD 0",
      "unknown",
    ]);
  });

  it("says the same of what is held in millions or billions", () => {
    expect([usdM(4200), usdBn(4.2), usdBn(null), usdBnInterval([3, 4.2, 5.1]), usdBnRange(0.0082, 1.2)]).toEqual([
      usd(4.2e9),
      usd(4.2e9),
      "unknown",
      "USD 4.2 B (3 to 5.1 B)",
      "USD 8.2 M to 1.2 B",
    ]);
  });
});

describe("numbers", () => {
  it.each([
    [0, "0"],
    [-1e-9, "0"],
    [0.1234, "0.123"],
    [0.00123, "0.00123"],
    [-9.361, "-9.36"],
    [1234.5, "1,230"],
    [1e308, "1e+308"],
    [null, "unknown"],
  ])("%d is %s", (value, text) => expect(number(value)).toBe(text));

  it("say a range with its unit, one end alone as a bound", () => {
    expect([numberRange(6, 12, "months"), numberRange(2, 2), numberRange(null, 2, "months"), numberRange(2, null, "months")]).toEqual([
      "6 to 12 months",
      "2",
      "at most 2 months",
      "at least 2 months",
    ]);
    expect([numberRange(1997, 1999, "year"), numberRange(2024, null, "year"), numberRange(null, 2024, "year")]).toEqual([
      "1997 to 1999",
      "2024 or later",
      "2024 or before",
    ]);
    expect([numberRange(null, null), numberRange(null, null, "year"), numberInterval([60, 95, 120])]).toEqual([
      "unknown",
      "unknown",
      "95 (60 to 120)",
    ]);
  });

  it("count things", () =>
    expect([count(1_234_567), counted(1, "row"), counted(2500, "row"), counted(2, "technology", "technologies")]).toEqual([
      "1,234,567",
      "1 row",
      "2,500 rows",
      "2 technologies",
    ]));
});

describe("digits", () => {
  it("are grouped as the system groups them", () => {
    const inFull = new Intl.NumberFormat("en-US", { maximumFractionDigits: 20 });
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.double()), (value) => {
        expect(count(value)).toBe(value.toLocaleString("en-US"));
        const told = Number(value.toPrecision(3));
        if (Math.abs(value) >= 5e-7 && Math.abs(told) < 1e15) expect(number(value)).toBe(inFull.format(told));
      }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.double({ min: 0, max: 2 }), fc.double({ min: 0, max: 1e6 })), (fraction) => {
        const value = fraction * 100;
        const told = value < 0.995 ? Number(value.toPrecision(2)) : Math.round(value);
        if (value >= 0.01) expect(percent(fraction)).toBe(`${told.toLocaleString("en-US")}%`);
        if (fraction > 0.5) expect(shareRange(fraction, fraction)).toBe(`${(Math.round(fraction * 1e4) / 100).toLocaleString("en-US")}%`);
      }),
    );
    expect([count(0), count(-0), count(-1234), number(6e-7), number(-1234.5)]).toEqual(["0", "-0", "-1,234", "0.0000006", "-1,230"]);
  });
});
