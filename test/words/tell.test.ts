import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { hasMessage, messagesIn, say, withoutMarks } from "../../src/base/message.ts";
import en from "../../src/words/catalogues/en.json" with { type: "json" };
import zh from "../../src/words/catalogues/zh.json" with { type: "json" };
import { plainText } from "../../src/words/said.ts";
import { inEnglish, toldInEnglish } from "../../src/words/tell.ts";
import { wordsIn } from "../../src/words/words-in.ts";

const chinese = (text: string): string => plainText(wordsIn("zh")?.say(text) ?? []);

describe("messages in a text", () => {
  it("are read back with what stands around and inside them", () => {
    const inner = say("patents.filed", { filed: "2021-02-03" });
    const text = `First. ${say("patents.title", { document: "EP1", title: "A = B's", when: inner })} Last.`;
    expect(messagesIn(text)).toEqual([
      "First. ",
      { key: "patents.title", places: { document: "EP1", title: "A = B's", when: inner } },
      " Last.",
    ]);
  });

  it("are none where one is not whole", () => {
    const broken = say("page.alone", { name: "JP" }).slice(0, -1);
    expect(messagesIn(broken)).toEqual([broken]);
    expect(inEnglish(broken)).toBe(broken);
  });

  it("are taken out of what comes from outside", () => {
    expect(hasMessage(withoutMarks(`a${say("page.alone", { name: "JP" })}b`))).toBe(false);
  });
});

describe("a message is told", () => {
  it("in English, with plurals, counts and messages inside", () => {
    expect(inEnglish(say("rule-differences.summary", { began: 1, ended: 1234 }))).toBe(
      "1 rule came into force, 1,234 rules no longer are.",
    );
    expect(toldInEnglish({ a: [say("page.alone", { name: say("economy.plan", { plan: "A" }) })], b: null })).toEqual({
      a: ["Plan: A alone"],
      b: null,
    });
  });

  it("in Chinese, with names, days and figures of the language", () => {
    expect(chinese(say("leverage-matrix.could-take", { from: "Japan", lost: "USD 4.2 B", target: "Germany" }))).toBe(
      "日本每年可使德国损失42亿美元",
    );
    expect(chinese(say("controls.in-force", { inForce: 3, rules: 1234, asOf: "2021-02-03" }))).toBe(
      "截至2021年2月3日，记录在案的1,234项规则中有3项现行有效。",
    );
  });

  it("with names that a language has no word for marked as given", () => {
    expect(wordsIn("zh")?.say(say("page.alone", { name: "Example Works" }))).toEqual(["仅看", { given: "Example Works" }]);
  });

  it("with what somebody wrote as it is", () => {
    expect(wordsIn("zh")?.say(say("search.what-is", { words: { given: "technology" } }))).toEqual([{ given: "technology" }, "是什么？"]);
    expect(inEnglish(say("search.what-is", { words: { given: `a${say("page.alone")}` } }))).toBe("What is apage.alone?");
  });

  it("as its text is, though that looks like syntax", () => {
    expect(inEnglish(say("page.alone", { name: "{x} <b>'#'" }))).toBe("{x} <b>'#' alone");
  });
});

/** The places of a sentence, those inside plurals and choices too. */
function placesOf(sentence: string): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (parts: ReturnType<typeof parse>): void => {
    for (const part of parts) {
      if (part.type === TYPE.argument || part.type === TYPE.plural || part.type === TYPE.select) found.add(part.value);
      if (part.type === TYPE.plural || part.type === TYPE.select) for (const option of Object.values(part.options)) walk(option.value);
    }
  };
  walk(parse(sentence, { ignoreTag: true }));
  return found;
}

describe("the catalogues", () => {
  it("have the same sentences, each with all its places, in order", () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    expect(Object.keys(en)).toEqual(Object.keys(en).toSorted());
    for (const [key, sentence] of Object.entries(en))
      expect([key, placesOf((zh as Record<string, string>)[key]!)]).toEqual([key, placesOf(sentence)]);
  });

  it("have what the code says, with its places, and nothing else", () => {
    const root = fileURLToPath(new URL("../..", import.meta.url));
    const files = ["src", "web/src"].flatMap((folder) =>
      readdirSync(root + folder, { recursive: true, encoding: "utf8" }).map((name) => `${root}${folder}/${name}`),
    );
    const code = files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(file, "utf8"));
    const keys = code.flatMap((text) => [...text.matchAll(/\bsay\(\s*"([a-z-]+\.[a-z-]+)"/g)].map(([, key]) => key!));
    expect([...new Set(keys)].toSorted()).toEqual(Object.keys(en));
  });
});
