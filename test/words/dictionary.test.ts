import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse as csv } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { kept } from "../../src/base/collections.ts";
import { usdInterval } from "../../src/base/format.ts";
import { lowered } from "../../src/base/words.ts";
import labels from "../../src/words/catalogues/zh-labels.json" with { type: "json" };
import names from "../../src/words/catalogues/zh-names.json" with { type: "json" };
import { zh, zhNames } from "../../src/words/chinese.ts";
import { wordsOf } from "../../src/words/dictionary.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const place = /\{[#$=@~!TBM]?\d?\}/g;
const plain = (said: ReturnType<ReturnType<typeof wordsOf>["say"]>): string | null =>
  said === null ? null : said.map((part) => (typeof part === "string" ? part : `<${part.given}>`)).join("");

describe("a dictionary", () => {
  const words = wordsOf("zh-Hans", {
    Map: "地图",
    "Who holds {=}?": "谁掌握{}？",
    "{} of {}": "{2}的{1}",
    "in {#} years": "{}年后",
    "USD {$} to {$}": "{}至{}美元",
    "{$} USD bn": "{B}美元",
    "Loss of {}": "{}的损失",
    "{}, {}": "{}，{}",
  });
  const say = (text: string): string | null => plain(words.say(text));

  it("says whole texts, and patterns with what stands in their places, in the order of the other language", () => {
    expect(say("Map")).toBe("地图");
    expect(say("Who holds Neon?")).toBe("谁掌握<Neon>？");
    expect(say("Who holds Map?")).toBe("谁掌握<Map>？");
    expect(say("part of Map")).toBe("地图的<part>");
    expect(say("Loss of Map, Map")).toBe("地图，地图的损失");
    expect(say("Something else")).toBeNull();
  });

  it("says several things in one text where there are words for each", () => {
    expect(say("in 12 years; Map")).toBe("12年后；地图");
    expect(say("in 12 years; Something else")).toBeNull();
  });

  it("takes a place of a number for numbers alone", () => {
    expect(say("in 12 years")).toBe("12年后");
    expect(say("in some years")).toBeNull();
  });

  it("writes amounts in the units of the language, of which the first may have that of the second, and days and thousands as it does", () => {
    expect(say("USD 3 to 5.1 B")).toBe("30亿至51亿美元");
    expect(say("2.49 USD bn")).toBe("24.9亿美元");
    expect(say("USD 820 M to 1.2 B")).toBe("8.2亿至12亿美元");
    expect(say("USD 0 to 1.2 B")).toBe("0至12亿美元");
    expect(say("USD −3 to 5.1 B")).toBe("−30亿至51亿美元");
    // In plain dollars beside millions
    expect(say("USD 23,500 to 1.36 M")).toBe("2.35万至136万美元");
    expect(say("USD 500 to 1.36 M")).toBe("500至136万美元");
    expect(say("USD −23,500 to 1.36 M")).toBe("−2.35万至136万美元");
    expect(say("2026-11-25")).toBe("2026年11月25日");
    expect(say("2026-13-45")).toBeNull();
    expect(say("12,345.5")).toBe("12,345.5");
  });

  it("takes no word of a text for a pattern or a place, however it is written", () => {
    for (const text of ["{}", "{#}", "$&", ".*", "__proto__", "constructor", "toString", "(".repeat(5000)]) expect(say(text)).toBeNull();
    expect(say("Who holds $1 {2} <script>?")).toBe("谁掌握<$1 {2} <script>>？");
  });
});

