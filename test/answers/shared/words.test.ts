import { expect, it } from "vitest";
import { leastOfGdp, percent, percentInterval, usdEnds, usdRange } from "../../../src/answers/shared/words.ts";

it("per cent of output is 0 where no kernel could tell it from 0; of GDP a small part is told", () => {
  expect([percent(0.00005), percent(0.0002), percent(0.154)]).toEqual(["0 %", "0.02 %", "15 %"]);
  expect(percentInterval([0.00002, 0.0000756, 0.00012], leastOfGdp)).toBe("0.008 % (0.002 to 0.01 %)");
  expect([percent(5e-7, leastOfGdp), percent(2e-6, leastOfGdp)]).toEqual(["0 %", "0.0002 %"]);
});

it("gives each end of an amount its own unit where the two lie far apart", () => {
  const told = (low: number, high: number): string => usdEnds({ low, high });
  expect([
    told(4_700, 13_100),
    told(82_400, 8.8e9),
    told(0, 2.5e6),
    told(0, 0),
    told(1e9, 1e9),
    told(336e6, 132e9),
    told(999_999, 2e6),
    told(1.02e9, 113e9),
  ]).toEqual([
    "USD 4.7 to 13 k",
    "USD 82 k to 8.8 bn",
    "USD 0 to 2.5 m",
    "USD 0",
    "USD 1 bn",
    "USD 336 m to 132 bn",
    "USD 1 to 2 m",
    "USD 1 bn to 113 bn",
  ]);
  const range = (low: number, high: number): string => usdRange({ low, high });
  expect([range(0, 12.34e9), range(5.11e10, 5.11e10), range(51.1e9, 88.6e9), range(2.2e6, 113e9), range(1e9, 113e9)]).toEqual([
    "USD 0 to 12.3 bn",
    "USD 51.1 bn",
    "USD 51.1 to 88.6 bn",
    "USD 2.2 m to 113 bn",
    "USD 1 bn to 113 bn",
  ]);
});
