import { describe, expect, test } from "vitest";
import { scoreNames } from "../../../src/screen/names/score.ts";
import { pinyinNames } from "../../../src/screen/names/wade-giles.ts";
import { fittedWeights } from "../../../src/screen/names/weigh.ts";

const isOne = (a: string, b: string): boolean => scoreNames(a, b, "person").score >= fittedWeights().person.threshold;

describe("Wade-Giles", () => {
  test.each([
    ["Hsu Chih-yung", "xu zhi yong"],
    ["Mao Tse-tung", "mao ze dong"],
    ["Teng Hsiao-p'ing", "deng xiao ping"],
    ["Kuo Shu-hsien", "guo shu xian"],
    ["Tseng Kuo-fan", "zeng guo fan"],
  ])("%s may be %s", (name, pinyin) => expect(pinyinNames(name)).toContain(pinyin));

  test.each(["Li Wei", "Wang Xiaoming", "John Smith", "Chang", "Kim Chol Su", ""])("%s is not read", (name) =>
    expect(pinyinNames(name)).toEqual([]),
  );

  test("at most four readings", () => expect(pinyinNames("Chang Chung-chieh Tsu").length).toBeLessThanOrEqual(4));

  test("a name matches itself in pinyin and in Han, and no other", () => {
    expect(isOne("Hsu Chih-yung", "Xu Zhiyong")).toBe(true);
    expect(isOne("許志永", "Hsu Chih-yung")).toBe(true);
    expect(isOne("Hsu Chih-yung", "Xu Zhimo")).toBe(false);
  });
});
