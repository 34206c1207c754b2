import { describe, expect, it } from "vitest";
import { knownWords, valueNotes, wordNotes } from "../../../src/site/browser/address-notes.ts";

describe("what of an address is not understood", () => {
  it("is told by its words, with what was perhaps meant and what is known", () => {
    expect(wordNotes({ asof: "2024-01-01" }, ["with"])).toEqual([
      "This address asks for asof, which this page does not know; did you mean as-of? It knows with, as-of, edition, lang and size.",
    ]);
    expect(wordNotes({ with: "CN" }, ["with"])).toEqual([]);
    const [many = ""] = wordNotes(Object.fromEntries([1, 2, 3, 4].map((at) => [`${at}${"x".repeat(500)}`, ""])), []);
    expect(many.length).toBeLessThan(300);
  });

  it("is not told of what other sites add to a link, which is not handed on either", () => {
    const query = { utm_source: "x", fbclid: "y", gclid: "z", msclkid: "a", with: "CN" };
    expect(wordNotes(query, ["with"])).toEqual([]);
    expect(knownWords(query, ["with"])).toEqual({ with: "CN" });
  });

  it("is told by its values", () => {
    expect(valueNotes({ lang: "xx", size: "", stage: undefined }, { lang: ["en", "zh"], size: ["presenter"], stage: [] })).toEqual([
      "This address asks for lang “xx”, which is none that there is: it was left out. It takes lang=en and zh.",
    ]);
    expect(valueNotes({ stage: "materal" }, { stage: ["material"] })[0]).toMatch(/Did you mean material\?$/);
    // A filter that stays
    expect(valueNotes({ stage: "bogus" }, { stage: [] }, "nothing fits it")[0]).toMatch(/: nothing fits it\.$/);
  });
});
