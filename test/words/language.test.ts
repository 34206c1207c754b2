import { describe, expect, it } from "vitest";
import { inLanguage } from "../../src/words/in-language.ts";
import { acceptedLanguage, askedLanguage, languageOfTag } from "../../src/words/language.ts";

describe("the language of a page", () => {
  it.each([
    [undefined, "en"],
    ["", "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["en-GB,zh;q=0.5", "en"],
    ["de-DE,de;q=0.9,zh-Hans;q=0.4,en;q=0.3", "zh"],
    ["zh-TW,en;q=0.5", "en"],
    ["zh-Hant", "en"],
    ["zh;q=0,fr", "en"],
    ["constructor,__proto__", "en"],
    [";;,,q=,zh;q=x".repeat(1000), "zh"],
  ])("of the header %j is %s", (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });

  it("is asked for by one of the words there are, and by nothing else", () => {
    expect(["zh", "en", "fr", "constructor", undefined].map(askedLanguage)).toEqual(["zh", "en", null, null, null]);
    expect(["zh-Hans", "en", "x"].map(languageOfTag)).toEqual(["zh", "en", "en"]);
  });

  it("stays in an address beside its query and before its fragment", () => {
    expect(inLanguage("plans", undefined)).toBe("plans");
    expect(inLanguage("plans", "zh")).toBe("plans?lang=zh");
    expect(inLanguage("map?home=CN", "zh")).toBe("map?home=CN&lang=zh");
    expect(inLanguage("method/plan#rest", "zh")).toBe("method/plan?lang=zh#rest");
    expect(inLanguage("screen?", "zh")).toBe("screen?lang=zh");
    expect(inLanguage("#rest", "zh")).toBe("#rest");
  });
});
