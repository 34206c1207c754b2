import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../seed.ts";
import { folded, skeleton } from "../../src/screen/names/folded.ts";
import { scoreNames } from "../../src/screen/names/score.ts";
import { editsBetween, soundDistance } from "../../src/screen/names/spelling.ts";
import { fittedWeights } from "../../src/screen/names/weigh.ts";

const isMatch = (a: string, b: string, kind: "organisation" | "person" = "organisation"): boolean =>
  scoreNames(a, b, kind).score >= fittedWeights()[kind].threshold;

describe("organisations", () => {
  test.each([
    ["legal forms", "Zorbtek Aktiengesellschaft", "ZORBTEK AG"],
    ["misspelt legal forms", "Zorbtek Aktiengeselschaft", "Zorbtek AG"],
    ["legal forms of other scripts", "ООО Зорбтек", "Zorbtek LLC"],
    ["abbreviations", "ZORBTEK COMM GRP TECH INTL MFG", "Zorbtek Communications Group Technology International Manufacturing"],
    ["word order", "Zorbtek Quillon Industries", "Quillon Zorbtek Industries"],
    ["glued words", "ZorbtekAG", "Zorbtek AG"],
    ["words written apart", "Zorb Tek Quillon", "Zorbtek Quillon"],
    ["initials with points", "Z.Q.K. Aviation", "ZQK Aviation"],
    ["a name given with another", "Zorbtek/Quillon Works", "Quillon Works"],
    ["number words", "First Zorbtek Brigade 44", "1st Zorbtek Brigade Forty-four"],
    ["full width", "ＺＯＲＢＴＥＫ　Quillon", "Zorbtek Quillon"],
    ["traditional characters", "國際佐博電氣股份有限公司", "国际佐博电气有限公司"],
    ["a branch in brackets", "Zorbtek Quillon (Shanghai) Co., Ltd.", "Zorbtek Quillon Co., Ltd."],
    ["kana", "ゾルブテック株式会社", "Zorubutekku K.K."],
    ["Hangul", "조르브테크 주식회사", "Zorbtech Co., Ltd."],
    ["pinyin", "佐博半导体有限公司", "Zuobo Semiconductor Co., Ltd."],
    ["a voiced consonant within a word", "株式会社佐橋", "Sabashi Co., Ltd."],
    ["a long vowel", "大橋商事株式会社", "Ohhashi Shouji Co., Ltd."],
    ["a double l", "필로스 주식회사", "Pillos Co., Ltd."],
    ["Latin letters with a form in others", "ＺＯＲＢ株式会社", "Zorb Corporation"],
    ["Latin letters within a name in others", "ＫＶＫ電子株式会社", "KVK Denshi K.K."],
  ])("%s: %s is %s", (_, a, b) => expect(isMatch(a, b)).toBe(true));

  test.each([
    ["Roman numerals", "Zorbtek Fund IV L.P.", "Zorbtek Fund V L.P."],
    ["series", "Zorbtek Trust 2004-1", "Zorbtek Trust 2005-1"],
    ["a number on one side", "Zorbtek Management 23", "Zorbtek Management"],
    ["numbers in characters", "第七〇二研究所", "第七〇三研究所"],
    ["places", "State Zorbtek Corporation of Chile", "State Zorbtek Corporation of China"],
    ["places in brackets", "Zorbtek (France) SARL", "Zorbtek (Germany) GmbH"],
    ["another word of a trade", "Zorbtek Construction Trust", "Zorbtek Construction Bank"],
    ["an association", "ANO Zorbtek Quillon", "Zorbtek Quillon LLC"],
    ["another character", "佐博电子有限公司", "佐傅电子有限公司"],
    ["other Latin letters within a name in others", "ＫＶＫ電子株式会社", "KVC Denshi K.K."],
    ["a sound with other words on both sides", "株式会社ゾルブ企画", "Zorv Quillon"],
    ["other initials of one sound", "TAC Co., Ltd.", "TAK Co., Ltd."],
    ["two common words of a longer name", "Technology Group", "Technology Development Group"],
    ["a bare legal form", "CORP", "Corp"],
    ["two bare legal forms", "Co., Ltd.", "Co., Ltd."],
    ["a bare legal form in characters", "株式会社", "株式会社"],
    ["a bare common word", "TECH", "Tech"],
    ["a bare place", "China", "China Co., Ltd."],
    ["nothing", "", "Zorbtek"],
    ["only signs", "!!!", "..."],
  ])("%s: %s is not %s", (_, a, b) => expect(isMatch(a, b)).toBe(false));
});

