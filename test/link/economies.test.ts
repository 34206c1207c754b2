import { describe, expect, test } from "vitest";
import { economies, findEconomy, findPlace, inEuropeanUnion, isEconomy } from "../../src/link/economies.ts";

describe("economies", () => {
  test("249 economies of ISO 3166 and Kosovo, each code of theirs once", () => {
    const all = [...economies().values()];
    expect(all).toHaveLength(250);
    for (const { id, alpha3, name } of all) {
      expect(id).toMatch(/^[A-Z]{2}$/);
      expect(alpha3).toMatch(/^[A-Z]{3}$/);
      expect(name).not.toBe("");
    }
    expect(new Set(all.map(({ alpha3 }) => alpha3)).size).toBe(250);
    expect(new Set(all.map(({ name }) => name)).size).toBe(250);
    expect(all.filter(({ numeric }) => numeric === null).map(({ id }) => id)).toEqual(["XK"]);
  });

  test("every code and name of an economy finds it", () => {
    for (const { id, alpha3, numeric, name } of economies().values()) {
      for (const text of [id, alpha3, name, name.toUpperCase(), ...(numeric ? [numeric, String(Number(numeric))] : [])])
        expect([text, findEconomy(text)]).toEqual([text, id]);
    }
  });

  test.each([
    ["251", "FR"],
    ["250", "FR"],
    ["381", "IT"],
    ["757", "CH"],
    ["842", "US"],
    ["699", "IN"],
    ["579", "NO"],
    ["56", "BE"],
    ["EL", "GR"],
    ["XS", "RS"],
    ["Rep. of Korea", "KR"],
    ["Korea, North", "KP"],
    ["Türkiye", "TR"],
    ["Turkey", "TR"],
    ["China, Hong Kong SAR", "HK"],
    ["Lao People's Dem. Rep.", "LA"],
    ["Côte d'Ivoire", "CI"],
    ["MAL", "MY"],
    ["Taiwan", "TW"],
  ])("%s is %s", (text, id) => {
    expect(findEconomy(text)).toBe(id);
  });

  test.each([
    ["0", "world", "world"],
    ["W00", "world", "world"],
    ["490", "unspecified-asia", "unspecified"],
    ["Other Asia, nes", "unspecified-asia", "unspecified"],
    ["899", "unspecified", "unspecified"],
    ["Areas, nes", "unspecified", "unspecified"],
    ["837", "unspecified", "unspecified"],
    ["58", "unspecified", "unspecified"],
    ["QZ", "unspecified", "unspecified"],
    ["97", "unspecified-eu", "unspecified"],
  ])("%s is %s and no economy", (text, id, kind) => {
    expect(findPlace(text)).toMatchObject({ id, kind });
    expect(findPlace(text)?.rule).not.toBe("");
    expect(findEconomy(text)).toBeNull();
  });

  test("what is unknown is not guessed", () => {
    for (const text of ["", "Atlantis", "ZZ", "991", "Korea", "__proto__", "EUR"]) expect([text, findPlace(text)]).toEqual([text, null]);
    expect(isEconomy("EU")).toBe(false);
  });

  test("members of the European Union by year", () => {
    expect(["DE", "GB", "HR", "CH"].map((id) => inEuropeanUnion(id, 2010))).toEqual([true, true, false, false]);
    expect(["DE", "GB", "HR", "CH"].map((id) => inEuropeanUnion(id, 2022))).toEqual([true, false, true, false]);
    expect([...economies().keys()].filter((id) => inEuropeanUnion(id, 2024))).toHaveLength(27);
    expect([...economies().keys()].filter((id) => inEuropeanUnion(id, 1960))).toHaveLength(6);
  });
});
