import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withFigures } from "../../../src/screen/names/asian-name.ts";

const squeezed = (text: string): string => withFigures(text).replace(/\s+/g, " ").trim();

/** A number from 1 to 9,999 by place, as Chinese names write it. */
function byPlace(value: number): string {
  const digits = "零一二三四五六七八九";
  return [1000, 100, 10, 1]
    .map((unit, at) => [Math.floor(value / unit) % 10, "千百十"[at] ?? ""] as const)
    .filter(([digit]) => digit > 0)
    .map(([digit, unit]) => `${digits[digit]}${unit}`)
    .join("");
}

describe("numbers in Han characters", () => {
  test.each([
    ["digit by digit", "第七〇二研究所", "702 研究所"],
    ["by place", "佐博第三十八研究所", "佐博 38 研究所"],
    ["ten alone", "第十研究所", "10 研究所"],
    ["ten and one", "第十一研究所", "11 研究所"],
    ["Arabic", "第38研究所", "38 研究所"],
    ["without 第, before what is counted", "佐博三十八所", "佐博 38 研究所"],
    ["a factory", "六〇七厂", "607 厂"],
    ["one character before what is counted is part of a name", "三厂", "三厂"],
    ["elsewhere parts of words", "三菱重工", "三菱重工"],
  ])("%s: %s", (_, text, expected) => expect(squeezed(text)).toBe(expected));

  test("every number by place is read as that number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(squeezed(`第${byPlace(value)}研究所`)).toBe(`${value} 研究所`);
      }),
    );
  });
});
