import type { Row } from "../../base/tables.ts";
import { bookOn, type ItemRows } from "./book.ts";

/** A search hit in the control list. `score` 0..1: weighted share of the query words. */
export interface ItemFound {
  readonly item: string;
  readonly paragraph: string | null;
  readonly text: string;
  readonly score: number;
  readonly words: readonly string[];
}

const small = new Set(
  "a an and any as at be by for from having in is it more not of on or other than the their to with which following all".split(" "),
);

/** `o-ring`, `x-ray`: a letter and a word are one word; of other compounds the parts count. */
const partsOf = (word: string): readonly string[] => (/(?:^|-)\p{L}(?:-|$)/u.test(word) ? [word] : word.split("-"));

/** A word without what only tells number or form: `coatings`, `coating` and `coated` are one, and so are `fluorides` and `fluoride`. */
const stemOf = (word: string): string => {
  const one =
    word.length > 4
      ? word
          .replace(/ies$/, "y")
          .replace(/(s|x|z|ch|sh)es$/, "$1")
          .replace(/([^s])s$/, "$1")
      : word;
  const plain = one.length > 4 ? one.replace(/(?:ing|ed|er)$/, "") : one;
  return plain.length > 3 ? plain.replace(/e$/, "") : plain;
};

/** Words normalised for comparison: lower case, without small ones; of a compound the last part is brought to its stem. */
const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\d+)?(?:-[\p{L}\p{N}]+)*/gu) ?? [])
    .flatMap(partsOf)
    .filter((word) => !small.has(word))
    .map((word) => word.replace(/[^-]+$/, stemOf));

/** Words for the form in which a substance comes: the thing is named before them. */
const forms = new Set(wordsOf("gas liquid solution powder vapour vapor acid compound mixture reagent chemical precursor purity grade"));
const joins = /\b(?:for|of|with|to|in|from|by|using|that|which)\b/i;

/** The thing that a question names: the last word before `for`, `of`, ..., unless that tells a form; `null` where there is none. */
const thingOf = (text: string): string | null =>
  wordsOf(text.split(joins).find((part) => wordsOf(part).length > 0) ?? "")
    .filter((word) => /\p{L}/u.test(word) && !forms.has(word))
    .at(-1) ?? null;

const numbered = /\bC\.?\s?A\.?\s?S\b/;
const substances = /\b(?:chemicals|precursors|compounds|hydrides|fluorides|chlorides)\b/i;

/** A substance: by its number of the Chemical Abstracts Service, or under a heading of product group C (materials) that names a class of them. */
const isChemical = (item: string, heading: string, text: string): boolean =>
  numbered.test(text) || (item.charAt(1) === "C" && substances.test(heading));

interface Indexed {
  readonly item: string;
  readonly paragraph: string | null;
  readonly text: string;
  readonly words: ReadonlySet<string>;
  /** The paragraphs above it; `null`: the heading. */
  readonly above: readonly (string | null)[];
  readonly chemical: boolean;
}

const placeOf = (item: string, paragraph: string | null): string => `${item} ${paragraph ?? ""}`;

/** What a search found, and how many chemicals it left out that have words of the question but not the thing that it names. */
export interface ItemsFound {
  readonly found: readonly ItemFound[];
  readonly leftOut: number;
}

/**
 * Finds entries and paragraphs by words, rare ones weighing more. Paragraphs are read with their parents and heading; categories without
 * texts are found by heading. A chemical is found only by the thing that is asked for: not for a ring that withstands it. A paragraph that has no
 * more of the words than one above it is not found beside it.
 */
export function itemsByText(rows: ItemRows, text: string, day: string, most = 20): ItemsFound {
  const book = bookOn(rows, day);
  if (book === null) return { found: [], leftOut: 0 };
  const thing = thingOf(text);
  const asked = [...new Set(wordsOf(text))];
  const all = [...book.entries.values()].flatMap(({ item, paragraphs }) => [
    {
      item: item.item,
      paragraph: null,
      text: item.heading,
      words: new Set(wordsOf(item.heading)),
      above: [],
      chemical: isChemical(item.item, item.heading, item.heading),
    },
    ...paragraphs.flatMap((row) => indexed(row, item.heading, paragraphs)),
  ]);
  const weight = new Map(asked.map((word) => [word, Math.log(1 + all.length / (1 + all.filter(({ words }) => words.has(word)).length))]));
  const total = [...weight.values()].reduce((sum, each) => sum + each, 0);
  const hits = all
    .map(({ item, paragraph, text: printed, words, chemical, above }) => {
      const own = asked.filter((word) => words.has(word));
      const score = total === 0 ? 0 : own.reduce((sum, word) => sum + (weight.get(word) ?? 0), 0) / total;
      return { item, paragraph, text: printed, score, words: own, chemical, above, length: words.size };
    })
    .filter(({ words }) => words.length > 0);
  const fitting = hits.filter(({ chemical, words }) => thing === null || !chemical || words.includes(thing));
  const places = new Map(fitting.map(({ item, paragraph, words }) => [placeOf(item, paragraph), words.length]));
  const found = fitting
    .filter(({ item, above, words }) => above.every((place) => (places.get(placeOf(item, place)) ?? 0) < words.length))
    .sort((a, b) => b.score - a.score || a.length - b.length || a.item.localeCompare(b.item))
    .slice(0, most)
    .map(({ length: _, chemical: __, above: ___, ...each }) => each);
  return { found, leftOut: hits.length - fitting.length };
}

function indexed(row: Row<"item_paragraph">, heading: string, paragraphs: readonly Row<"item_paragraph">[]): readonly Indexed[] {
  if (row.paragraph === null) return [];
  const above: (string | null)[] = [null];
  const texts: string[] = [heading];
  for (let parent = row.parent; parent !== null; ) {
    const found = paragraphs.find(({ paragraph }) => paragraph === parent);
    above.push(parent);
    texts.push(found?.text ?? "");
    parent = found?.parent ?? null;
  }
  const words = new Set(wordsOf([row.text, ...texts].join(" ")));
  return [{ item: row.item, paragraph: row.paragraph, text: row.text, words, above, chemical: isChemical(row.item, heading, row.text) }];
}
