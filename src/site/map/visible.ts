import { type Language, languages } from "../../words/language.ts";
import { plainText } from "../../words/said.ts";
import { wordsIn } from "../../words/words-in.ts";
import type { MapChoice } from "./choice.ts";
import { type Folding, fold, type Node } from "./fold.ts";
import type { MovedMap } from "./moves.ts";

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
export function visibleMap(map: MovedMap, choice: MapChoice): VisibleMap {
  const matches = matching(map, choice);
  const forced = new Set(choice.q.trim() === "" ? [] : matches);
  if (choice.technology !== null) forced.add(choice.technology);
  const folding = fold(map.nodes, choice.unfold, forced);
  const nodes = map.nodes.filter((node) => folding.standsIn.get(node.id) === node.id);
  const fitting = new Set([...matches].map((id) => folding.standsIn.get(id) ?? id));
  return { nodes, links: lift(map.edges, folding), folding, fitting, matches };
}

/** Edges between what is shown, each once; process order is no need. */
function lift(edges: MovedMap["edges"], folding: Folding): readonly Link[] {
  const links = new Map<string, Link>();
  for (const edge of edges) {
    const [from, to] = [folding.standsIn.get(edge.from), folding.standsIn.get(edge.to)];
    if (edge.relation === "process-order" || from === undefined || to === undefined || from === to) continue;
    const key = `${from} ${to}`;
    if (links.get(key)?.relation !== "requires") links.set(key, { from, to, relation: edge.relation });
  }
  return [...links.values()];
}

type Choice = Pick<MapChoice, "stage" | "kind" | "economy" | "organisation" | "q">;

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Ids of the technologies that fit every filter. Words are looked for in names, ids and the names of organisations in any script. */
export function matching(map: MovedMap, choice: Choice): ReadonlySet<string> {
  const words = plain(choice.q).split(/\s+/).filter(Boolean);
  const names = new Map(map.organisations.map((entry) => [entry.id, plain([entry.id, entry.name, ...entry.names].join("\n"))]));
  const fits = map.nodes.filter((node) => {
    if (choice.stage !== null && node.stage !== choice.stage) return false;
    if (choice.kind !== null && node.kind !== choice.kind) return false;
    if (choice.economy !== null && !node.economies.some((entry) => entry.economy === choice.economy)) return false;
    if (choice.organisation !== null && !node.organisations.includes(choice.organisation)) return false;
    if (words.length === 0) return true;
    const text = [...namesOf(node.name), node.id, ...node.organisations.map((id) => names.get(id) ?? plain(id))].join("\n");
    return words.every((word) => text.includes(word));
  });
  return new Set(fits.map((node) => node.id));
}

/** A name as each language has it. */
const namesOf = (name: string): readonly string[] =>
  [name, ...(Object.keys(languages) as Language[]).map((each) => plainText(wordsIn(each)?.say(name) ?? []))].map(plain);

export const isFiltered = (choice: Choice): boolean =>
  choice.q.trim() !== "" || choice.stage !== null || choice.kind !== null || choice.economy !== null || choice.organisation !== null;
