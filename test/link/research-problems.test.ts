import { describe, expect, test } from "vitest";
import { byTable } from "../../src/link/parameter-domains.ts";
import { checkResearch, listItems } from "../../src/link/research-problems.ts";

const messages = (table: string, row: Readonly<Record<string, string | number | null>>): readonly string[] =>
  checkResearch(byTable([{ table, file: "f", line: 2, row }])).map(({ message }) => message);

const sound = {
  classes: "H01L21/762;H10D84;G03F7/004-115",
  words: "layer transfer;wafer bow*",
  year: 2025,
  clock_low: 2024,
  clock_high: 2027,
};

describe("a research problem", () => {
  test("with classes, words and a clock to come is sound, and so is one whose clock is not known", () => {
    expect(messages("problem", sound)).toEqual([]);
    expect(messages("problem", { ...sound, clock_low: null, clock_high: null })).toEqual([]);
    expect(messages("problem", { ...sound, year: null })).toEqual([]);
  });

  test.each([
    [{ classes: "H01L21/762;lithography" }, '"lithography" is not a class'],
    [{ classes: "H01L21/762;" }, '"" is not a class'],
    [{ classes: "H01L27/115-108" }, '"H01L27/115-108" is not a class'],
    [{ classes: "H10D84; H10D84" }, "a class stands twice"],
    [{ words: "bow;; warp" }, "a word is empty"],
    [{ words: "bow;bow" }, "a word stands twice"],
    [{ clock_high: 2024 }, "the clock ends in 2024, before 2025, the year of its state"],
  ])("with %j is not", (change, message) => {
    expect(messages("problem", { ...sound, ...change })).toEqual([message]);
  });
});

describe("a successor", () => {
  test("takes the place of another, not of itself", () => {
    expect(messages("successor", { technology: "a", replaces: "b" })).toEqual([]);
    expect(messages("successor", { technology: "a", replaces: "a" })).toEqual(["a takes the place of itself"]);
  });

  test("takes a part that is an interval", () => {
    const edge = { technology: "a", replaces: "b", part_low: 0.1, part_high: 0.3 };
    expect(messages("successor", edge)).toEqual([]);
    expect(messages("successor", { ...edge, part_low: 0.5 })).toEqual(["part_low 0.5 is above part_high 0.3"]);
  });
});

test("items of a list stand without blanks around them", () => {
  expect(listItems(" a; b c ;d")).toEqual(["a", "b c", "d"]);
});
