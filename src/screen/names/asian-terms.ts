import { once, readLinkTable } from "../../link/link-table.ts";
import { plainKana, simplifiedHan } from "../../link/name-script.ts";
import type { WordKind } from "./word-kinds.ts";

/** A word of trades or a place in Han characters, kana or Hangul: what it is in English and how it is read in Japanese, in plain letters. */
export interface AsianTerm {
  readonly text: string;
  readonly english: readonly string[];
  readonly readings: readonly string[];
  readonly kind: WordKind;
}

const terms = once((): ReadonlyMap<string, AsianTerm> => {
  const table = new Map<string, AsianTerm>();
  for (const { term = "", english = "", reading = "", kind = "" } of readLinkTable("name-terms")) {
    const text = comparable(term);
    const known = table.get(text);
    table.set(text, {
      text,
      english: [...(known?.english ?? []), ...english.split(" ")],
      readings: [...(known?.readings ?? []), ...reading.split(" ").filter((each) => each !== "")],
      kind: kind as WordKind,
    });
  }
  return table;
});

const longestTerm = once((): number => Math.max(...[...terms().keys()].map((text) => text.length)));

/** Hiragana as katakana: names are written in either. */
const katakana = (text: string): string => text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

/** A name in the one form in which its characters are compared: simplified Han characters, large katakana. */
export const comparable = (text: string): string => plainKana(katakana(simplifiedHan(text)));

/** A piece of a name: a known term, or what stands between terms. Places are offsets in the text. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly term: AsianTerm | null;
}

/** What it costs to leave a character unexplained, to begin a run of such characters, and to use a term: the cheapest cut is the likeliest. */
const unknownCost = 1;
const runCost = 0.5;
const termCost = 0.3;

interface Cut {
  readonly cost: number;
  readonly from: number;
  readonly term: AsianTerm | null;
}

/** Cuts a run of characters (in comparable form) into known terms and what is between them, with as little left over as can be. */
export function pieces(text: string): readonly Piece[] {
  const cuts: Cut[] = [{ cost: 0, from: 0, term: null }];
  for (let to = 1; to <= text.length; to++) {
    const before = cuts[to - 1] as Cut;
    const isRun = to > 1 && before.term === null;
    let best: Cut = { cost: before.cost + unknownCost + (isRun ? 0 : runCost), from: isRun ? before.from : to - 1, term: null };
    for (let length = Math.min(longestTerm(), to); length > 0; length--) {
      const term = terms().get(text.slice(to - length, to));
      if (!term || !standsAlone(text, to - length, to)) continue;
      const cost = (cuts[to - length] as Cut).cost + termCost;
      if (cost < best.cost) best = { cost, from: to - length, term };
    }
    cuts.push(best);
  }
  const found: Piece[] = [];
  for (let to = text.length; to > 0; to = (cuts[to] as Cut).from)
    found.push({ from: (cuts[to] as Cut).from, to, term: (cuts[to] as Cut).term });
  return found.reverse();
}

/** A single character is a term only at the end of a name; elsewhere it is part of a word. */
const standsAlone = (text: string, from: number, to: number): boolean => to - from > 1 || (from > 0 && to === text.length);

/** A term in kana is known by its Japanese reading; shorter readings are parts of too many names. */
const leastReading = 5;

const readings = once((): ReadonlyMap<string, AsianTerm> => {
  const table = new Map<string, AsianTerm>();
  for (const term of terms().values())
    for (const reading of term.readings) if (reading.length >= leastReading && !table.has(reading)) table.set(reading, term);
  return table;
});

/** Cuts a romanised run of kana where known terms are read (`sumitomo`, `denki`, `kogyo`). */
export function spokenPieces(letters: string): readonly Piece[] {
  const found: Piece[] = [];
  let open = 0;
  for (let at = 0; at < letters.length; ) {
    const length = readingLength(letters, at);
    if (length === 0) {
      at++;
      continue;
    }
    if (at > open) found.push({ from: open, to: at, term: null });
    at += length;
    found.push({ from: at - length, to: at, term: readings().get(letters.slice(at - length, at)) ?? null });
    open = at;
  }
  if (open < letters.length) found.push({ from: open, to: letters.length, term: null });
  return found;
}

const longestReading = once((): number => Math.max(...[...readings().keys()].map((reading) => reading.length)));

function readingLength(letters: string, at: number): number {
  for (let length = Math.min(longestReading(), letters.length - at); length >= leastReading; length--) {
    if (readings().has(letters.slice(at, at + length))) return length;
  }
  return 0;
}
