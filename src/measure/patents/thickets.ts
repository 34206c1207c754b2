import type { HolderLists } from "./blocking-weight.ts";

/** Directed blocking by pairs: `blocker[k]` blocks `blocked[k]` with `count[k]` references. */
export interface BlockingPairs {
  readonly holders: number;
  readonly blocker: Int32Array;
  readonly blocked: Int32Array;
  readonly count: Int32Array;
  /** Without categories every citation counts, a different measure. */
  readonly variant: "X and Y" | "citations without category";
}

export interface Thicket {
  /** Mutually blocking pairs. */
  readonly mutualPairs: number;
  /** Triples of mutually blocking holders. */
  readonly triples: number;
  /** Triples by holder. */
  readonly triplesOf: Int32Array;
  readonly variant: BlockingPairs["variant"];
}

/**
 * Mutually blocking triples (von Graevenitz, Wagner and Harhoff 2011): A blocks B if at least `least` references to A limit applications of
 * B. O(m^1.5) for m mutual pairs (Chiba and Nishizeki 1985).
 */
export function thicket(pairs: BlockingPairs, least = 1): Thicket {
  const neighbours = mutualNeighbours(pairs, least);
  const triplesOf = new Int32Array(pairs.holders);
  let triples = 0;
  for (const triple of mutualTriples(neighbours)) {
    triples++;
    for (const holder of triple) triplesOf[holder]!++;
  }
  const mutualPairs = neighbours.reduce((sum, own) => sum + own.length, 0);
  return { mutualPairs, triples, triplesOf, variant: pairs.variant };
}

/** By holder the mutual neighbours of higher degree; lists are at most sqrt(2 × pairs) long. */
function mutualNeighbours({ holders, blocker, blocked, count }: BlockingPairs, least: number): readonly (readonly number[])[] {
  const key = (a: number, b: number): number => a * holders + b;
  const directed = new Map<number, number>();
  blocker.forEach((a, k) => {
    const pair = key(a, blocked[k]!);
    directed.set(pair, (directed.get(pair) ?? 0) + count[k]!);
  });
  const pairs: [number, number][] = [];
  const degree = new Int32Array(holders);
  for (const [pair, references] of directed) {
    const a = Math.floor(pair / holders);
    const b = pair % holders;
    if (a >= b || references < least || (directed.get(key(b, a)) ?? 0) < least) continue;
    pairs.push([a, b]);
    degree[a]!++;
    degree[b]!++;
  }
  const later: number[][] = Array.from({ length: holders }, () => []);
  for (const [a, b] of pairs) {
    if (degree[a]! < degree[b]! || (degree[a] === degree[b] && a < b)) later[a]!.push(b);
    else later[b]!.push(a);
  }
  return later;
}

function* mutualTriples(later: readonly (readonly number[])[]): Generator<readonly [number, number, number]> {
  const mark = new Int32Array(later.length).fill(-1);
  for (let a = 0; a < later.length; a++) {
    for (const b of later[a]!) mark[b] = a;
    for (const b of later[a]!) for (const c of later[b]!) if (mark[c] === a) yield [a, b, c];
  }
}

/** Citations between documents; `strong[k]`: 1 X or Y, 0 other category, -1 none. */
export interface BlockingCitations {
  readonly citing: Int32Array;
  readonly cited: Int32Array;
  readonly strong: Int8Array;
}

/**
 * Blocking between holders from citations: each holder of the cited document blocks each holder of the citing one. Only X and Y count if any
 * citation has a category, else all (see variant). Unknown holders and self-citations are left out.
 */
export function blockingPairs(holders: number, lists: HolderLists, citations: BlockingCitations): BlockingPairs {
  const { citing, cited, strong } = citations;
  const categorised = strong.some((mark) => mark !== -1);
  const counts = new Map<number, number>();
  for (let k = 0; k < citing.length; k++) {
    if (categorised && strong[k] !== 1) continue;
    const blockers = lists.holder.subarray(lists.start[cited[k]!], lists.start[cited[k]! + 1]);
    const blocked = lists.holder.subarray(lists.start[citing[k]!], lists.start[citing[k]! + 1]);
    if (blockers.some((holder) => blocked.includes(holder))) continue;
    for (const a of blockers) for (const b of blocked) counts.set(a * holders + b, (counts.get(a * holders + b) ?? 0) + 1);
  }
  const keys = [...counts.keys()].sort((a, b) => a - b);
  return {
    holders,
    blocker: Int32Array.from(keys, (key) => Math.floor(key / holders)),
    blocked: Int32Array.from(keys, (key) => key % holders),
    count: Int32Array.from(keys, (key) => counts.get(key)!),
    variant: categorised ? "X and Y" : "citations without category",
  };
}
