import { type Link, linkOf } from "./link.ts";
import type { NameWord } from "./name-word.ts";

/** Words of two names laid beside one another, and those that stand alone. */
export interface Alignment {
  readonly links: readonly Link[];
  readonly aloneA: readonly NameWord[];
  readonly aloneB: readonly NameWord[];
}

/** A word of one name may be this many words of the other, written apart. */
const mostGlued = 4;

interface Span {
  readonly words: readonly NameWord[];
  readonly from: number;
}

/** Lays the words of two names beside one another, the surest and most telling links first; no word is used twice. */
export function align(a: readonly NameWord[], b: readonly NameWord[]): Alignment {
  const links: Link[] = [];
  const usedA = new Uint8Array(a.length);
  const usedB = new Uint8Array(b.length);
  const take = (link: Link): void => {
    links.push(link);
    usedA.fill(1, link.fromA, link.fromA + link.a.length);
    usedB.fill(1, link.fromB, link.fromB + link.b.length);
  };
  for (const link of equalWords(a, b)) take(link);
  const free = (used: Uint8Array, { from, words }: Span): boolean => !used.subarray(from, from + words.length).includes(1);
  const candidates: Link[] = [];
  const consider = (one: Span, other: Span): void => {
    if (!free(usedA, one) || !free(usedB, other)) return;
    const link = linkOf(one.words, other.words, one.from, other.from);
    if (link) candidates.push(link);
  };
  a.forEach((word, at) => {
    if (usedA[at]) return;
    b.forEach((other, to) => {
      if (!usedB[to]) consider({ words: [word], from: at }, { words: [other], from: to });
    });
  });
  for (const span of spans(b)) a.forEach((word, at) => void (word.kind !== "particle" && consider({ words: [word], from: at }, span)));
  for (const span of spans(a)) b.forEach((word, at) => void (word.kind !== "particle" && consider(span, { words: [word], from: at })));
  candidates.sort((one, other) => other.likeness * other.weight - one.likeness * one.weight);
  for (const link of candidates) {
    if (free(usedA, { words: link.a, from: link.fromA }) && free(usedB, { words: link.b, from: link.fromB })) take(link);
  }
  return { links, aloneA: a.filter((_, at) => !usedA[at]), aloneB: b.filter((_, at) => !usedB[at]) };
}

/** Equal words, each with the first one of the other name that is still free. */
function equalWords(a: readonly NameWord[], b: readonly NameWord[]): readonly Link[] {
  const taken = new Uint8Array(b.length);
  return a.flatMap((word, fromA) => {
    const fromB = b.findIndex(({ text }, at) => !taken[at] && text === word.text);
    if (fromB < 0) return [];
    taken[fromB] = 1;
    return linkOf([word], [b[fromB] as NameWord], fromA, fromB) ?? [];
  });
}

/** Runs of two to four words. */
function spans(words: readonly NameWord[]): readonly Span[] {
  const found: Span[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let length = 2; length <= mostGlued && from + length <= words.length; length++) {
      found.push({ words: words.slice(from, from + length), from });
    }
  }
  return found;
}
