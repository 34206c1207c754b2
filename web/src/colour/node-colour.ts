import type { MapView } from "../../../src/answers/card/map-view.ts";
import type { PageState } from "../state/url-state.ts";

type Node = MapView["nodes"][number];

/** From this many issuers on all have the same colour. */
export const mostIssuers = 3;

/** Place of a technology on the scale, 0..1; `null`: unknown, hatched; `none`: does not apply, empty. */
export function nodeColour(node: Node, by: PageState["colour"]): number | null | "none" {
  if (by === "controls") return node.controls === null ? null : issuersColour(node.controls.issuers.length);
  return node.notApplicable === null ? (node.score?.[1] ?? null) : "none";
}

/** Place on the scale of a number of issuers. */
export const issuersColour = (count: number): number => Math.min(count, mostIssuers) / mostIssuers;
