import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stopWords, tokens } from "../../../src/measure/text/term-counts.ts";
import { runs } from "../../leverage/worlds.ts";

describe("tokens", () => {
  it("are the telling words of a title, small and without signs", () => {
    expect(tokens("Controlled cleavage process AND device, wherein SiO2 (10 nm) is bonded")).toEqual([
      "controlled",
      "cleavage",
      "process",
      "device",
      "sio",
      "nm",
      "bonded",
    ]);
  });

  it("make one of the forms of a letter, and keep words of other scripts", () => {
    expect(tokens("Ｗａｆｅｒ ﬁlm Über u\u0308ber")).toEqual(["wafer", "film", "über", "über"]);
    expect(tokens("반도체 장치 полупроводник")).toEqual(["반도체", "장치", "полупроводник"]);
  });

  it("are nothing for a text without words", () => {
    expect(tokens("")).toEqual([]);
    expect(tokens("the 12 of a & x")).toEqual([]);
  });

  it("stay the same when read again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const found = tokens(text);
        expect(tokens(found.join(" "))).toEqual(found);
        for (const word of found) expect(stopWords.has(word)).toBe(false);
      }),
      runs(500),
    );
  });
});

it("stop words are written as texts are compared", () => {
  for (const word of stopWords) expect(word).toMatch(/^[a-z]+$/);
});
