import type { MapView } from "../../../src/answers/card/map-view.ts";
import type { PageState } from "../state/url-state.ts";

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
    const text = [plain(node.name), node.id, ...node.organisations.map((id) => names.get(id) ?? plain(id))].join("\n");
    return words.every((word) => text.includes(word));
  });
  return new Set(fits.map((node) => node.id));
}

export const isFiltered = (choice: Choice): boolean =>
  choice.q.trim() !== "" || choice.stage !== null || choice.kind !== null || choice.economy !== null || choice.organisation !== null;
