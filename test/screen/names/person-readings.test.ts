import { describe, expect, test } from "vitest";
import { scoreNames } from "../../../src/screen/names/score.ts";
import { fittedWeights } from "../../../src/screen/names/weigh.ts";

const areOne = (one: string, other: string, kind: "person" | "organisation" = "person"): boolean =>
  scoreNames(one, other, kind).score >= fittedWeights()[kind].threshold;

describe("names of persons as their own country reads them", () => {
  test.each([
    ["安倍晋三", "Shinzo Abe"],
    ["孫正義", "Masayoshi Son"],
    ["中村裕之", "Hiroyuki Nakamura"],
    ["山本章男", "Akio Yamamoto"],
  ])("Japanese readings of names alone: %s is %s", (han, latin) => expect(areOne(han, latin)).toBe(true));

  test.each([
    ["李嘉誠", "Li Ka-shing"],
    ["陳大文", "Chan Tai Man"],
    ["黃志強", "Wong Chi Keung"],
    ["何國華", "Ho Kwok Wah"],
  ])("Cantonese as Hong Kong writes it: %s is %s", (han, latin) => expect(areOne(han, latin)).toBe(true));

  test.each([
    ["김민수", "Kim Min-soo"],
    ["박지훈", "Pak Chi-hun"],
    ["최태원", "Chey Tae-won"],
    ["황병서", "Hwang Pyong-so"],
    ["윤석열", "Yoon Suk-yeol"],
  ])("Korean names in the usual romanisations: %s is %s", (hangul, latin) => expect(areOne(hangul, latin)).toBe(true));

  test.each([
    ["鈴木誠", "Satoru Suzuki"],
    ["山本章男", "Kenji Yamamoto"],
    ["黃志強", "Wong Chi Ming"],
    ["陳大文", "Chan Siu Ming"],
    ["王小明", "Wong Tai Keung"],
    ["渡辺恵子", "Yoko Watanabe"],
    ["김민수", "Kim Min-jae"],
    ["박지훈", "Park Ji-yoon"],
    ["정몽구", "Chung Mong-joon"],
  ])("other given names are other persons: %s is not %s", (han, latin) => expect(areOne(han, latin)).toBe(false));

  test.each(["Abdul Rahman Zorbi", "Abdurrahman Zorbi", "Abdelrahman Zorbi", "عبد الرحمن زوربي"])(
    "the servant of a name of God is written together and apart: %s",
    (name) => expect(areOne(name, "Abd al-Rahman Zorbi")).toBe(true),
  );
});

test.each([
  ["Müller Präzision GmbH", "Mueller Praezision GmbH"],
  ["Zorbat Makina Ithalat Ltd. Şti.", "Zorbat Machinery Import Ltd."],
  ["Công ty Cổ phần Tập đoàn Hòa Phát", "Hoa Phat Group Joint Stock Company"],
  ["شركة دبي للإلكترونيات ذ.م.م", "Dubai Electronics LLC"],
])("umlauts, forms and trades of other languages: %s is %s", (one, other) => expect(areOne(one, other, "organisation")).toBe(true));