describe("persons", () => {
  test.each([
    ["the family name first", "Quillon, Zorba", "Zorba Quillon"],
    ["an initial", "Z. Quillon", "Zorba Quillon"],
    ["a title", "Dr. Zorba Quillon", "Zorba Quillon"],
    ["a patronymic", "Zorba Ivanovich Quillon", "Zorba Quillon"],
    ["a romanisation", "Usama bin Zorbi", "Osama bin Zorbi"],
    ["another alphabet", "Зорба Квиллон", "Zorba Kvillon"],
    ["digits for letters", "Zorba Qu1ll0n", "Zorba Quillon"],
    ["glued words", "ZorbaQuillon", "Zorba Quillon"],
  ])("%s: %s is %s", (_, a, b) => expect(isMatch(a, b, "person")).toBe(true));

  test.each([
    ["another given name", "Boris Quillon", "Zorba Quillon"],
    ["another initial", "A. Quillon", "Zorba Quillon"],
    ["initials alone", "Z.Q.", "Zorba Quillon"],
    ["one character of three", "左博朋", "左博平"],
    ["one name alone, misspelt", "Quillan", "Quillon"],
    ["one name of two, heard", "퀼론", "Quillon, Zorba"],
  ])("%s: %s is not %s", (_, a, b) => expect(isMatch(a, b, "person")).toBe(false));
});

test("a score says which words matched, how, and which did not", () => {
  const { matched, unmatchedA, unmatchedB, numeralsDiffer } = scoreNames(
    "Zorbtek Mfg Fund II",
    "Zorbtec Manufacturing Quillon Fund III",
    "organisation",
  );
  expect(matched.map(({ a, b, rule }) => [a, b, rule])).toEqual([
    ["zorbtek", "zorbtec", "spelling"],
    ["mfg", "manufacturing", "abbreviation"],
    ["fund", "fund", "equal"],
  ]);
  expect(unmatchedA).toEqual([]);
  expect(unmatchedB.map(({ word }) => word)).toEqual(["quillon"]);
  expect(numeralsDiffer).toBe(true);
});

describe("properties", () => {
  const name = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc
      .array(fc.constantFrom("zorbtek", "tech", "ltd", "of", "China", "IV", "44", "国际", "電子", "주식회사", "ООО", "ソニー", "a.", "/"), {
        maxLength: 8,
      })
      .map((words) => words.join(" ")),
  );
  const kind = fc.constantFrom("organisation" as const, "person" as const);

  test("any two names have a score from 0 to 1, the same both ways round and on every run", () => {
    fc.assert(
      fc.property(name, name, kind, (a, b, each) => {
        const { score } = scoreNames(a, b, each);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(scoreNames(a, b, each).score).toBe(score);
        expect(Math.abs(scoreNames(b, a, each).score - score)).toBeLessThan(0.35);
      }),
    );
  });

  test("case and blanks make no difference to a name in one alphabet", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 5 }), (words) => {
        const one = scoreNames(words.join(" "), words.join("  ").toUpperCase(), "organisation");
        expect(one.unmatchedA).toEqual([]);
        expect(one.unmatchedB).toEqual([]);
      }),
    );
  });

  test("edits and sounds are distances: none to itself, the same both ways, at most the longer word", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdeghiklmnoprstu"), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editsBetween(a, a)).toBe(0);
        expect(soundDistance(a, a)).toBe(0);
        expect(editsBetween(a, b)).toBe(editsBetween(b, a));
        expect(soundDistance(a, b)).toBeCloseTo(soundDistance(b, a), 9);
        expect(editsBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(soundDistance(a, b)).toBeLessThanOrEqual(editsBetween(a, b) * 2 + 1e-9);
      }),
    );
  });

  test.each([
    ["wladimir", "vladimir"],
    ["zelensky", "zelenskyy"],
    ["hsi", "xi"],
  ])("%s and %s fold to one spelling", (a, b) => expect(folded(a)).toBe(folded(b)));

  test("a skeleton keeps the consonants", () => expect(skeleton("lukashenko")).toBe(skeleton("lukashnko")));
});
