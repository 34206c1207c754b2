import { describe, expect, it } from "vitest";
import { amountRange, counted, shareRange, yearRange } from "../../../src/cli/text/figures.ts";

describe("figures", () => {
  it("say a share once where it has no width, and unknown where it is", () => {
    expect([shareRange({ low: 0.541, high: 0.542 }), shareRange({ low: 0.5, high: 0.6 }), shareRange({ low: null, high: 0.6 })]).toEqual([
      "54 %",
      "50 to 60 %",
      "unknown",
    ]);
  });

  it("say an amount with its unit, one end alone as a bound", () => {
    expect(amountRange({ low: 6, high: 12 }, "months")).toBe("6 to 12 months");
    expect(amountRange({ low: 1234.5678, high: 1234.5678 }, "USD bn")).toBe("1,235 USD bn");
    expect(amountRange({ low: null, high: 2 }, "months")).toBe("at most 2 months");
    expect(amountRange({ low: 2, high: null }, "months")).toBe("at least 2 months");
    expect(amountRange({ low: null, high: null }, "months")).toBe("unknown");
    expect(amountRange({ low: 1997, high: 1999 }, "year")).toBe("1997 to 1999");
    expect(amountRange({ low: 2024, high: null }, "year")).toBe("2024 or later");
    expect(amountRange({ low: null, high: 2024 }, "year")).toBe("2024 or before");
  });

  it("write years without separators and count things", () => {
    expect([yearRange({ low: 1990, high: 1995 }), counted(1, "row"), counted(2500, "row")]).toEqual([
      "1990 to 1995",
      "1 row",
      "2,500 rows",
    ]);
  });
});
