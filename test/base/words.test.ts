import { expect, it } from "vitest";
import { atLeast, boundOf, capital, listed, lowered, spaced } from "../../src/base/words.ts";

it("joins names", () => expect([listed([]), listed(["A"]), listed(["A", "B", "C"])]).toEqual(["", "A", "A, B and C"]));

it("sets names into sentences", () => {
  expect(["Layer transfer", "DRAM", "ArF resist", "EUV"].map(lowered)).toEqual(["layer transfer", "DRAM", "ArF resist", "EUV"]);
  expect([capital("tools"), spaced("presumption-of-denial")]).toEqual(["Tools", "presumption of denial"]);
});

it("says what is left out of a sum or a difference", () => {
  expect([atLeast(true), atLeast(false)]).toEqual(["at least ", ""]);
  expect([boundOf(true, true), boundOf(false, true), boundOf(true, false), boundOf(false, false)]).toEqual([
    "by what is known ",
    "at most ",
    "at least ",
    "",
  ]);
});
