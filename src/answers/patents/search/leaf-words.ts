import type { Leaf, SearchTree, Words } from "../../../corpus/search/search-tree.ts";

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
      return valueWords(leaf.field, leaf.value);
  }
}

/** A field with its one value, as a search takes it. */
export const valueWords = (field: string, value: string): string => `${field}:${/[\s():,;]/.test(value) ? `"${value}"` : value}`;

/** A search as it was read: words side by side must all be there. */
export function treeWords(tree: SearchTree, isPart = false): string {
  if (tree.kind === "not") return `NOT ${treeWords(tree.part, true)}`;
  if (tree.kind !== "and" && tree.kind !== "or") return leafWords(tree);
  const parts = tree.parts.map((part) => treeWords(part, true)).join(tree.kind === "or" ? " OR " : " ");
  return isPart && tree.parts.length > 1 ? `(${parts})` : parts;
}

const inField = (field: Words["field"], words: string): string => (field === "any" ? words : `${field}:${words}`);

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

function wordsOf({ tokens, begins }: Words): string {
  const text = tokens.every((token) => unspaced.test(token)) ? tokens.join("") : tokens.join(" ");
  if (!begins) return `"${text}"`;
  return text.includes(" ") ? `"${text}*"` : text;
}
