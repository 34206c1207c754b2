import type { MapView } from "../../../src/answers/map-view.ts";

/** By middle score, highest first; unknown scores after them, by name. */
export function byScore(nodes: MapView["nodes"]): MapView["nodes"] {
  return [...nodes].sort((a, b) => (b.score?.[1] ?? -1) - (a.score?.[1] ?? -1) || a.name.localeCompare(b.name, "en"));
}
