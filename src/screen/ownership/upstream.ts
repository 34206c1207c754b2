import { type OwnershipGraph, type Stake, totals } from "./stakes.ts";

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
