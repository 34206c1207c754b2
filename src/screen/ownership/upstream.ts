import { type OwnershipGraph, type Part, type Stake, tolerance, totals } from "./stakes.ts";

/** A firm with its stated owners. */
export interface Firm {
  readonly id: string;
  readonly stakes: readonly Stake[];
  /** Part held by owners that no row names; all of it where no row names any. */
  readonly rest: number;
  /** By how much the stated shares exceed all of the firm. */
  readonly excess: number;
  /** Whether its owners lead only to one another: then nobody owns it in the end, and rows must be missing. */
  readonly closed: boolean;
}

/** Firms above one, itself first, then nearer ones before farther ones; owners that are listed or cannot be owned end a chain. */
export interface Upstream {
  readonly firms: ReadonlyMap<string, Firm>;
  /** Whether firms beyond the limit were left out: their owners count as unknown. */
  readonly cut: boolean;
}

/** Firms that are followed upwards at most. */
const mostFirms = 500;

export function upstreamOf(graph: OwnershipGraph, target: string, most = mostFirms): Upstream {
  const found = new Map<string, Omit<Firm, "closed">>();
  const queue = [target];
  let cut = false;
  for (let at = 0; at < queue.length; at += 1) {
    const id = queue[at] as string;
    const stakes = at < most ? graph.owners(id) : [];
    cut ||= at >= most;
    const { rest, excess } = totals(stakes);
    found.set(id, { id, stakes, rest, excess });
    for (const { owner } of stakes) {
      if (found.has(owner) || queue.includes(owner) || !isFollowed(graph, owner)) continue;
      queue.push(owner);
    }
  }
  const open = reachingOut(found);
  return { firms: new Map([...found].map(([id, firm]) => [id, { ...firm, closed: !open.has(id) }])), cut };
}

const isFollowed = (graph: OwnershipGraph, party: string): boolean => {
  const standing = graph.standing(party);
  return standing === "firm" || standing === "may be listed";
};

/** Firms from which some owner that ends a chain, or a rest that no row names, is reached. */
function reachingOut(firms: ReadonlyMap<string, Omit<Firm, "closed">>): ReadonlySet<string> {
  const open = new Set<string>();
  const isOpen = ({ stakes, rest }: Omit<Firm, "closed">): boolean =>
    rest > 0 || stakes.some(({ owner, high }) => high > 0 && (!firms.has(owner) || open.has(owner)));
  for (let grew = true; grew; ) {
    grew = false;
    for (const [id, firm] of firms) {
      if (open.has(id) || !isOpen(firm)) continue;
      open.add(id);
      grew = true;
    }
  }
  return open;
}

/** A half of a firm binds it as its owners are bound. */
export const half = 0.5;

/** Of each firm, the part that counts as owned by listed parties, and whether it does so for certain or possibly. */
export interface ControlChain {
  readonly parts: ReadonlyMap<string, Part>;
  /** Whether a party is listed, or owned to a half or more by those who are, whatever the unknown shares and owners are. */
  readonly certain: ReadonlySet<string>;
  /** The same for some value of them. */
  readonly possible: ReadonlySet<string>;
}

/**
 * Ownership through chains as the 50 percent rules count it: the shares of listed parties are added up with those of firms that are themselves
 * owned to a half or more by listed parties in sum; a firm owned to less than a half passes nothing on. Firms that own one another do not
 * bind themselves: the smallest set that fits counts. Exact over all shares within their bounds: the least is what stated shares give where
 * all others are not listed, the most what they give where all others are.
 */
export function controlChain(graph: OwnershipGraph, { firms }: Upstream): ControlChain {
  const listed = (party: string): boolean => graph.standing(party) === "listed";
  const certain = leastSet(firms, listed, (firm, counts) => leastPart(firm, counts));
  const possible = leastSet(
    firms,
    (party) => listed(party) || graph.standing(party) === "may be listed" || firms.get(party)?.closed === true,
    (firm, counts) => mostPart(firm, counts),
  );
  const parts = [...firms].map(([id, firm]): [string, Part] => [
    id,
    { low: leastPart(firm, (party) => certain.has(party)), high: firm.closed ? 1 : mostPart(firm, (party) => possible.has(party)) },
  ]);
  return { parts: new Map(parts), certain, possible };
}

type Counts = (party: string) => boolean;

/** Where stated shares exceed the whole, the excess may be wrong anywhere. */
const leastPart = ({ stakes, excess }: Firm, counts: Counts): number => Math.max(0, sumOf(stakes, counts) - excess);

const mostPart = ({ stakes, rest, excess }: Firm, counts: Counts): number =>
  excess > 0 ? Math.min(1, sumOf(stakes, counts)) : rest + sumOf(stakes, counts);

const sumOf = (stakes: readonly Stake[], counts: Counts): number =>
  stakes.reduce((sum, { owner, low }) => sum + (counts(owner) ? low : 0), 0);

/** The smallest set that holds all that `first` does and every firm of which it holds a half. */
function leastSet(firms: ReadonlyMap<string, Firm>, first: Counts, part: (firm: Firm, counts: Counts) => number): ReadonlySet<string> {
  const owners = [...firms.values()].flatMap(({ id, stakes }) => [id, ...stakes.map(({ owner }) => owner)]);
  const set = new Set(owners.filter(first));
  for (let grew = true; grew; ) {
    grew = false;
    for (const [id, firm] of firms) {
      if (set.has(id) || part(firm, (party) => set.has(party)) < half - tolerance) continue;
      set.add(id);
      grew = true;
    }
  }
  return set;
}
