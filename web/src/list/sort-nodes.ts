import type { MapView } from "../../../src/answers/card/map-view.ts";
import type { PageState } from "../state/page-state.ts";

/** By middle score, highest first; unknown scores after them, by name. */
export function byScore(nodes: MapView["nodes"]): MapView["nodes"] {
  return [...nodes].sort((a, b) => (b.score?.[1] ?? -1) - (a.score?.[1] ?? -1) || a.name.localeCompare(b.name, "en"));
}

/** By number of issuers whose controls are in force, most first; where nothing is recorded after them; then by name. */
export function byControls(nodes: MapView["nodes"]): MapView["nodes"] {
  const count = ({ controls }: MapView["nodes"][number]): number => controls?.issuers.length ?? -1;
  return [...nodes].sort((a, b) => count(b) - count(a) || a.name.localeCompare(b.name, "en"));
}

/** By what the map is coloured by, most first. */
export const sortNodes = (nodes: MapView["nodes"], by: PageState["colour"]): MapView["nodes"] =>
  by === "controls" ? byControls(nodes) : byScore(nodes);
