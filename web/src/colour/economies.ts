import type { MapView } from "../../../src/answers/card/map-view.ts";

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
