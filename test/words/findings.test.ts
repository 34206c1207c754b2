import { describe, expect, it } from "vitest";
import patterns from "../../src/words/catalogues/zh-patterns.json" with { type: "json" };
import { sentencesIn } from "../../src/words/sentences.ts";
import { wordsIn } from "../../src/words/words-in.ts";

const words = wordsIn("zh")!;

/** Names that stay as they are stand between angles. */
const told = (text: string): readonly (string | null)[] =>
  sentencesIn(text, words).map(({ said }) =>
    said === null ? null : said.map((part) => (typeof part === "string" ? part : `<${part.given}>`)).join(""),
  );

const examples: Readonly<Record<string, string>> = {
  "{=}": "Ab-c",
  "{}": "Japan",
  "{!}": "5%",
  "{#}": "12",
  "{@}": "2026-12-01",
  "{$}": "3 B",
};

const findings = Object.entries(patterns).filter(([key]) => /^[A-Z](?!evermap|hat it earns alone)[^~]*\.$/.test(key));

describe("findings in Chinese", () => {
  it.each(findings)("%s", (key, pattern) => {
    const example = key.replace(/\{[=!#@$]?\}/g, (place) => examples[place]!);
    const isPart = !key.endsWith(".");
    const said = words.say(isPart ? `It also loses ${example}.` : example);
    expect(said, example).not.toBeNull();
    const text = said!.map((part) => (typeof part === "string" ? part : part.given)).join("");
    const begins = isPart ? "它还将损失" : pattern.split("{")[0]!;
    expect(text.startsWith(begins), text).toBe(true);
    // Names, what is typed, and what Chinese writes so too
    const english = text.replaceAll("Ab-c", "").replace(/`[^`]+`|levermap [a-z ,-]+(?:FILE)?|\b(?:GDP|HTTP|JSON|OpenAPI)\b/g, "");
    expect(english).not.toMatch(/[A-Za-z]{2}/);
  });

  it("are told with figures, days and names of economies as Chinese writes them, and other names as they are", () => {
    expect(
      told(
        "In the model, Taiwan could take 6% (3 to 12%) of the final chip output of Germany on average over 12 months by withholding Outsourced assembly and test from 2026-12-01 on.",
      ),
    ).toEqual(["模型显示：自2026年12月1日起，台湾若断供封装测试代工，12个月内平均可使德国最终芯片产出损失6%（3至12%）。"]);
    expect(told("It depends on Taiwan for Logic chips, leading edge (90%) and the Netherlands for EUV (at least 80%).")).toEqual([
      "它依赖台湾的<Logic chips, leading edge>（90%）与荷兰的<EUV>（至少80%）。",
    ]);
    expect(told("Example Inc. (Japan) has 5% of A and B tools and 3 to 4% of Masks (2019).")).toEqual([
      "<Example Inc.>（日本）占<A and B tools>的5%、<Masks (2019)>的3至4%。",
    ]);
    for (const unknown of ["12% is", "up to 12% is"])
      expect(told(`Japan has at least 80% of supply, ${unknown} unknown.`)[0]).toMatch(/^日本至少占供应的80%，另有(?:最多)?12%未知。$/);
  });

  it("tell what a scenario loses in all its forms", () => {
    expect(
      told(
        "In the model the United States, hit hardest of 3 targets, loses 5% (3 to 6%) of its running chip output on average over 12 months, worth at least USD 5 B (3 to 7 B) a year, and 9% (4 to 12%) after 6 months at the worst. Sales lost a year after the start: Taiwan at least USD 4.2 B, Japan USD 800 M.",
      ),
    ).toEqual([
      "模型显示：3个对象中受影响最重的美国将损失其运行芯片产出的5%（3至6%）（12个月平均，价值至少每年50亿美元（30亿至70亿美元）），最严重时（6个月后）达9%（4至12%）。",
      "开始一年后的销售损失（按年计）：台湾至少42亿美元，日本8亿美元。",
    ]);
    expect(
      told("It also loses 5% of its use of dRAM on average over 12 months, and 9% at once at the worst, worth USD 5 B a year."),
    ).toEqual(["它还将损失其<dRAM>使用量的5%（12个月平均），最严重时（立即）达9%，每年价值50亿美元。"]);
  });

  it("tell clout, plans, leverage, comparisons and back-tests", () => {
    const all = [
      "With USD 60 M a year and 340 researchers for 10 years, China would begin 12 of 40 next-generation problems, likeliest to lead in dry resist (12%, from 2031).",
      "Clout on the United States: patents of today could exclude USD 3.2 B a year, new claims add USD 40 M by 2033; supply takes USD 5 B today, costing China USD 800 M.",
      "The United States would answer with all that it holds (USD 14 B); 52% of the cost comes back; rivals are assumed in 11 of 12 technologies.",
      "4 of 12 problems taken up: Dry resist (Photoresists); Resist without PFAS (Photoresists); and 2 more.",
      "It does not pay for itself: what it keeps and earns comes to 40% of its cost.",
      "Of 3 of 5 next-generation technologies no count of others' families of the last five years that goes beyond one office is published: rivals there are assumed, 1 to 300 families a year.",
      "The whole plan saves USD 40 M of the home's sales (USD 3 to 80 M in 8 of 10 draws), earns at least USD 2 M by claims and new sales and could exclude USD 3 B of the sales of China in all; it costs USD 100 M.",
      "South Korea would lose USD 4 B of its sales over 10 years to acts of others without it, in the mean and in present value.",
      "In the model Taiwan could take most: at least USD 48.2 B (20 to 70 B) a year of the final chip output of the United States, or 0.2% (0.1 to 0.3%) of its GDP.",
      "In the model, by what is known, the United States, the Netherlands and Japan could take USD 20 B (10 to 30 B) a year of the final chip output of China over 12 months.",
      "Most of it is due to Japan: USD 12 B (3 to 20 B).",
      'In the model "Full stop of Chinese germanium" changes the loss of running output of the United States by +0.69 points (-0.48 to +3) after a year and +0.43 points (-0.58 to +3) after five, of running output of everybody else by +2 points (-1 to +6) after a year and +1 points after five.',
      "The Netherlands has 100% of supply.",
      "Over 60 months it would be 3% (2 to 7%), and new capacity of 20% (14 to 25%) of present output would not be added.",
      "Over 60 months it would be 0.19% (0.074 to 0.58%).",
      "That is in doubt: its shares rest on one document older than five years.",
      "22 of 31 measurements lie in the 80% interval of the model, where about 25 should.",
      "Of outages 51 of 59 do, where about 47 should; of measures of states 16 of 29 do, where about 23 should.",
      'The direction is right in 28; the model is better than "no loss", "full loss" and what other acts lost, but no better than the part that was stopped.',
      "Of 611 unknowns that move answers, who supplies fine ceramic and quartz parts moves most, as do 5 others: between none and 100% of final output on average over 15 homes could hang on one supplier, and no source says which.",
      "Of 611 unknowns that move answers, substitution between varieties (EUV lithography) moves most: 20% of final output on average over 15 homes.",
      "ASML holds 120 loaded documents in 80 families, 15 to 21 expected to be in force on 2026-12-01.",
      "If it licensed no one, it could keep USD 3 to 5.1 B of products a year out of China, an upper bound.",
    ];
    for (const text of all) {
      const [said, ...more] = told(text);
      expect(more, text).toEqual([]);
      expect(said, text).not.toBeNull();
      expect(said!.replace(/<[^>]*>|GDP|[A-Z][A-Za-z]?[A-Z]+/g, ""), text).not.toMatch(/[A-Za-z]{2}/);
    }
  });

  it("are left in English as whole sentences where anything of them is unknown, and told beside those that are", () => {
    const odd = "In the model, Japan could take something odd of the final chip output of Germany.";
    expect(told(`${odd} It stands on 2 control lists.`)).toEqual([null, "它在2份管制清单上。"]);
    expect(told("Japan has 5% of Masks, which is less than before.")).toEqual([null]);
    expect(told("Something else. And more of it.")).toEqual([null]);
  });

  it("take what is asked for as text, whatever is written there", () => {
    for (const asked of ['<b>"x"</b>', "{!} $1", "a. B could lose", "x".repeat(300), '" is'])
      expect(told(`Nothing here is called "${asked}".`)).toEqual([`这里没有名为“<${asked}>”的内容。`]);
  });

  it("give up on a text that words fit in more ways than can be tried", () => {
    const texts = [" and ", "In the model, ", "; ", ", ", "5% of ", " to ", " (5 to 6%)", "a, b; c and d "].map((part) =>
      part.repeat(Math.floor(380 / part.length)),
    );
    for (const asked of texts)
      for (const text of [asked, `In the model${asked}could take`, `It depends on${asked}.`, `"${asked}"`])
        expect(words.say(text)).toBeNull();
  });
});
