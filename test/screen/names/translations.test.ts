import { describe, expect, test } from "vitest";
import { readLinkTable } from "../../../src/link/link-table.ts";
import { scoreNames } from "../../../src/screen/names/score.ts";
import { translationsOf } from "../../../src/screen/names/translations.ts";
import { fittedWeights } from "../../../src/screen/names/weigh.ts";
import { latinLetters } from "../../../src/screen/names/written.ts";

const { threshold } = fittedWeights().organisation;
const isOne = (a: string, b: string): boolean => scoreNames(a, b, "organisation").score >= threshold;

describe("words of other languages", () => {
  test.each([
    ["завод", "plant"],
    ["заводы", "plant"],
    ["институт", "institute"],
    ["полупроводниковых", "semiconductor"],
    ["казанский", "kazan"],
    ["للاستثمار", "investment"],
    ["القابضة", "holding"],
    ["тульский", "tula"],
    ["омский", "omsk"],
    ["ракетных", "missiles"],
    ["دانشگاه", "university"],
    ["विश्वविद्यालय", "university"],
    ["Deutschland", "germany"],
    ["России", "russian"],
    ["الهند", "india"],
  ])("%s is %s", (word, english) => expect(translationsOf(latinLetters(word))).toContain(english));

  test.each(["zorbtek", "kozlovsky", "quillon", "samsung"])("%s is none", (word) => expect(translationsOf(word)).toEqual([]));

  test.each([
    ["ОАО «Зорбтекский завод полупроводниковых приборов»", "Zorbtek Semiconductor Devices Plant JSC"],
    ["АО «Зорбтек»", "Zorbtek JSC"],
    ["АО «НПО «Зорбтекмаш»", "Zorbtekmash JSC"],
    ["شركة زوربتك القابضة", "Zorbatak Holding Company"],
    ["بنك الزوربي الأول", "First Al Zurbi Bank"],
    ["دانشگاه صنعتی زوربتک", "Zurbatak University of Technology"],
    ["ज़ोरब्टेक बैंक", "Zorbatek Bank"],
    ["Zorbtek Sanayi ve Ticaret A.S.", "Zorbtek Industry and Trade A.S."],
  ])("%s is %s", (native, english) => expect(isOne(native, english)).toBe(true));

  test.each([
    ["АО «Зорбтекский вертолётный завод»", "Zorbtek Aviation Plant JSC"],
    ["АО «Зорбтек»", "Quillon JSC"],
  ])("%s is not %s", (native, english) => expect(isOne(native, english)).toBe(false));

  test("every word has a source with an address", () => {
    const addresses = new Map(readLinkTable("name-sources").map(({ id = "", url = "" }) => [id, url]));
    for (const { stem = "", source = "" } of readLinkTable("name-translations"))
      expect([stem, addresses.get(source.split(/[ :]/)[0]!)]).toEqual([stem, expect.stringMatching(/^https?:\/\/\S+$/)]);
  });
});
