import { describe, expect, test } from "vitest";
import { createHarmoniser } from "../../src/link/harmonise.ts";
import { harmoniseAll } from "../../src/link/harmonise-all.ts";
import { unitBase, unitsOf } from "../../src/link/unit-names.ts";

test.each([
  ["Alpha Devices (Shanghai) Corporation", "alpha devices"],
  ["Alpha Devices Austria AG", "alpha devices"],
  ["Alpha Devices of North America, Inc.", "alpha devices"],
  ["Alpha Devices (Crolles 2) SAS", "alpha devices"],
  ["Alpha (Beijing) Devices, Inc.", "alpha devices"],
  ["甲乙集成电路(上海)有限公司", "甲乙集成电路"],
  ["甲乙集成电路北京有限公司", "甲乙集成电路"],
  ["알파코리아㈜", "알파"],
  ["한국알파(주)", "알파"],
  ["Alpha Devices Inc.", null],
  ["Shanghai Alpha Devices Co., Ltd.", null],
  ["Tokyo", null],
])("%s without its place is %s", (name, base) => expect(unitBase(name)).toBe(base));

describe("units among holders", () => {
  const known = createHarmoniser(
    [{ id: "alpha", name: "Alpha Devices", economy: "US" }],
    [{ organisation: "alpha", name: "ALD", language: "en", kind: "short" }],
  );
  const units = (names: readonly string[], apart?: ReadonlySet<string>) => {
    const holders = harmoniseAll(
      known,
      names.map((name) => ({ name, count: 1 })),
    );
    return unitsOf(known, names, holders, apart).map(({ holder, parent }) => [holder, parent.holder]);
  };

  test("belong to a known organisation, or to a holder of that name; a single short name is nobody's parent", () => {
    expect(units(["Alpha Devices Israel Ltd.", "ALD Japan KK"])).toEqual([
      ["name:alphadeviceisrael", "alpha"],
      ["name:aldjapan", "alpha"],
    ]);
    expect(units(["Nordic Film Works Inc", "Nordic Film Works (Suzhou) Co., Ltd.", "Zen Inc", "Zen Korea Co., Ltd."])).toEqual([
      ["name:nordicfilmworkssuzhou", "name:nordicfilmworks"],
    ]);
    expect(units(["Alpha Devices Israel Ltd."], new Set(["name:alphadeviceisrael"]))).toEqual([]);
  });
});
