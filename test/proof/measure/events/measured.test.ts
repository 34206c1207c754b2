import { describe, expect, it } from "vitest";
import { measuredOf } from "../../../../src/proof/measure/events/measured.ts";
import type { Asked, ShockRow } from "../../../../src/proof/measure/events/shock.ts";
import { asked, economy, firm, nobody, reading, row, shock, world } from "./invented-shock.ts";

function ends(of: Asked, more: Partial<ShockRow>, others: readonly ShockRow[] = []): readonly number[] | string {
  const own = row(of, more);
  const found = measuredOf(shock([own, ...others]), own, of);
  return "reason" in found ? found.reason : [found.low, found.high].map((end) => Number(end.toFixed(9)));
}

function turned(of: Asked, more: Partial<ShockRow>, predicted: number): number {
  const own = row(of, more);
  const found = measuredOf(shock([own]), own, of);
  return "reason" in found ? Number.NaN : Number(found.inUnit(predicted).toFixed(9));
}

const imports = (as: string) => asked("imports", as, { economy: economy("BB"), partner: economy("AA") });
const importShare = (as: string) => asked("import_share", as, { economy: economy("BB"), partner: economy("AA") });
const at = (unit: string, value: number | readonly [number, number]): Partial<ShockRow> => ({
  unit,
  from: null,
  last: reading("2021", value),
});

describe("a measurement as a part of what was before", () => {
  it.each<[string, Asked, Partial<ShockRow>, readonly number[]]>([
    ["ratio of two amounts", imports("ratio"), { from: reading("2019", 100), last: reading("2021", 50) }, [0.5, 0.5]],
    ["ratio of two intervals", imports("ratio"), { from: reading("2019", [100, 200]), last: reading("2021", [50, 80]) }, [0.25, 0.8]],
    ["a ratio given", imports("ratio"), at("pct", 70), [0.7, 0.7]],
    ["change of an amount", imports("change"), { from: reading("2019", 100), last: reading("2021", 120) }, [1.2, 1.2]],
    ["change in per cent", imports("change"), at("pct", [-40, -20]), [0.6, 0.8]],
    ["level over its base", importShare("level"), { unit: "pct", from: reading("2019", 40), last: reading("2021", 10) }, [0.25, 0.25]],
    ["level of capacity", asked("plant_capacity", "level"), at("pct", [0, 10]), [0, 0.1]],
    ["sales lost", asked("sales_lost", "level"), at("pct", 21), [0.79, 0.79]],
    ["change of sales", asked("sales_lost", "change"), at("pct", -21), [0.79, 0.79]],
    ["months", asked("months_to_full", "level"), at("years", [0.5, 1]), [6, 12]],
  ])("%s", (_, of, more, expected) => expect(ends(of, more)).toEqual(expected));

  it.each<[string, Asked, Partial<ShockRow>, string]>([
    ["capacity of nine times all", asked("plant_capacity", "level"), at("pct", 900), "a share above 100 % is not valid"],
    [
      "a share of more than all",
      importShare("level"),
      { unit: "pct", from: reading("2019", 90), last: reading("2021", 9000) },
      "a share above 100 % is not valid",
    ],
    ["months before the event", asked("months_to_full", "level"), at("months", -5), "a negative value is not a valid measurement"],
    [
      "a negative amount",
      imports("ratio"),
      { from: reading("2019", 100), last: reading("2021", -5) },
      "a negative value is not a valid measurement",
    ],
    ["a fall by more than all", imports("change"), at("pct", -120), "a negative value is not a valid measurement"],
  ])("is not scored: %s", (_, of, more, reason) => expect(ends(of, more)).toBe(reason));

  it("takes the base of another row on the same quantity", () => {
    const other = row(importShare("level"), { unit: "fraction", from: reading("2018", 0.5), last: reading("2022", 0.3) });
    expect(ends(importShare("level"), at("pct", 20), [other])).toEqual([0.4, 0.4]);
    expect(ends(importShare("change"), at("pct", -10), [other])).toEqual([0.8, 0.8]);
    const amount = row(imports("ratio"), { from: reading("2018", 80), last: reading("2022", 3) });
    expect(ends(imports("level"), at("kg", 20), [amount])).toEqual([0.25, 0.25]);
    expect(ends(imports("change"), at("kg", -20), [amount])).toEqual([0.75, 0.75]);
  });

  it("knows the same party by its id or its name in any case, and no partner for all the world", () => {
    const of = (partner: Asked["partner"], organisation: Asked["organisation"] = null) =>
      asked("imports", "level", { economy: economy("BB"), partner, organisation });
    const base = (partner: Asked["partner"], organisation?: Asked["organisation"]) =>
      row(of(partner, organisation), { from: reading("2018", 80), last: reading("2022", 3) });
    expect(ends(of(null), at("kg", 20), [base(world)])).toEqual([0.25, 0.25]);
    expect(ends(of(world), at("kg", 20), [base(null)])).toEqual([0.25, 0.25]);
    expect(ends(of(world), at("kg", 20), [base(economy("AA"))])).toContain("no base");
    expect(ends(of(null, nobody("Firm B")), at("kg", 20), [base(null, nobody("firm b"))])).toEqual([0.25, 0.25]);
    expect(ends(of(null, firm("firm-b", "BB")), at("kg", 20), [base(null)])).toContain("no base");
  });

  it.each<[string, Asked, Partial<ShockRow>, string]>([
    ["no base", importShare("level"), at("pct", 20), "no base"],
    ["a base of after the event", imports("ratio"), { from: reading("2020-08", 3), last: reading("2021", 2) }, "no base"],
    ["a base of nothing", imports("ratio"), { from: reading("2019", 0), last: reading("2021", 2) }, "no base"],
    ["an amount of another unit", imports("level"), at("t", 20), "no base"],
    ["measured before", imports("ratio"), { last: reading("2020-06", 2) }, "before the event took effect"],
    ["months of something else", imports("change"), at("months", 3), "cannot be compared"],
    ["sales in money", asked("sales_lost", "level"), at("USD bn", 3), "cannot be compared"],
    ["months as a ratio", asked("months_to_full", "ratio"), at("months", 3), "a level in a unit of time"],
    ["an unknown as", imports("logarithm"), at("pct", 3), 'not "logarithm"'],
    ["nothing measured", imports("ratio"), { last: null }, "no measurement"],
  ])("is none: %s", (_, of, more, words) => expect(ends(of, more)).toContain(words));

  it("a prediction is reported in the unit of the row", () => {
    expect(turned(imports("ratio"), {}, 0.4)).toBe(40);
    expect(turned(imports("change"), {}, 0.4)).toBe(40);
    expect(turned(imports("ratio"), at("pct", 70), 0.4)).toBe(40);
    expect(turned(importShare("level"), { unit: "pct", from: reading("2019", 40), last: reading("2021", 10) }, 0.5)).toBe(20);
    expect(turned(imports("change"), at("pct", -40), 0.9)).toBe(-10);
    expect(turned(asked("sales_lost", "level"), at("pct", 21), 0.9)).toBe(10);
    expect(turned(asked("months_to_full", "level"), at("years", 1), 6)).toBe(0.5);
  });
});
