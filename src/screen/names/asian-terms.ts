import { once, readLinkTable } from "../../link/link-table.ts";
import { plainKana, simplifiedHan } from "../../link/name-script.ts";
import { knownParties } from "../../link/organisations.ts";
import type { WordKind } from "./translations.ts";

/** A trade word or place in Han, kana or Hangul with its English meaning and Japanese reading. */
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
  for (const [brand, english] of brands(table))
    if (!table.has(brand)) table.set(brand, { text: brand, english, readings: [], kind: "word" });
  return table;
});

/** Fewer characters stand in many names. */
const leastBrand = 3;

/** Short names in Han of known parties with their short Latin names: 摩尔线程, Moore Threads. */
function brands(known: ReadonlyMap<string, AsianTerm>): ReadonlyMap<string, readonly string[]> {
  const latin = new Map<string, string[]>();
  const short = knownParties().names.filter(({ kind }) => kind === "short");
  for (const { organisation, name } of short) {
    const letters = name.toLowerCase().replace(/[^a-z0-9]/g, "");
    if (/^[\p{Script=Latin}\d\s.&()'-]+$/u.test(name)) latin.set(organisation, [...(latin.get(organisation) ?? []), letters]);
  }
  const found = new Map<string, readonly string[]>();
  for (const { organisation, name } of short) {
    const english = latin.get(organisation);
    if (!english || !/^\p{Script=Han}+$/u.test(name)) continue;
    const text = comparable(name);
    const cut = withoutTrade(text, english, known);
    if (cut) found.set(cut.text, cut.english);
    else if (text.length >= leastBrand) found.set(text, english);
  }
  return found;
}

/** 壁仞科技, Biren Technology: the trade that ends both names is no part of the brand. `null` where none does. */
function withoutTrade(
  text: string,
  english: readonly string[],
  known: ReadonlyMap<string, AsianTerm>,
): { readonly text: string; readonly english: readonly string[] } | null {
  for (let length = Math.min(4, text.length - 2); length > 1; length--) {
    const trades = known.get(text.slice(-length))?.english ?? [];
    const rest = english.flatMap((name) =>
      trades.filter((trade) => name.length > trade.length && name.endsWith(trade)).map((trade) => name.slice(0, -trade.length)),
    );
    if (rest.length > 0) return { text: text.slice(0, -length), english: [...new Set(rest)] };
  }
  return null;
}

const longestTerm = once((): number => Math.max(...[...terms().keys()].map((text) => text.length)));

const katakana = (text: string): string => text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

/** Normalised characters: simplified Han, large katakana. */
export const comparable = (text: string): string => plainKana(katakana(simplifiedHan(text)));

/** Whether simplified Han text is the name of a place. */
export const isPlaceTerm = (text: string): boolean => ["place", "branch"].includes(terms().get(text)?.kind ?? "");

/** A known term, or text between terms, with offsets. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly term: AsianTerm | null;
}

/** Segmentation costs: an unexplained character, the start of such a run, and a term. */
const unknownCost = 1;
const runCost = 0.5;
const termCost = 0.3;

interface Cut {
  readonly cost: number;
  readonly from: number;
  readonly term: AsianTerm | null;
}

/** Cheapest segmentation of a normalised run into known terms and the rest. */
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

/** A single character is a term only at the end of a name. */
const standsAlone = (text: string, from: number, to: number): boolean => to - from > 1 || (from > 0 && to === text.length);

/** Shortest Japanese reading that identifies a kana term. */
const leastReading = 5;

const readings = once((): ReadonlyMap<string, AsianTerm> => {
  const table = new Map<string, AsianTerm>();
  for (const term of terms().values())
    for (const reading of term.readings) if (reading.length >= leastReading && !table.has(reading)) table.set(reading, term);
  return table;
});

/** Segments a romanised kana run at known terms (`sumitomo`, `denki`, `kogyo`). */
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
