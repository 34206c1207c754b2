import type { MapView } from "../../../src/answers/card/map-view.ts";
import type { PageState } from "../state/url-state.ts";
import { matching } from "./filter.ts";
import { type Folding, fold } from "./fold.ts";

type Node = MapView["nodes"][number];

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly relation: "requires" | "variety";
}

/** What of the map is drawn under the reader's choices. */
export interface VisibleMap {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
  readonly folding: Folding;
  /** Shown technologies that fit the filters, or hold a folded one that does. */
  readonly fitting: ReadonlySet<string>;
  /** All technologies that fit, folded or not. */
  readonly matches: ReadonlySet<string>;
}

/** Words that match a folded technology unfold it; the chosen technology is always shown. */
export function visibleMap(map: MapView, state: PageState): VisibleMap {
  const matches = matching(map, state);
  const forced = new Set(state.q.trim() === "" ? [] : matches);
  if (state.technology !== null) forced.add(state.technology);
  const folding = fold(map.nodes, state.unfold, forced);
  const nodes = map.nodes.filter((node) => folding.standsIn.get(node.id) === node.id);
  const fitting = new Set([...matches].map((id) => folding.standsIn.get(id) ?? id));
  return { nodes, links: lift(map.edges, folding), folding, fitting, matches };
}

/** Edges between what is shown, each once; process order is no need and is left to the panel. */
function lift(edges: MapView["edges"], folding: Folding): readonly Link[] {
  const links = new Map<string, Link>();
  for (const edge of edges) {
    const [from, to] = [folding.standsIn.get(edge.from), folding.standsIn.get(edge.to)];
    if (edge.relation === "process-order" || from === undefined || to === undefined || from === to) continue;
    const key = `${from} ${to}`;
    if (links.get(key)?.relation !== "requires") links.set(key, { from, to, relation: edge.relation });
  }
  return [...links.values()];
}
