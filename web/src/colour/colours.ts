import type { MapView } from "../../../src/answers/card/map-view.ts";
import type { MovedNode } from "../../../src/site/map-moves.ts";
import type { PageState } from "../state/page-state.ts";
import type { Paper } from "../state/paper.ts";

/**
 * The one sequential scale: nine stops of even steps in OKLab lightness (0.93 to 0.27) on a smooth path from straw over teal to
 * indigo, so that order survives every kind of colour blindness and print in grey. On dark paper it runs the other way round:
 * what scores high stands out from the ground in both.
 */
export const scaleStops = ["#f5e9b0", "#c6d4aa", "#9cbca3", "#77a39b", "#588a91", "#416f87", "#31537b", "#29366d", "#25135f"] as const;

const channel = (colour: string, place: number): number => Number.parseInt(colour.slice(1 + place * 2, 3 + place * 2), 16);

function mix(from: string, to: string, part: number): string {
  const mixed = [0, 1, 2].map((place) => Math.round(channel(from, place) * (1 - part) + channel(to, place) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Colour of a score in 0..1. */
export function scoreColour(score: number, dark: Paper): string {
  if (dark === "either") return `light-dark(${scoreColour(score, false)}, ${scoreColour(score, true)})`;
  const bounded = Math.min(1, Math.max(0, score));
  const place = (dark ? 1 - bounded : bounded) * (scaleStops.length - 1);
  const first = Math.min(scaleStops.length - 2, Math.floor(place));
  return mix(scaleStops[first] ?? scaleStops[0], scaleStops[first + 1] ?? scaleStops[0], place - first);
}

/** Eight colours of like weight that read on light and dark paper; which of them an economy gets depends on the data only. */
export const economyColours = ["#4477aa", "#c98b1f", "#8a5aa8", "#2f9a92", "#b5697f", "#8f7a4d", "#5fa3cf", "#6d7ad0"] as const;

export const greyEconomy = "#8b8f94";

/** Colour of each economy by id: the eight that hold most over all technologies, the same for every home and filter. */
export function economyPalette(nodes: MapView["nodes"]): ReadonlyMap<string, string> {
  const held = new Map<string, number>();
  for (const node of nodes) for (const { economy, share } of node.economies) held.set(economy, (held.get(economy) ?? 0) + share);
  const order = [...held].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, economyColours.length);
  return new Map(order.map(([economy], index) => [economy, economyColours[index] ?? greyEconomy]));
}

/** From this many issuers on all have the same colour. */
export const mostIssuers = 3;

/** Place of a technology on the scale, 0..1; `null`: unknown, hatched; `none`: does not apply, empty. */
export function nodeColour(node: MovedNode, by: PageState["colour"]): number | null | "none" {
  if (by === "change") return node.change ?? null;
  if (by === "controls") return node.controls === null ? null : issuersColour(node.controls.issuers.length);
  return node.notApplicable === null ? (node.score?.[1] ?? null) : "none";
}

/** Place on the scale of a number of issuers. */
export const issuersColour = (count: number): number => Math.min(count, mostIssuers) / mostIssuers;
