import { type OwnershipGraph, type Part, type Stake, tolerance } from "./stakes.ts";
import type { Firm, Upstream } from "./upstream.ts";

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
