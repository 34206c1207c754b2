import { describe, expect, test } from "vitest";
import { nameWord, unseenRarity } from "../../../src/screen/names/name-word.ts";
import { scoreNames } from "../../../src/screen/names/score.ts";
import { fittedWeights } from "../../../src/screen/names/weigh.ts";
import { wordOrders } from "../../../src/screen/names/word-orders.ts";

const words = (name: string) => name.split(" ").map((word) => nameWord(word, "organisation", unseenRarity));
const texts = (name: string, kind: "organisation" | "person" = "organisation"): readonly string[] =>
  wordOrders(words(name), kind).map((order) => order.map(({ text }) => text).join(" "));
const isOne = (a: string, b: string): boolean => scoreNames(a, b, "organisation").score >= fittedWeights().organisation.threshold;

describe("orders of words", () => {
  test.each([
    ["bank of zorb", "zorb bank"],
    ["zorb institute of optics", "zorb optics institute"],
    ["institute of optics of zorb academy of sciences", "zorb sciences academy optics institute"],
  ])("%s is also %s", (name, other) => expect(texts(name)).toEqual([name, other]));

  test("a family name may come last; names without of have one order", () => {
    expect(texts("zorb quill", "person")).toEqual(["zorb quill", "quill zorb"]);
    expect(texts("zorb optics")).toEqual(["zorb optics"]);
  });

  test("a Chinese name is found behind of", () => {
    expect(isOne("佐尔布银行", "Bank of Zuoerbu")).toBe(true);
    expect(isOne("佐尔布光学研究所", "Zuoerbu Institute of Optics")).toBe(true);
    expect(isOne("佐尔布光学研究所", "Zuoerbu Institute of Metals")).toBe(false);
  });
});
