import { folded, skeleton } from "../names/folded.ts";
import { meanings, translationsOf } from "../names/translations.ts";

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

/** Tells each shared key of near spellings: meaning, folded spelling, one deletion, consonants. */
function eachKey(word: string, tell: (kind: KeyKind, key: string) => void): void {
  const plain = folded(word);
  const bones = skeleton(word);
  tell("folded", plain);
  for (const meaning of meanings(word)) tell("meaning", meaning);
  for (const meaning of translationsOf(word)) tell("meaning", meaning);
  if (bones.length >= leastSkeleton) tell("skeleton", bones);
  if (plain.length < leastForLoss || plain.length > mostForLoss) return;
  tell("loss", plain);
  for (let at = 0; at < plain.length; at++) if (plain[at] !== plain[at - 1]) tell("loss", plain.slice(0, at) + plain.slice(at + 1));
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const byKey: Readonly<Record<KeyKind, Map<string, number | number[]>>> = {
    meaning: new Map(),
    folded: new Map(),
    loss: new Map(),
    skeleton: new Map(),
  };
  const keep = (kind: KeyKind, key: string, id: number): void => {
    const ofKind = byKey[kind];
    const held = ofKind.get(key);
    if (held === undefined) ofKind.set(key, id);
    else if (typeof held === "number") ofKind.set(key, [held, id]);
    else held.push(id);
  };
  return {
    add(word, hasNear) {
      const known = ids.get(word);
      if (known !== undefined) return known;
      const id = ids.size;
      ids.set(word, id);
      if (hasNear) eachKey(word, (kind, key) => keep(kind, key, id));
      return id;
    },
    idOf: (word) => ids.get(word),
    near(word) {
      const found = new Map<number, number>();
      const own = ids.get(word);
      if (own !== undefined) found.set(own, 1);
      const take = (id: number, each: number): void => {
        if ((found.get(id) ?? 0) < each) found.set(id, each);
      };
      eachKey(word, (kind, key) => {
        const held = byKey[kind].get(key);
        if (typeof held === "number") take(held, likeness[kind]);
        else if (held !== undefined) for (const id of held) take(id, likeness[kind]);
      });
      return [...found].map(([id, each]) => ({ id, likeness: each })).sort((a, b) => b.likeness - a.likeness);
    },
    get size() {
      return ids.size;
    },
  };
}
