import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreNames } from "../../../src/screen/names/score.ts";
import { fittedWeights } from "../../../src/screen/names/weigh.ts";
import { createNameIndex } from "../../../src/screen/search/name-index.ts";

const found = (asked: string, listed: string): boolean =>
  createNameIndex([{ party: "1", name: listed, kind: "organisation" }]).find(asked, { kind: "organisation" }).length > 0;
const are = (one: string, other: string): boolean => scoreNames(one, other, "organisation").score >= fittedWeights().organisation.threshold;

describe("a customer's plain name does not alarm on a word of trade that looks like a listed name", () => {
  test.each([
    ["Alpha Works Ltd", "ALFA-FOREKS"],
    ["Alpha Forest Ltd", "ALFA-FOREKS"],
    ["Zorbi Works Ltd", "Zorbi Foreks"],
  ])("%s is not %s", (asked, listed) => {
    expect(found(asked, listed)).toBe(false);
    expect(are(asked, listed)).toBe(false);
  });

  test.each([
    ["Alfa-Forex", "ALFA-FOREKS"],
    ["Zorbek Mortars", "Zorbek Motors"],
    ["Zorbek Elektronik", "Zorbek Electronics"],
  ])("%s may be %s", (asked, listed) => {
    expect(found(asked, listed)).toBe(true);
    expect(are(asked, listed)).toBe(true);
  });
});

describe("initials", () => {
  test.each([
    ["Zorbtek SDI Co Ltd", "Zorbtek SDS Co Ltd"],
    ["Zorbtek HPCL", "Zorbtek BPCL"],
  ])("tell firms of one family apart: %s, %s", (one, other) => expect(are(one, other)).toBe(false));

  test("alone may be misspelt", () => expect(are("ZVC Health Corporation", "ZVS Health Corporation")).toBe(true));

  test.each([
    ["Zorb Heavy Electricals Limited", "ZHEL"],
    ["National Aerospace Laboratories of Zorbia", "NALZ"],
    ["National Aerospace Laboratories of Zorbia", "NALOZ"],
    ["Научно-производственное объединение Зорб", "NPO Zorb"],
  ])("of %s are %s, with the legal form or without what joins words", (one, other) => {
    expect(are(one, other)).toBe(true);
    expect(are(other, one)).toBe(true);
  });

  test.each([
    ["Zorb Heavy Electricals Limited", "ZHEC"],
    ["Zorb Heavy Electricals Limited", "ZHEL Tanker"],
    ["Zorb Electricals", "ZEL"],
  ])("of %s are not %s", (one, other) => expect(are(one, other)).toBe(false));

  test("of any three words or more are found whatever the words, and no others of as many letters", () => {
    const word = fc.stringMatching(/^[bdfgkmnprvz][aeiou][bdfgkmnprvz][aeiou]t$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 4, maxLength: 6 }), (words) => {
        const initials = words.map(([letter]) => letter).join("");
        expect(are(words.join(" "), initials.toUpperCase())).toBe(true);
        expect(are(words.join(" "), `${initials.slice(0, -1)}x`.toUpperCase())).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe("legal forms written out", () => {
  test.each([
    ["Brauvik Kommanditgesellschaft", "Brauvik KG"],
    ["Orvane Gesellschaft mit beschränkter Haftung & Co. KG", "Orvane GmbH & Co. Kommanditgesellschaft"],
    ["Metalozorb društvo s ograničenom odgovornošću", "Metalozorb d.o.o."],
    ["Precizorb Korlátolt Felelősségű Társaság", "Precizorb Kft."],
    ["Zorbek spol. s r.o.", "Zorbek s.r.o."],
    ["Zorbek Unternehmergesellschaft (haftungsbeschränkt)", "Zorbek UG"],
    ["Quizorb Sociedad por Acciones Simplificada", "Quizorb S.A.S."],
    ["Gulf Zorb Free Zone Establishment", "Gulf Zorb FZE"],
  ])("%s is %s", (one, other) => expect(are(one, other)).toBe(true));
});
