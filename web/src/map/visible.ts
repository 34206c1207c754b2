import type { MapView } from "../../../src/answers/card/map-view.ts";
import type { Go, PageState } from "../state/page-state.ts";
import { type Folding, fold, type Node } from "./fold.ts";
import { labelOf } from "./label.ts";

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

/** What the parts of the map page are drawn from. */
export interface VisibleProps {
  readonly map: MapView;
  readonly visible: VisibleMap;
  readonly state: PageState;
  readonly go: Go;
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

type Choice = Pick<PageState, "stage" | "kind" | "economy" | "organisation" | "q">;

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Ids of the technologies that fit every filter. Words are looked for in names, ids and the names of organisations in any script. */
export function matching(map: MapView, choice: Choice): ReadonlySet<string> {
  const words = plain(choice.q).split(/\s+/).filter(Boolean);
  const names = new Map(map.organisations.map((entry) => [entry.id, plain([entry.id, entry.name, ...entry.names].join("\n"))]));
  const fits = map.nodes.filter((node) => {
    if (choice.stage !== null && node.stage !== choice.stage) return false;
    if (choice.kind !== null && node.kind !== choice.kind) return false;
    if (choice.economy !== null && !node.economies.some((entry) => entry.economy === choice.economy)) return false;
    if (choice.organisation !== null && !node.organisations.includes(choice.organisation)) return false;
    if (words.length === 0) return true;
    const text = [plain(node.name), plain(labelOf(node)), node.id, ...node.organisations.map((id) => names.get(id) ?? plain(id))].join(
      "\n",
    );
    return words.every((word) => text.includes(word));
  });
  return new Set(fits.map((node) => node.id));
}

export const isFiltered = (choice: Choice): boolean =>
  choice.q.trim() !== "" || choice.stage !== null || choice.kind !== null || choice.economy !== null || choice.organisation !== null;
