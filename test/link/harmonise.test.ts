import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../seed.ts";
import { createHarmoniser } from "../../src/link/harmonise.ts";
import { harmoniseAll } from "../../src/link/harmonise-all.ts";
import { atlasHarmoniser } from "../../src/link/organisations.ts";

const own = createHarmoniser(
  [
    { id: "alpha", name: "Alpha Semiconductor", economy: "US" },
    { id: "nova", name: "Nova", economy: "IL" },
    { id: "shinko", name: "Shinko Electric", economy: "JP" },
    { id: "acme-de", name: "Acme Werke", economy: "DE" },
    { id: "umbra", name: "Umbra Electronics", economy: "KR" },
    { id: "umbra-display", name: "Umbra Display", economy: "KR" },
    { id: "twin-a", name: "Twin Devices", economy: "US" },
    { id: "twin-b", name: "Twin Devices", economy: "JP" },
  ],
  [
    { organisation: "shinko", name: "Shinko", language: "en", kind: "short" },
    { organisation: "alpha", name: "阿爾法半導體股份有限公司", language: "zh-Hant", kind: "official" },
    { organisation: "umbra", name: "Umbra", language: "en", kind: "short" },
    { organisation: "umbra", name: "暗影电子株式会社", language: "zh-Hans", kind: "official" },
    { organisation: "nobody", name: "Nobody", language: "en" },
  ],
);
const all = (...names: readonly string[]) =>
  harmoniseAll(
    own,
    names.map((name, i) => ({ name, count: names.length - i })),
  );

describe("known organisations", () => {
  test.each([
    ["Alpha Semiconductor", "alpha", "exact-alias"],
    ["ALPHA  SEMICONDUCTOR", "alpha", "key"],
    ["Alpha-Semiconductor, Inc.", "alpha", "key-without-legal-form"],
    ["ALPHA SEMICOND", "alpha", "abbreviation"],
    ["ALPHA SEMICONDUCT CORP", "alpha", "abbreviation"],
    ["Semiconductor Alpha Corp", "alpha", "word-order"],
    ["阿尔法半导体有限公司", "alpha", "script"],
    ["Alfa KK (Alpha Semiconductor, Inc.)", "alpha", "stated-alias"],
    ["Shinko", "shinko", "exact-alias"],
    ["SHINKO ELECTR", "shinko", "abbreviation"],
    ["Acme Werke AG", "acme-de", "key-without-legal-form"],
    ["UMBRA ELECTRONICS CO LTD [KR]", "umbra", "key-without-legal-form"],
    ["UMBRA ELECTR [KR]", "umbra", "abbreviation"],
    ["暗影電子", "umbra", "script"],
  ] as const)("%s is %s by %s", (name, organisation, rule) => {
    expect(own.harmonise(name)).toMatchObject({ holder: organisation, organisation, rule });
  });

  test.each([
    ["a word more makes a subsidiary another holder", "Alpha Semiconductor Israel Ltd."],
    ["a short name with a legal form is another firm", "Shinko Co., Ltd."],
    ["a legal form of another economy is another firm", "Acme Werke LLC"],
    ["a name that two organisations share decides nothing", "Twin Devices, Inc."],
    ["a name of an organisation that is not there is none", "Nobody"],
    ["a short name with which others begin is none", "UMBRA"],
  ])("%s: %s", (_, name) => {
    const { holder, organisation, rule } = own.harmonise(name);
    expect({ organisation, rule }).toEqual({ organisation: null, rule: "own" });
    expect(holder).toMatch(/^name:/);
  });

  test("a short name shared by firms of several economies is decided by the address", () => {
    expect(own.harmonise("NOVA LTD", "IL").organisation).toBe("nova");
    expect(own.harmonise("NOVA LTD", "GB").organisation).toBeNull();
    expect(own.harmonise("NOVA LTD").organisation).toBe("nova");
    expect(own.harmonise("NOVA LTD [GB]").organisation).toBeNull();
    expect(own.harmonise("NOVA LTD [IL]").organisation).toBe("nova");
  });
});

