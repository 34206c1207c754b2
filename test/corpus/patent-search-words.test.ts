import { describe, expect, it } from "vitest";
import { searchWords } from "../../src/corpus/patent-search.ts";

const told = (text: string): readonly string[] => searchWords(text).map(({ word }) => word);

describe("words of a search", () => {
  it("are in lower case, each once, without the marks of the sentence around them", () => {
    expect(told('  "Wafer, BONDING"; wafer: “layer” ')).toEqual(["wafer", "bonding", "layer"]);
    expect(told("o'neil x-ray c++ (a+)+$ l%r")).toEqual(["o'neil", "x-ray", "c++", "(a+)+$", "l%r"]);
    expect(told(" , ; ' \" % ")).toEqual([]);
  });

  it("are folded: wide letters, and Han characters to their simplified form, found anywhere", () => {
    expect(searchWords("ＷＡＦＥＲ 晶圓")).toEqual([
      { word: "wafer", begins: true },
      { word: "晶圆", begins: false },
    ]);
  });
});
