import { groupBy } from "../../base/collections.ts";
import type { Link } from "./visible.ts";

/** What a technology needs and what needs it: directly, and in all. */
export interface Reach {
  readonly needs: ReadonlySet<string>;
  readonly neededBy: ReadonlySet<string>;
  readonly upstream: ReadonlySet<string>;
  readonly downstream: ReadonlySet<string>;
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

/** Answers for any technology of one set of links. */
export function reachFinder(links: readonly Link[]): (id: string) => Reach {
  const inputs = neighboursBy(links, "to", "from");
  const users = neighboursBy(links, "from", "to");
  return (id) => ({
    needs: new Set(inputs.get(id)),
    neededBy: new Set(users.get(id)),
    upstream: walk(id, inputs),
    downstream: walk(id, users),
  });
}

const neighboursBy = (links: readonly Link[], by: "from" | "to", take: "from" | "to"): Neighbours =>
  new Map([...groupBy(links, (link) => link[by])].map(([id, own]) => [id, own.map((link) => link[take])]));

function walk(start: string, neighbours: Neighbours): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of neighbours.get(at) ?? []) {
      if (seen.has(next) || next === start) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}
