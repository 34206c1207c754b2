import type { Block, BlockRole } from "./blocking.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Finds the names that share the most telling pieces with one asked for. */
export interface Candidates {
  /** Numbers of at most `most` names, the likeliest first: of each of the sets, so that none crowds out another; of all if none is said. Each once. */
  of(wanted: readonly Block[], most: number, among?: readonly NameSet[]): readonly number[];
}

/** Some of the names: 1 at the number of each that is of the set. */
export type NameSet = Uint8Array;

/** Pieces in more names than this are looked at only where rarer ones are in too few. */
const commonFrom = 1500;
/** Entries of postings read for one name: bounds the time of any question. */
const mostRead = 40_000;
const enough = 30;

/** `postings`: for each piece the names that have it. */
export function createCandidates(vocabulary: Vocabulary, postings: readonly Uint32Array[], masses: Float32Array): Candidates {
  const names = masses.length;
  const all: NameSet = new Uint8Array(names).fill(1);
  const shared = new Float32Array(names);
  const bestPart = new Float32Array(names);
  const isTouched = new Uint8Array(names);
  /** The group, counted from 1, that a name last gained by: of the pieces of one group only the best counts. */
  const lastGroup = new Uint16Array(names);
  const rarityOf = (id: number): number => rarity(postings[id]?.length ?? 0, names);

  return {
    of(wanted, most, among = [all]) {
      const steps = stepsOf(wanted, vocabulary, rarityOf);
      const total = totalOf(steps);
      const touched: number[] = [];
      for (const { id, gain, role, group } of readable(steps, postings, among)) {
        const adds = role === "word" || role === "part";
        const gained = role === "whole" ? gain : gain / total;
        for (const name of postings[id] as Uint32Array) {
          if (!isTouched[name]) touched.push(name);
          isTouched[name] = 1;
          if (!adds) bestPart[name] = Math.max(bestPart[name]!, gained);
          else if (lastGroup[name] !== group + 1) {
            shared[name] = shared[name]! + gain;
            lastGroup[name] = group + 1;
          }
        }
      }
      const likenessOf = (name: number): number =>
        Math.max(bestPart[name]!, shared[name]! / (shareOfWanted * total + (1 - shareOfWanted) * masses[name]!));
      const best = among.flatMap((set) =>
        likeliest(
          touched.filter((name) => set[name]),
          most,
          likenessOf,
        ),
      );
      for (const name of touched) {
        isTouched[name] = 0;
        shared[name] = 0;
        bestPart[name] = 0;
        lastGroup[name] = 0;
      }
      return [...new Set(best)];
    },
  };
}

/** A piece of the list that is one asked for, or near it, and what a name that has it gains. */
interface Step {
  readonly id: number;
  readonly group: number;
  readonly gain: number;
  readonly role: BlockRole;
}

function stepsOf(wanted: readonly Block[], vocabulary: Vocabulary, rarityOf: (id: number) => number): readonly Step[] {
  const groups = new Map<string, number>();
  return wanted.flatMap(({ text, weight, role, readingOf }, at) => {
    const own = vocabulary.idOf(text);
    const near = role === "word" ? vocabulary.near(text) : own === undefined ? [] : [{ id: own, likeness: 1 }];
    const group = readingOf === undefined ? at : (groups.get(readingOf) ?? at);
    if (readingOf !== undefined) groups.set(readingOf, group);
    return near.map(({ id, likeness }) => ({ id, group, role, gain: likeness * weight * rarityOf(id) }));
  });
}

/** The steps that there is time for, the rarest pieces chosen first; then group by group, the best of each first. */
function readable(steps: readonly Step[], postings: readonly Uint32Array[], among: readonly NameSet[]): readonly Step[] {
  const listOf = ({ id }: Step): Uint32Array => postings[id] as Uint32Array;
  const found = among.map(() => 0);
  let read = 0;
  return [...steps]
    .sort((a, b) => listOf(a).length - listOf(b).length || b.gain - a.gain)
    .filter((step) => {
      const list = listOf(step);
      if (read + list.length > mostRead || (list.length > commonFrom && found.every((count) => count >= enough))) return false;
      read += list.length;
      among.forEach((set, at) => {
        if (found[at]! < enough) for (const name of list) found[at] = found[at]! + set[name]!;
      });
      return true;
    })
    .sort((a, b) => a.group - b.group || b.gain - a.gain);
}

/** A candidate that shares less than this part of what the likeliest one shares is none. */
const leastShared = 0.25;

/** The `most` names of highest likeness, the highest first; of equal ones the first listed. */
function likeliest(names: readonly number[], most: number, likenessOf: (name: number) => number): readonly number[] {
  const kept: number[] = [];
  const values: number[] = [];
  for (const name of names) {
    const value = likenessOf(name);
    if (kept.length === most && value <= values[most - 1]!) continue;
    let at = Math.min(kept.length, most - 1);
    while (at > 0 && (values[at - 1]! < value || (values[at - 1] === value && kept[at - 1]! > name))) {
      values[at] = values[at - 1]!;
      kept[at] = kept[at - 1]!;
      at--;
    }
    values[at] = value;
    kept[at] = name;
  }
  return kept.filter((_, at) => values[at]! >= leastShared * values[0]!);
}

/** A name that has all that was asked for, and more, is likelier than one that lacks some of it. */
const shareOfWanted = 0.7;

/** How rare a piece is that `count` of `all` names have, 0 to 1. */
export const rarity = (count: number, all: number): number =>
  all < 2 ? 1 : Math.min(1, Math.max(0, Math.log(all / Math.max(1, count)) / Math.log(all)));

/** What a name could share at most: of each word or part asked for only the best that is near it. */
function totalOf(steps: readonly Step[]): number {
  const best = new Map<number, number>();
  for (const { group, gain, role } of steps) if (role === "word" || role === "part") best.set(group, Math.max(best.get(group) ?? 0, gain));
  return Math.max(
    1e-6,
    [...best.values()].reduce((sum, each) => sum + each, 0),
  );
}
