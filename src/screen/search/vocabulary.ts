import { folded, skeleton } from "../names/folded.ts";
import { translationsOf } from "../names/translations.ts";
import { meanings } from "../names/word-kinds.ts";

/** Words of a list with lookup by near spelling. */
export interface Vocabulary {
  /** Number of a word; new words get the next. */
  add(word: string, hasNear: boolean): number;
  idOf(word: string): number | undefined;
  /** Near words, nearest first. `likeness`: 1 for the same. */
  near(word: string): readonly { readonly id: number; readonly likeness: number }[];
  readonly size: number;
}

const leastForLoss = 4;
const mostForLoss = 20;
const leastSkeleton = 3;

/** Likeness by kind of shared key. */
const likeness = { meaning: 0.97, folded: 0.95, loss: 0.8, skeleton: 0.7 } as const;
type KeyKind = keyof typeof likeness;

/** Shared keys of near spellings: meaning, folded spelling, one deletion, consonants. */
function keysOf(word: string): readonly (readonly [KeyKind, string])[] {
  const plain = folded(word);
  const bones = skeleton(word);
  const keys: (readonly [KeyKind, string])[] = [
    ["folded", `f${plain}`],
    ...[...meanings(word), ...translationsOf(word)].map((meaning) => ["meaning", `m${meaning}`] as const),
  ];
  if (bones.length >= leastSkeleton) keys.push(["skeleton", `s${bones}`]);
  if (plain.length < leastForLoss || plain.length > mostForLoss) return keys;
  keys.push(["loss", `l${plain}`]);
  for (let at = 0; at < plain.length; at++) {
    if (plain[at] !== plain[at - 1]) keys.push(["loss", `l${plain.slice(0, at)}${plain.slice(at + 1)}`]);
  }
  return keys;
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const byKey = new Map<string, number | number[]>();
  const keep = (key: string, id: number): void => {
    const held = byKey.get(key);
    if (held === undefined) byKey.set(key, id);
    else if (typeof held === "number") byKey.set(key, [held, id]);
    else held.push(id);
  };
  return {
    add(word, hasNear) {
      const known = ids.get(word);
      if (known !== undefined) return known;
      const id = ids.size;
      ids.set(word, id);
      if (hasNear) for (const [, key] of keysOf(word)) keep(key, id);
      return id;
    },
    idOf: (word) => ids.get(word),
    near(word) {
      const found = new Map<number, number>();
      const own = ids.get(word);
      if (own !== undefined) found.set(own, 1);
      for (const [kind, key] of keysOf(word)) {
        const held = byKey.get(key);
        for (const id of typeof held === "number" ? [held] : (held ?? []))
          if ((found.get(id) ?? 0) < likeness[kind]) found.set(id, likeness[kind]);
      }
      return [...found].map(([id, each]) => ({ id, likeness: each })).sort((a, b) => b.likeness - a.likeness);
    },
    get size() {
      return ids.size;
    },
  };
}
