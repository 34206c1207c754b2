import type { Leaf, Words } from "../../../corpus/search/search-tree.ts";

/** A word, phrase or value as it was read. */
export function leafWords(leaf: Leaf): string {
  switch (leaf.kind) {
    case "words":
      return inField(leaf.field, wordsOf(leaf));
    case "near":
      return inField(leaf.field, `(${wordsOf(leaf.first)} NEAR/${leaf.most} ${wordsOf(leaf.second)})`);
    case "days":
      return `${leaf.field}:${leaf.from === leaf.to ? leaf.from : `${leaf.from ?? ""}..${leaf.to ?? ""}`}`;
    case "value":
      return `${leaf.field}:${/[\s()]/.test(leaf.value) ? `"${leaf.value}"` : leaf.value}`;
  }
}

const inField = (field: Words["field"], words: string): string => (field === "any" ? words : `${field}:${words}`);

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

function wordsOf({ tokens, begins }: Words): string {
  const text = tokens.every((token) => unspaced.test(token)) ? tokens.join("") : tokens.join(" ");
  if (!begins) return `"${text}"`;
  return text.includes(" ") ? `"${text}*"` : text;
}
