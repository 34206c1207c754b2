import { describe, expect, it } from "vitest";
import { wordsIn } from "../../src/words/words-in.ts";
import { articleInWords } from "../../web/src/site/article-words.ts";
import { inWords } from "../../web/src/words/spoken.ts";

const article =
  '<h2 id="a">What always holds</h2><td>What is a plan worth as a whole, and what part of that is each programme&#39;s?</td><p>A &lt;b&gt; of no words.</p>';

describe("an article", () => {
  it("is told in another language where there are words for a text in whole, marked as such", () => {
    expect(inWords(wordsIn("zh"), () => articleInWords(article, "zh-Hans"))).toBe(
      '<h2 id="a"><span lang="zh-Hans">恒成立的性质</span></h2><td><span lang="zh-Hans">计划整体价值几何，各项目占多少？</span></td><p>A &lt;b&gt; of no words.</p>',
    );
  });

  it("is as it was written in English", () => {
    expect(articleInWords(article, "en")).toBe(article);
  });
});
