import { describe, expect, it } from "vitest";
import { givenStocks } from "../../../../src/proof/measure/events/given-stock.ts";
import { damageOf, inputQuantityOf } from "../../../../src/proof/measure/events/plant.ts";
import type { ShockRow } from "../../../../src/proof/measure/events/shock.ts";
import { asked, reading, row, shock } from "./invented-shock.ts";

const input = (what: string, unit: string, value: number | readonly [number, number], more: Partial<ShockRow> = {}): ShockRow =>
  row(null, { role: "input", what, unit, from: null, last: reading("2020-07", value), ...more });

describe("inputQuantityOf", () => {
  it.each([
    ["stock at users", "months", "stock"],
    ["inventory of chip makers", "days", "stock"],
    ["months to full output", "months", "repair"],
    ["days until the line is back", "days", "repair"],
    ["capacity left", "pct", "capacity left"],
    ["capacity lost", "pct", "capacity lost"],
    ["capacity, all lines stopped", "pct", "capacity left"],
    ["time to qualify another source", "months", null],
    ["tools damaged", "count", null],
    ["stock at users", "kg", null],
  ])("reads %s in %s", (what, unit, quantity) => {
    expect(inputQuantityOf(input(what, unit, 2), shock([]))).toBe(quantity);
  });

  it("takes the word of the row first, then the output it asks about", () => {
    expect(inputQuantityOf(input("two months", "months", 2, { quantity: "stock" }), shock([]))).toBe("stock");
    expect(inputQuantityOf(input("two months", "months", 2, { asked: asked("months_to_full", "level") }), shock([]))).toBe("repair");
    expect(inputQuantityOf(input("two months", "months", 2, { quantity: "capacity lost" }), shock([]))).toBeNull();
  });
});

describe("inputs of an outage", () => {
  const stock = input("stock at users", "months", [1, 2]);

  it("a stock in months is no time of repair", () => {
    expect(damageOf(shock([stock], { kind: "outage" }))).toEqual({ lost: { low: 0, high: 1 }, lostKnown: false, repair: null });
    const repair = input("weeks of repair", "weeks", 4);
    expect(damageOf(shock([stock, repair], { kind: "outage" })).repair!.low).toBeCloseTo((4 * 84) / 365.25, 12);
  });

  it("a stock is that of its technology for everyone and for the targets", () => {
    const stocks = givenStocks(shock([stock]), "2020-07-01");
    expect(stocks.map(({ technology, parameter, scope, low, high }) => [technology, parameter, scope, low, high])).toEqual([
      ["gas", "stock", "world", 1, 2],
      ["gas", "stock", "BB", 1, 2],
    ]);
    expect(givenStocks(shock([{ ...stock, technology: "tool" }]), "2020").map(({ technology }) => technology)).toEqual(["tool", "tool"]);
    expect(givenStocks(shock([input("weeks of repair", "weeks", 4)]), "2020")).toEqual([]);
  });
});
