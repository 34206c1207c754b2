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

/** Words normalised for comparison: lower case without plurals, -ing and -ed. */
const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\d+)?/gu) ?? [])
    .filter((word) => !small.has(word))
    .map((word) => (word.length > 4 ? word.replace(/(?:ies|es|s|ing|ed|er|ers)$/, "") : word));

interface Indexed {
  readonly item: string;
  readonly paragraph: string | null;
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/**
 * Finds entries and paragraphs by words, rare ones weighing more. Paragraphs are read with their parents and heading; categories without
 * texts are found by heading.
 */
export function itemsByText(rows: ItemRows, text: string, day: string, most = 20): readonly ItemFound[] {
  const book = bookOn(rows, day);
  if (book === null) return [];
  const asked = [...new Set(wordsOf(text))];
  const all = [...book.entries.values()].flatMap(({ item, paragraphs }) => [
    { item: item.item, paragraph: null, text: item.heading, words: new Set(wordsOf(item.heading)) },
    ...paragraphs.flatMap((row) => indexed(row, item.heading, paragraphs)),
  ]);
  const weight = new Map(asked.map((word) => [word, Math.log(1 + all.length / (1 + all.filter(({ words }) => words.has(word)).length))]));
  const total = [...weight.values()].reduce((sum, each) => sum + each, 0);
  return all
    .map(({ item, paragraph, text: own, words }) => {
      const found = asked.filter((word) => words.has(word));
      const score = total === 0 ? 0 : found.reduce((sum, word) => sum + (weight.get(word) ?? 0), 0) / total;
      return { item, paragraph, text: own, score, words: found, length: words.size };
    })
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.score - a.score || a.length - b.length || a.item.localeCompare(b.item))
    .slice(0, most)
    .map(({ length: _, ...found }) => found);
}

function indexed(row: Row<"item_paragraph">, heading: string, paragraphs: readonly Row<"item_paragraph">[]): readonly Indexed[] {
  if (row.paragraph === null) return [];
  const above: string[] = [heading];
  for (let parent = row.parent; parent !== null; ) {
    const found = paragraphs.find(({ paragraph }) => paragraph === parent);
    above.push(found?.text ?? "");
    parent = found?.parent ?? null;
  }
  return [{ item: row.item, paragraph: row.paragraph, text: row.text, words: new Set(wordsOf([row.text, ...above].join(" "))) }];
}
