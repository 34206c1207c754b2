import { keptWith } from "../../base/collections.ts";
import type { Block, BlockRole } from "./blocking.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Finds names sharing distinctive keys. */
export interface Candidates {
  /** At most `most` names, best first, each once: from every set separately, or from all. */
  of(wanted: readonly Block[], most: number, among?: readonly NameSet[]): readonly number[];
}

/** A set of names, 1 at its members. */
export type NameSet = Uint8Array;

/** Keys in more names are used only if rarer ones find too few. */
const commonFrom = 1500;
/** Maximum postings read per query. */
const mostRead = 40_000;
const enough = 30;

/** `postings`: names by key. */
export function createCandidates(vocabulary: Vocabulary, postings: readonly Uint32Array[], masses: Float32Array): Candidates {
  const names = masses.length;
  const all: NameSet = new Uint8Array(names).fill(1);
  const everything = [all];
  const shared = new Float32Array(names);
  const bestPart = new Float32Array(names);
  const isTouched = new Uint8Array(names);
  /** Group (from 1) that a name last gained by: only the best key of a group counts. */
  const lastGroup = new Uint16Array(names);
  const reached = keptWith(
    (set: NameSet): Uint8Array => Uint8Array.from(postings, (list) => (list.some((name) => set[name] === 1) ? 1 : 0)),
  );
  const rarityOf = (id: number): number => rarity(postings[id]?.length ?? 0, names);

  return {
    of(wanted, most, among = everything) {
      const steps = stepsOf(wanted, vocabulary, rarityOf);
      // Sets of few names: no key of most names leads to any of them
      if (among !== everything && among.every((set) => steps.every(({ id }) => reached(set)[id] === 0))) return [];
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

/** A matching key with its gain. */
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

/** Steps within the budget, rarest first; then by group, best first. */
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

/** Minimum share of the best candidate's score. */
const leastShared = 0.25;

/** The `most` best names; ties in list order. */
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

/** A name containing the whole query is likelier than one missing parts. */
const shareOfWanted = 0.7;

/** Rarity of a key in `count` of `all` names, 0 to 1. */
export const rarity = (count: number, all: number): number =>
  all < 2 ? 1 : Math.min(1, Math.max(0, Math.log(all / Math.max(1, count)) / Math.log(all)));

/** Upper bound of a name's score: the best key of each group. */
function totalOf(steps: readonly Step[]): number {
  const best = new Map<number, number>();
  for (const { group, gain, role } of steps) if (role === "word" || role === "part") best.set(group, Math.max(best.get(group) ?? 0, gain));
  return Math.max(
    1e-6,
    [...best.values()].reduce((sum, each) => sum + each, 0),
  );
}
