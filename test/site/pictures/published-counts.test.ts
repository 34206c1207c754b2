import { expect, it } from "vitest";
import { countSentences as countMessages, countPicture as pictureOf } from "../../../src/site/pictures/published-counts.ts";
import { toldInEnglish } from "../../../src/words/tell.ts";

type Card = Parameters<typeof countMessages>[0];

const countSentences = (of: Card): readonly string[] => toldInEnglish(countMessages(of));
const countPicture = (of: Card): ReturnType<typeof pictureOf> => toldInEnglish(pictureOf(of));
type Line = Card["publishedCounts"][number];

const line = (holderName: string, low: number | null, more: Partial<Line> = {}): Line => ({
  technology: "tool",
  name: "Tool",
  holder: holderName.toLowerCase(),
  holderName,
  scope: "world",
  counted: "documents",
  low,
  high: low,
  unit: "documents",
  year: 2024,
  years: "2017 to 2024",
  known: null,
  grade: "published",
  source: "one",
  note: null,
  ...more,
});
const card = (...publishedCounts: readonly Line[]): Card => ({ name: "Tool", publishedCounts });
const ranked = { unit: "rank", counted: "rank", scope: "US", source: "other", years: "to 2025", year: 2025 };

it("tells the newest ranking, and of those whom one source counts who has most", () => {
  const told = card(
    line("Small", 11, { years: "2020 to now" }),
    line("Large", 119),
    line("Ceiling", null, { high: 9000 }),
    line("World", 10_000, { holder: "world" }),
    line("Elsewhere", 500, { source: "third" }),
    line("Second", 2, ranked),
    line("Leader", 1, ranked),
    line("Past", 1, { ...ranked, years: "to 2019", year: 2019 }),
  );
  expect(countSentences(told)).toEqual([
    "A published ranking of patents (US, to 2025) puts Leader first, before Second.",
    "Of 2 whom one source counts, Large has most: 119 documents (2017 to 2024).",
  ]);
  const picture = countPicture(told)!;
  expect(picture.title).toContain("Patents on Tool, of those whom one source counts; no share of supply is known");
  expect(picture.shape).toMatchObject({ bars: [{ label: "Large, 2017 to 2024" }, { label: "Small, 2020 to now" }] });
});

it("never sets firms beside the economies that they are of, nor counts a holder twice", () => {
  const told = card(line("Land", 900, { holder: "LL" }), line("A", 5), line("A", 7, { years: "2010 to 2024" }), line("B", 6));
  expect(countSentences(told)).toEqual(["Of 2 whom one source counts, A has most: 7 documents (2010 to 2024)."]);
});

it("is silent without an exact count", () => {
  expect([countSentences(card()), countPicture(card(line("Ceiling", null, { high: 5 })))]).toEqual([[], undefined]);
  expect(countSentences(card(line("One", 15)))).toEqual(["One source counts 15 documents of One (2017 to 2024)."]);
});
