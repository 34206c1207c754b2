import { describe, expect, test } from "vitest";
import { numeralsDiffer, withoutNumerals } from "../../../src/screen/names/numerals.ts";
import { scoreNames } from "../../../src/screen/names/score.ts";
import { fittedWeights } from "../../../src/screen/names/weigh.ts";

const { threshold } = fittedWeights().organisation;
const taken = (name: string) => {
  const { words, numerals } = withoutNumerals(name.split(" "));
  return [words.join(" "), ...numerals];
};

describe("numbers taken out of a name", () => {
  test.each([
    ["zorbtek 007", ["zorbtek", "7"]],
    ["zorbtek 000", ["zorbtek", "0"]],
    ["3rd zorbtek", ["zorbtek", "3"]],
    ["zorbtek twelfth", ["zorbtek", "12"]],
    ["zorbtek forty four", ["zorbtek", "44"]],
    ["zorbtek forty forty", ["zorbtek", "40", "40"]],
    ["zorbtek twenty eleven", ["zorbtek", "20", "11"]],
    ["zorbtek seven eight", ["zorbtek", "7", "8"]],
    ["zorbtek xiv", ["zorbtek", "14"]],
    ["zorbtek ix", ["zorbtek", "9"]],
    ["zorbtek xxxix", ["zorbtek", "39"]],
    ["zorbtek xl", ["zorbtek xl"]],
    ["zorbtek iiii", ["zorbtek iiii"]],
    ["zorbtek vx", ["zorbtek vx"]],
    ["x zorbtek", ["x zorbtek"]],
    ["vi zorbtek ii", ["vi zorbtek", "2"]],
    ["3m zorbtek", ["3m zorbtek"]],
    ["21 7", ["21 7"]],
  ])("%s", (name, expected) => expect(taken(name)).toEqual(expected));
});

describe("another numeral is another party", () => {
  test.each([
    [["4"], ["5"], true],
    [["4"], [], true],
    [[], ["1"], true],
    [["1", "2"], ["1"], true],
    [["1", "2"], ["1", "3"], true],
    [["2", "11"], ["11", "2"], false],
    [["10", "2"], ["10", "2"], false],
    [[], [], false],
  ])("%j and %j: %s", (a, b, differ) => {
    expect(numeralsDiffer(a, b)).toBe(differ);
    expect(numeralsDiffer(b, a)).toBe(differ);
  });

  test.each([
    ["digits", "Zorbtek Works 2", "Zorbtek Works 3"],
    ["in brackets", "Zorbtek (2) Quillon Ltd", "Zorbtek (3) Quillon Ltd"],
    ["in brackets on one side", "Zorbtek Quillon (No. 5) Works", "Zorbtek Quillon Works"],
    ["in wide brackets", "Zorbtek Quillon（２）Works", "Zorbtek Quillon（３）Works"],
    ["words", "Third Zorbtek Works", "Fourth Zorbtek Works"],
    ["Roman", "Zorbtek Works II", "Zorbtek Works III"],
    ["of another script", "Завод Зорбтек 12", "Завод Зорбтек 21"],
    ["in characters", "佐博第七〇二工厂", "佐博第七〇三工厂"],
  ])("%s: %s is not %s, and the score says why", (_, a, b) => {
    const { score, numeralsDiffer: differ } = scoreNames(a, b, "organisation");
    expect([differ, score < threshold]).toEqual([true, true]);
  });

  test.each([
    ["written otherwise", "Zorbtek Works IV", "Fourth Zorbtek Works"],
    ["in brackets", "Zorbtek Works (4)", "Zorbtek Works 04"],
    ["in another order", "Zorbtek Series 2 Fund 11", "Zorbtek Fund 11 Series 2"],
    ["a letter at the start is an initial", "X Zorbtek Works", "X. Zorbtek Works"],
  ])("%s: %s is %s", (_, a, b) => {
    const { score, numeralsDiffer: differ } = scoreNames(a, b, "organisation");
    expect([differ, score >= threshold]).toEqual([false, true]);
  });
});
