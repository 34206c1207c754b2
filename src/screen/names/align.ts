import { type Link, linkOf } from "./link.ts";
import type { NameWord } from "./name-word.ts";

/** Aligned words of two names, and unmatched ones. */
export interface Alignment {
  readonly links: readonly Link[];
  readonly aloneA: readonly NameWord[];
  readonly aloneB: readonly NameWord[];
}

/** Most words that one word may correspond to when written apart. */
const mostGlued = 4;

interface Span {
  readonly words: readonly NameWord[];
  readonly from: number;
  readonly letters: number;
}

/** Aligns the words of two names, surest and most distinctive links first; each word is used once. */
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
  if (usedA.includes(0) && usedB.includes(0)) {
    const candidates = candidateLinks(a, b, usedA, usedB);
    candidates.sort((one, other) => other.likeness * other.weight - one.likeness * one.weight);
    for (const link of candidates) if (isFree(usedA, link.fromA, link.a.length) && isFree(usedB, link.fromB, link.b.length)) take(link);
  }
  return { links, aloneA: a.filter((_, at) => !usedA[at]), aloneB: b.filter((_, at) => !usedB[at]) };
}

function isFree(used: Uint8Array, from: number, length: number): boolean {
  for (let at = from; at < from + length; at++) if (used[at]) return false;
  return true;
}

/** Links of unused words: one to one, and one to several neighbours. */
function candidateLinks(a: readonly NameWord[], b: readonly NameWord[], usedA: Uint8Array, usedB: Uint8Array): Link[] {
  const singlesA = spans(a, usedA, 1, 1);
  const singlesB = spans(b, usedB, 1, 1);
  const found: Link[] = [];
  const consider = (one: Span, other: Span): void => {
    const link = linkOf(one.words, other.words, one.from, other.from);
    if (link) found.push(link);
  };
  for (const one of singlesA) for (const other of singlesB) consider(one, other);
  for (const other of spans(b, usedB, 2, mostGlued)) for (const one of singlesA) if (mayBeGlued(one, other)) consider(one, other);
  for (const one of spans(a, usedA, 2, mostGlued)) for (const other of singlesB) if (mayBeGlued(other, one)) consider(one, other);
  return found;
}

/** Joined words have about the same number of letters; initials one letter per word. */
const mayBeGlued = (whole: Span, parts: Span): boolean =>
  whole.words[0]?.kind === "particle"
    ? whole.letters === parts.words.length && whole.letters >= leastParticle
    : whole.words[0]!.translations.length > 0 || Math.abs(whole.letters - parts.letters) <= 2 || whole.letters === parts.words.length;

/** Initials of so many words may be a word that says little: NPO. */
const leastParticle = 3;

function equalWords(a: readonly NameWord[], b: readonly NameWord[]): readonly Link[] {
  const taken = new Uint8Array(b.length);
  const found: Link[] = [];
  a.forEach((word, fromA) => {
    const fromB = b.findIndex(({ text }, at) => !taken[at] && text === word.text);
    if (fromB < 0) return;
    taken[fromB] = 1;
    const link = linkOf([word], [b[fromB] as NameWord], fromA, fromB);
    if (link) found.push(link);
  });
  return found;
}

function spans(words: readonly NameWord[], used: Uint8Array, least: number, most: number): readonly Span[] {
  const found: Span[] = [];
  for (let from = 0; from < words.length; from++) {
    let letters = 0;
    for (let length = 1; length <= most && from + length <= words.length && !used[from + length - 1]; length++) {
      letters += (words[from + length - 1] as NameWord).text.length;
      if (length >= least) found.push({ words: words.slice(from, from + length), from, letters });
    }
  }
  return found;
}
