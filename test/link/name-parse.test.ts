import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../seed.ts";
import { parseName } from "../../src/link/name-parse.ts";

const core = (name: string): string => parseName(name).core;

describe("legal forms", () => {
  test.each([
    ["Foo Bar Co., Ltd.", "foobar"],
    ["FOO BAR LTD CO", "foobar"],
    ["FOO BAR CO LTD, SHENZHEN", "foobarshenzhen"],
    ["Foo B.V.", "foo"],
    ["Foo GmbH & Co. KG", "foo"],
    ["KABUSHIKI KAISHA FOO", "foo"],
    ["UAB Foo", "foo"],
    ["Telefonaktiebolaget Foo (publ)", "telefonaktiebolagetfoo"],
    ["Fooing TechnologyCo., Ltd.", "fooingtechnology"],
    ["Inc.", "inc"],
    ["株式会社フー", "フー"],
    ["フー株式会社", "フー"],
    ["㈜푸", "푸"],
    ["푸(주)", "푸"],
    ["푸 게엠베하", "푸"],
    ["푸가부시키가이샤", "푸"],
    ["福科技股份有限公司", "福科技"],
    ["福科技有限责任公司", "福科技"],
    ["福科技(上海)有限公司", "福科技上海"],
    ["有限公司", "有限公司"],
  ])("%s without its form is %s", (name, expected) => expect(core(name)).toBe(expected));

  test("forms tell where they are used, and those that contradict one another nowhere", () => {
    expect(parseName("Foo GmbH").economies).toEqual(["DE", "AT", "CH"]);
    expect(parseName("Foo Company").economies).toBeNull();
    expect(parseName("Foo").economies).toBeNull();
    expect(parseName("Foo SA ULC").economies).toEqual([]);
  });
});

describe("spellings", () => {
  test.each([
    ["traditional, simplified and Japanese characters", ["國際電氣", "国际电气", "国際電気"]],
    ["small and large kana", ["キヤノン", "キャノン"]],
    ["letters spelled in Hangul", ["SK하이닉스", "에스케이하이닉스"]],
    ["full width and half width", ["ＡＢＣ株式会社", "ABC株式会社"]],
    ["accents and apostrophes", ["Société L'Étoile", "SOCIETE L ' ETOILE", "Societe l’Etoile"]],
    ["initials", ["A.B.C. Foo", "A B C Foo", "ABC Foo"]],
  ])("%s", (_, names) => expect(new Set(names.map(core)).size).toBe(1));

  test("marks of kana are part of the letter", () => expect(core("テンソー")).not.toBe(core("デンソー")));

  test.each([
    ["Foo Int'l Mfg", "foointernationalmanufacturing"],
    ["Foo & Bar", "foobar"],
    ["Foo und Bar", "foobar"],
    ["The Institute of Foo", "institutefoo"],
    ["University of Foo", "universityoffoo"],
  ])("%s reads %s", (name, reading) => expect(parseName(name).readings).toContain(reading));

  test("abbreviations of several words are read in each way", () => {
    expect([...parseName("FOO IND").readings].sort()).toEqual(["fooindustrial", "fooindustry"]);
    expect([...parseName("UNIV FOO").readings].sort()).toEqual(["foouniversity", "universityoffoo"]);
  });
});

describe("names that state another", () => {
  test.each([
    ["KABUSHIKI KAISHA FOO SEIKO SHO (FOO STEEL, LTD.)", "fooseikosho", "FOO STEEL, LTD."],
    ["Kabushiki Kaisha Foo Seisakusho(d/b/a Foo, Ltd.)", "fooseisakusho", "Foo, Ltd."],
    ["United Foo Bar Association (UFBA)", "unitedfoobarassociation", null],
    ["UFBA (United Foo Bar Association)", "unitedfoobarassociation", null],
    ["Foo Services (USA) Inc.", "fooservicesusa", null],
    ["Foo Services, Inc. (USA)", "fooservicesusa", null],
  ])("%s", (name, expected, stated) => {
    expect(core(name)).toBe(expected);
    expect(parseName(name).stated).toBe(stated);
  });
});

test("case, blanks and punctuation make no difference, and no name is too odd", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (name) => {
      const { key, core } = parseName(name);
      expect(key.length).toBeGreaterThanOrEqual(core.length);
    }),
  );
  const words = fc.array(fc.constantFrom("foo", "bar", "tech", "gmbh", "inc", "of"), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(words, (each) => {
      expect(core(each.join(" "))).toBe(core(each.join("  ").toUpperCase()));
    }),
  );
});