describe("Chinese words", () => {
  it("tell figures as pages tell them, and leave sentences alone", () => {
    const { say } = wordsOf("zh-Hans", zh);
    expect(plain(say("18% (4 to 32%)"))).toBe("18%（4至32%）");
    expect(plain(say("USD 4.2 B (3 to 5.1 B)"))).toBe("42亿美元（30亿至51亿美元）");
    expect(plain(say("The finding of 2 controls is that 63 of 97 rules are in force."))).toBeNull();
  });

  it("tell any interval of money as English does: the same amounts, whatever their units", () => {
    const { say } = wordsOf("zh-Hans", zh);
    const units: Readonly<Record<string, number>> = { 万亿: 1e12, 亿: 1e8, 万: 1e4, "": 1 };
    const amounts = (text: string): readonly number[] =>
      [...text.matchAll(/([−-]?)([\d,.]+)(万亿|亿|万|)/g)].map(
        ([, sign, digits, unit]) => (sign === "" ? 1 : -1) * Number(digits!.replaceAll(",", "")) * units[unit!]!,
      );
    const end = fc
      .tuple(fc.double({ min: 3, max: 13.5, noNaN: true }), fc.boolean())
      .map(([power, isNegative]) => (isNegative ? -1 : 1) * 10 ** power);
    fc.assert(
      fc.property(fc.array(end, { minLength: 3, maxLength: 3 }), (ends) => {
        const [low, middle, high] = ends.toSorted((a, b) => a - b) as [number, number, number];
        const text = usdInterval([low, middle, high]);
        const told = amounts(plain(say(text))!);
        const wanted = told.length === 1 ? [middle] : [middle, low, high];
        expect(told.length, text).toBe(wanted.length);
        for (const [at, value] of wanted.entries())
          expect(Math.abs(told[at]! / value - 1), `${text}: ${plain(say(text))}`).toBeLessThan(0.006);
      }),
      { numRuns: 3000 },
    );
  });

  it("say names of economies, alone and in a list, where a text is a name too, and of others none", () => {
    const { say } = wordsOf("zh-Hans", { "Who holds {=}?": "谁掌握{}？", "{~} {#}": "{}{}" }, { Japan: "日本", "the Netherlands": "荷兰" });
    expect(plain(say("Japan and the Netherlands"))).toBe("日本、荷兰");
    expect(plain(say("Who holds Japan, the Netherlands?"))).toBe("谁掌握日本、荷兰？");
    expect(plain(say("Who holds Japan and ASML?"))).toBe("谁掌握<Japan and ASML>？");
    expect(say("Japan and ASML")).toBeNull();
    expect(plain(say("Japan 18%, the Netherlands 2%"))).toBe("日本18%，荷兰2%");
    expect(plain(say("Japan (JP) and the Netherlands (NL)"))).toBe("日本（JP）、荷兰（NL）");
    expect(say("ASML 18%")).toBeNull();
    expect(say("Japan 18%, ASML 2%")).toBeNull();
  });

  it("say names that hold what stands between names, alone and in a list", () => {
    const names = { DRAM: "DRAM", "Handlers and probers": "分选机与探针台", "Rare earths": "稀土", "rare earths": "稀土" };
    const { say } = wordsOf("zh-Hans", { "by withholding {=}": "断供{}" }, names);
    expect(plain(say("Handlers and probers"))).toBe("分选机与探针台");
    expect(plain(say("by withholding rare earths, Handlers and probers and DRAM"))).toBe("断供稀土、分选机与探针台、DRAM");
    expect(plain(say("by withholding Handlers and rare earths"))).toBe("断供<Handlers and rare earths>");
    expect(say(Array.from({ length: 20_000 }, () => "DRAM, Handlers").join(" and "))).toBeNull();
  });

  it("say every technology of the atlas, at the beginning of a sentence and within one", () => {
    const names = csv(readFileSync(join(root, "data/atlas/technologies.csv"), "utf8"), { columns: true }) as { readonly name: string }[];
    expect(names.length).toBeGreaterThan(100);
    const without = names.flatMap(({ name }) => [name, lowered(name)]).filter((name) => zhNames[name] === undefined);
    expect(without).toEqual([]);
  });

  it("say every scenario, plan and event that comes with Levermap", () => {
    const files = (folder: string): readonly unknown[] =>
      readdirSync(join(root, "data", folder)).map((name) => parseYaml(readFileSync(join(root, "data", folder, name), "utf8")));
    const named = [...files("scenarios"), ...files("plans")].map((file) => (file as { readonly name: string }).name);
    const events = files("events").flatMap((file) => (file as readonly { readonly what: string }[]).map(({ what }) => what));
    expect([named.length, events.length].every((count) => count > 30)).toBe(true);
    expect([...named, ...events].filter((name) => zhNames[name] === undefined)).toEqual([]);
  });

  it("say what stands beside an arrow of a picture", () => {
    const { say } = wordsOf("zh-Hans", zh);
    expect(["← no longer", "now in force →", "↑ said by the model"].map((text) => plain(say(text)))).toEqual([
      "← 不再生效",
      "新生效 →",
      "↑ 模型预测",
    ]);
  });

  it("say each word in one place, with the places of the English one", () => {
    expect(Object.keys(labels).filter((key) => Object.hasOwn(names, key))).toEqual([]);
    for (const [key, told] of Object.entries(zh)) {
      const [given, filled] = [key.match(place) ?? [], told.match(place) ?? []];
      const places = filled.map((each, at) => Number(/\d/.exec(each)?.[0] ?? at + 1));
      expect(new Set(places), key).toEqual(new Set(given.map((_, at) => at + 1)));
    }
  });

  it("say nothing that no part of the interface says: each word stands in the source or in its data", () => {
    const source = [
      "src",
      "web/src",
      "data/atlas",
      "data/plan",
      "data/plans",
      "data/scenarios",
      "data/events",
      "data/published-models.csv",
      "docs/method",
    ]
      .map(textOf)
      .join("\n");
    const has = kept((text: string) => source.includes(text));
    const unused = Object.keys(zh).filter((key) => !key.split(place).every((part) => isSaid(part.trim(), has)));
    expect(unused).toEqual([]);
  });
});

const between = /[\s(),.:;"“”–`]+/;

/** Texts that several parts of the source make together are looked for word by word. */
const isSaid = (text: string, has: (text: string) => boolean): boolean =>
  // As the first word of a cell too
  [text, text.charAt(0).toLowerCase() + text.slice(1)].some(
    (told) => told.split(between).every((word) => word === "" || has(word)) || has(told),
  );

function textOf(path: string): string {
  const full = join(root, path);
  if (/\.\w+$/.test(path)) return readFileSync(full, "utf8");
  return readdirSync(full, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:tsx?|csv|md|yaml)$/.test(name))
    .map((name) => readFileSync(join(full, name), "utf8"))
    .join("\n");
}
