import { expect, it } from "vitest";
import { number } from "../../../src/cli/text/backtest.ts";

it("shows any size in a few signs", () => {
  expect([0.1234, 87233, 38339158.5, 1e308, -2e20].map((value) => number(value))).toEqual(["0.123", "87.2K", "38.3M", "1e+308", "-2e+20"]);
});
