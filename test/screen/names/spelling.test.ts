import { describe, expect, test } from "vitest";
import { scoreNames } from "../../../src/screen/names/score.ts";
import { editsBetween, longestWord, soundDistance } from "../../../src/screen/names/spelling.ts";
import { fittedWeights } from "../../../src/screen/names/weigh.ts";

const scoreOf = (a: string, b: string): number => scoreNames(a, b, "organisation").score;
const isMatch = (a: string, b: string): boolean => scoreOf(a, b) >= fittedWeights().organisation.threshold;

describe("edits between two words", () => {
  test.each([
    ["quillon", "quillon", 0],
    ["quillon", "qiullon", 1],
    ["uqillon", "quillon", 1],
    ["quillno", "quillon", 1],
    ["kolm", "koml", 1],
    ["kolm", "kmlo", 2],
    ["zrobtke", "zorbtek", 2],
    ["quillon", "quilon", 1],
    ["quillon", "quiillon", 1],
    ["quillon", "quallon", 1],
    ["ab", "ba", 1],
    ["ca", "abc", 3],
    ["", "abc", 3],
  ])("%s and %s: %i", (a, b, edits) => {
    expect(editsBetween(a, b)).toBe(edits);
    expect(editsBetween(b, a)).toBe(edits);
  });

  test("only the first letters of a very long word count", () => {
    const long = "z".repeat(longestWord);
    expect(editsBetween(`${long}quillon`, `${long}zorbtek`)).toBe(0);
    expect(editsBetween("q".repeat(longestWord), long)).toBe(longestWord);
  });
});

describe("two neighbours exchanged", () => {
  test.each([
    ["Dekra Ltd", "Derka Ltd"],
    ["Zorbtek Quillon", "Zrobtek Qiullon"],
    ["Bantrok Ltd", "Batnrok Ltd"],
  ])("%s is %s", (a, b) => expect(isMatch(a, b)).toBe(true));

  test("are one mistake, and two other letters are two: the first is nearer", () => {
    expect(isMatch("Dekra Ltd", "Desta Ltd")).toBe(false);
    expect(scoreOf("Dekra Ltd", "Derka Ltd")).toBeGreaterThan(scoreOf("Dekra Ltd", "Desta Ltd") + 0.3);
  });

  test("in a name of three letters they make another name", () => expect(isMatch("Abx Ltd", "Axb Ltd")).toBe(false));
});

describe("how far apart two words sound", () => {
  test.each([
    ["a vowel for a vowel is less than a consonant for one", ["bantrok", "bantrak"], ["bantrok", "bantrog"]],
    ["a near consonant is less than a far one", ["quillon", "quirron"], ["quillon", "quippon"]],
    ["a vowel left out is less than a consonant left out", ["bantrok", "bntrok"], ["bantrok", "banrok"]],
    ["one vowel left out is less than two", ["bantrok", "bantrk"], ["bantrok", "bntrk"]],
  ] as const)("%s", (_, near, far) => expect(soundDistance(near[0], near[1])).toBeLessThan(soundDistance(far[0], far[1])));
});