describe("names that no table knows", () => {
  test("are joined by the loosest key that still holds, called by the most frequent, with the rule kept", () => {
    const holders = all(
      "Gizmo Technologies, Inc.",
      "GIZMO TECHNOLOGIES INC",
      "Gizmo Technologies",
      "GIZMO TECH CO LTD",
      "Tech Gizmo Inc.",
      "Gizmo Technologies Europe, Inc.",
    );
    expect(holders.map(({ rule }) => rule)).toEqual(["own", "key", "key-without-legal-form", "abbreviation", "word-order", "own"]);
    expect(new Set(holders.slice(0, 5).map(({ holder }) => holder)).size).toBe(1);
    expect(holders[4]?.name).toBe("Gizmo Technologies, Inc.");
    expect(holders[5]?.holder).not.toBe(holders[0]?.holder);
  });

  test("an abbreviation of several words joins only where one of them is there", () => {
    const [one, short] = all("Blip Electronics Inc.", "BLIP ELECTR INC");
    expect(short?.holder).toBe(one?.holder);
    const [electric, electronic, either] = all("Blip Electric Inc.", "Blip Electronics Inc.", "BLIP ELECTR INC");
    expect(new Set([electric?.holder, electronic?.holder, either?.holder]).size).toBe(3);
  });

  test("legal forms of two economies stay apart; a name without one follows nine tenths of the names, and says so", () => {
    const holdersOf = (counts: readonly number[]) =>
      harmoniseAll(
        own,
        ["Robur GmbH", "Robur LLC", "Robur"].map((name, i) => ({ name, count: counts[i] ?? 0 })),
      );
    const even = holdersOf([5, 5, 3]);
    expect(new Set(even.map(({ holder }) => holder)).size).toBe(3);
    const uneven = holdersOf([99, 1, 3]);
    expect(uneven[2]).toMatchObject({ holder: uneven[0]?.holder, rule: "most-frequent-form" });
    expect(uneven[1]?.holder).not.toBe(uneven[0]?.holder);
  });

  test("umlauts written as two letters", () => {
    const [printed, spelled, plain] = all("Müller Öfen GmbH", "Mueller Oefen GmbH", "Muller Ofen GmbH");
    expect([spelled?.holder, plain?.holder]).toEqual([printed?.holder, printed?.holder]);
    expect(spelled?.rule).toBe("respelled");
  });

  test("persons keep the order of their names", () => {
    const [a, b] = all("Wei Wang", "Wang Wei");
    expect(a?.holder).not.toBe(b?.holder);
  });

  test("order of the names does not matter, and a name always is its own holder's", () => {
    const word = fc.constantFrom(
      "Alpha",
      "Beta",
      "TECH",
      "Technologies",
      "GmbH",
      "Inc.",
      "Co., Ltd.",
      "LLC",
      "Univ",
      "of",
      "IND",
      "株式会社",
      "Müller",
    );
    const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
    const counted = fc.uniqueArray(fc.record({ name, count: fc.integer({ min: 1, max: 5 }) }), {
      selector: ({ name }) => name,
      maxLength: 25,
    });
    fc.assert(
      fc.property(counted, (names) => {
        const forwards = harmoniseAll(own, names);
        const backwards = harmoniseAll(own, [...names].reverse())
          .slice()
          .reverse();
        const groups = (holders: typeof forwards) => holders.map(({ holder }) => holders.findIndex((each) => each.holder === holder));
        expect(groups(backwards)).toEqual(groups(forwards));
      }),
    );
  });
});

describe("the bundled atlas", () => {
  const holder = (name: string): string => atlasHarmoniser().harmonise(name).holder;

  test.each([
    ["silicon-genesis", ["Silicon Genesis", "SILICON GENESIS CORPORATION", "SILICON GENESIS CORP"]],
    ["cea", ["CEA", "Commissariat a l'Energie Atomique", "Commissariat à l’énergie atomique et aux énergies alternatives"]],
    ["cea", ["Commissariat a l'Energie Atomique (CEA)", "Commissariat a l'Energie Atomique et aux Energies Alternatives (CEA)"]],
    ["cea", ["COMMISSARIAT ENERGIE ATOMIQUE [FR]"]],
    ["samsung-electronics", ["SAMSUNG ELECTRONICS CO LTD [KR]"]],
    ["smic", ["SMIC", "中芯国际", "中芯國際", "中芯國際集成電路製造有限公司"]],
    ["tokyo-electron", ["東京エレクトロン", "Tokyo Electron Ltd", "東京エレクトロン株式会社"]],
    ["soitec", ["Soitec", "SOITEC SA", "S.O.I.Tec Silicon on Insulator Technologies"]],
    ["shin-etsu-handotai", ["SHINETSU HANDOTAI KK", "信越半導体株式会社", "信越半導體"]],
    ["mit", ["MIT", "MASSACHUSETTS INST OF TECHNOLOGY"]],
    ["samsung-electro-mechanics", ["Samsung Electro-Mechanics Co., Ltd.", "삼성전기주식회사"]],
  ])("%s", (id, names) => {
    expect(names.map(holder)).toEqual(names.map(() => id));
  });

  test("a name that several of its organisations begin with is none of them; the full name of one of them is", () => {
    expect(["SAMSUNG", "Samsung", "Shin-Etsu"].map(holder)).toEqual(["name:samsung", "name:samsung", "name:shinetsu"]);
    expect(["HITACHI LTD", "Hitachi", "TOSHIBA CORP", "Siemens AG"].map(holder)).toEqual(["hitachi", "hitachi", "toshiba", "siemens"]);
  });
});
