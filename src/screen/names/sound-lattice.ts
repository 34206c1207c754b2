import type { NameWord } from "./name-word.ts";
import { mostLetters, type SoundedLetters, soundedLetters } from "./sounded-letters.ts";
import { exchangesOf, soundLoss, soundOf } from "./spelling.ts";

/** A character or term with its possible readings and translations. */
export interface SoundUnit {
  readonly text: string;
  /** The written word it belongs to. */
  readonly word: NameWord;
  /** Translations (the first `translated`), then readings. */
  readonly alternatives: readonly string[];
  readonly translated: number;
  /** In Latin letters, with one spelling. */
  readonly isLatin: boolean;
}

/** Match of a unit with the letters of another name, and its cost. */
export interface SoundMatch {
  readonly unit: SoundUnit;
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  /** The matched alternative; `null` if unmatched. */
  readonly alternative: string | null;
  readonly isTranslation: boolean;
}

const mostUnits = 40;
/** Cost of skipping a word, as a share of its sound. */
const lackPart = 0.6;

/** A search step: best cost by number of letters used. */
interface Row {
  readonly cost: Float64Array;
  /** Letters used before this unit, and the alternative (-1: none). */
  readonly from: Int16Array;
  readonly chosen: Int8Array;
  /** Start of a skipped word, or the position itself. */
  readonly skipped: Int16Array;
}

/**
 * Matches units with the letters of another name in order at the least cost: each unit by one alternative or none; words may be skipped.
 */
export function matchSounds(units: readonly SoundUnit[], words: readonly NameWord[]): readonly SoundMatch[] {
  const text = soundedLetters(words);
  const used = units.slice(0, mostUnits);
  passOver(startRow(rows[0] as Row, text.length), words, text.ends);
  used.forEach((unit, at) => {
    passOver(hearUnit(unit, rows[at] as Row, rows[at + 1] as Row, text), words, text.ends);
  });
  return trace(used, text.length);
}

const width = mostLetters + 1;

/** The steps of one search, used again by the next: a search allocates nothing. */
const rows: readonly Row[] = Array.from({ length: mostUnits + 1 }, () => ({
  cost: new Float64Array(width),
  from: new Int16Array(width),
  chosen: new Int8Array(width),
  skipped: new Int16Array(width),
}));

function startRow(row: Row, length: number): Row {
  for (let at = 0; at <= length; at++) {
    row.cost[at] = at === 0 ? 0 : Number.POSITIVE_INFINITY;
    row.skipped[at] = at;
  }
  return row;
}

/** Lets whole words be skipped. */
function passOver(row: Row, words: readonly NameWord[], ends: readonly number[]): Row {
  ends.forEach((end, at) => {
    const start = at > 0 ? (ends[at - 1] as number) : 0;
    const { sound, weight } = words[at] as NameWord;
    const cost = row.cost[start]! + sound * lackPart * Math.max(weight, 0.2);
    if (cost < row.cost[end]!) {
      row.cost[end] = cost;
      row.skipped[end] = row.skipped[start]!;
    }
  });
  return row;
}

/** Penalty for matching across a word boundary. */
const crossCost = 0.4;

function hearUnit(unit: SoundUnit, before: Row, row: Row, text: SoundedLetters): Row {
  const lack = lackOf(unit);
  for (let at = 0; at <= text.length; at++) {
    row.cost[at] = before.cost[at]! + lack;
    row.from[at] = at;
    row.chosen[at] = -1;
    row.skipped[at] = at;
  }
  const crossing = /^\p{Script=Han}$/u.test(unit.text) ? crossCost : 0;
  unit.alternatives.forEach((alternative, index) => {
    hearAlternative(alternative, before, text);
    keepBetter(row, index, text, index < unit.translated ? 0 : crossing);
  });
  return row;
}

export const lackOf = ({ alternatives, word, translated }: SoundUnit): number =>
  soundOf(alternatives[translated] ?? alternatives[0] ?? "") * lackPart * Math.max(word.weight, 0.2);

const costs = [new Float64Array(width), new Float64Array(width)] as const;
const starts = [new Int16Array(width), new Int16Array(width)] as const;

/** Extends every position of `before` by one alternative; results are in the first of `costs` and `starts`. */
function hearAlternative(alternative: string, before: Row, { length, letters, deletionCosts }: SoundedLetters): void {
  let last = costs[0];
  let next = costs[1];
  let lastFrom = starts[0];
  let nextFrom = starts[1];
  for (let j = 0; j <= length; j++) {
    last[j] = before.cost[j]!;
    lastFrom[j] = j;
  }
  for (let i = 0; i < alternative.length; i++) {
    const code = alternative.charCodeAt(i);
    const loss = soundLoss(code, i > 0 ? alternative.charCodeAt(i - 1) : 0);
    const exchanges = exchangesOf(code);
    next[0] = last[0]! + loss;
    nextFrom[0] = lastFrom[0]!;
    for (let j = 1; j <= length; j++) {
      let least = last[j]! + loss;
      let from = lastFrom[j]!;
      const heard = last[j - 1]! + exchanges[letters[j - 1]!]!;
      if (heard < least) {
        least = heard;
        from = lastFrom[j - 1]!;
      }
      const gained = next[j - 1]! + deletionCosts[j - 1]!;
      if (gained < least) {
        least = gained;
        from = nextFrom[j - 1]!;
      }
      next[j] = least;
      nextFrom[j] = from;
    }
    [last, next] = [next, last];
    [lastFrom, nextFrom] = [nextFrom, lastFrom];
  }
  if (last === costs[0]) return;
  costs[0].set(costs[1]);
  starts[0].set(starts[1]);
}

/** Merges the better results of the last alternative. */
function keepBetter(row: Row, index: number, { length, closed }: SoundedLetters, crossing: number): void {
  for (let j = 0; j <= length; j++) {
    const from = starts[0][j]!;
    const crossed = crossing > 0 && j > from ? crossing * (closed[j - 1]! - closed[from]!) : 0;
    const cost = costs[0][j]! + crossed;
    if (cost >= row.cost[j]!) continue;
    row.cost[j] = cost;
    row.from[j] = from;
    row.chosen[j] = index;
  }
}

function trace(units: readonly SoundUnit[], length: number): readonly SoundMatch[] {
  const found: SoundMatch[] = [];
  let at = length;
  for (let step = units.length; step > 0; step--) {
    const [row, before] = [rows[step] as Row, rows[step - 1] as Row];
    const unit = units[step - 1] as SoundUnit;
    at = row.skipped[at]!;
    const [from, chosen] = [row.from[at]!, row.chosen[at]!];
    const cost = row.cost[at]! - before.cost[from]!;
    const isTranslation = chosen >= 0 && chosen < unit.translated;
    found.push({ unit, from, to: at, cost, alternative: chosen < 0 ? null : (unit.alternatives[chosen] ?? null), isTranslation });
    at = from;
  }
  return found.reverse();
}
