import type { NameParts } from "./name-parse.ts";

export interface NameGroups {
  /** Joins names sharing a key unless their legal forms contradict; `sameForm`: the key includes the form. */
  join(keysOf: (at: number, each: (key: string | null | undefined) => void) => void, sameForm?: boolean): void;
  /** Index of each name's leader. */
  leaders(): readonly number[];
  /** Whether a name without legal form joined the dominant of several forms. */
  mostFrequent(at: number): boolean;
}

/** Share of a dominant form that attracts names without one. */
const dominant = 0.9;

/** Initial groups of one name; `counts`: frequencies. */
export function createNameGroups(names: readonly NameParts[], counts: readonly number[]): NameGroups {
  const parent = Int32Array.from(names, (_, at) => at);
  const weight = Float64Array.from(counts);
  const places = names.map(({ economies }) => economies);
  const lead = Int32Array.from(names, (_, at) => at);
  const frequent = new Uint8Array(names.length);

  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] as number;
    for (let each = at; parent[each] !== top; ) {
      const next = parent[each] as number;
      parent[each] = top;
      each = next;
    }
    return top;
  };
  const before = (a: number, b: number): boolean => {
    const difference = (counts[a] ?? 0) - (counts[b] ?? 0);
    return difference > 0 || (difference === 0 && (names[a]?.text ?? "") < (names[b]?.text ?? ""));
  };
  const unite = (a: number, b: number): void => {
    const [top, under] = [root(a), root(b)];
    if (top === under) return;
    parent[under] = top;
    weight[top] = (weight[top] ?? 0) + (weight[under] ?? 0);
    frequent[top] = (frequent[top] ?? 0) | (frequent[under] ?? 0);
    places[top] = common(places[top] ?? null, places[under] ?? null);
    if (before(lead[under] as number, lead[top] as number)) lead[top] = lead[under] as number;
  };

  const joinRoots = (roots: readonly number[], sameForm: boolean): void => {
    const [first] = roots;
    if (first === undefined || roots.length < 2) return;
    const shared = roots.reduce<Places>((all, each) => common(all, places[each] ?? null), null);
    if (sameForm || !shared || shared.length > 0) {
      for (const each of roots) unite(first, each);
      return;
    }
    joinApart(roots);
  };

  /** Forms of different economies: each joins the most frequent compatible group. */
  const joinApart = (roots: readonly number[]): void => {
    const formed = roots.filter((each) => places[each]).sort((a, b) => (before(lead[a] as number, lead[b] as number) ? -1 : 1));
    const heads: number[] = [];
    const total = formed.reduce((sum, each) => sum + (weight[each] ?? 0), 0);
    for (const each of formed) {
      const head = heads.find((top) => common(places[root(top)] ?? null, places[each] ?? null)?.length);
      if (head === undefined) heads.push(each);
      else unite(head, each);
    }
    const [bare, ...others] = roots.filter((each) => !places[each]);
    if (bare === undefined) return;
    for (const each of others) unite(bare, each);
    const most = heads.find((head) => (weight[root(head)] ?? 0) >= dominant * total);
    if (most === undefined) return;
    unite(most, bare);
    frequent[root(most)] = 1;
  };

  return {
    join(keysOf, sameForm = false) {
      const first = new Map<string, number>();
      const shared = new Map<string, number[]>();
      for (let at = 0; at < names.length; at++) {
        keysOf(at, (key) => {
          if (!key) return;
          const held = first.get(key);
          if (held === undefined) first.set(key, at);
          else if (shared.has(key)) shared.get(key)?.push(at);
          else shared.set(key, [held, at]);
        });
      }
      for (const members of shared.values()) joinRoots([...new Set(members.map(root))], sameForm);
    },
    leaders: () => names.map((_, at) => lead[root(at)] as number),
    mostFrequent: (at) => frequent[root(at)] === 1 && !names[at]?.economies,
  };
}

type Places = readonly string[] | null;

/** Intersection of economies; `null` is any. */
function common(a: Places, b: Places): Places {
  if (!a || !b) return a ?? b;
  return a.filter((economy) => b.includes(economy));
}
