import type { Answer } from "../../ask/ask.ts";

type MapAnswer = Answer<"map">;
type Node = MapAnswer["nodes"][number];

/** Whether a word of an address is a day to read the map on; what is none is left out. */
export const isMapDay = (text: string | null | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? "");

/** A technology with how far its score has moved since a chosen day, where one is, 0..1; `null`: unknown on one of the days, `none`: does not apply. */
export type MovedNode = Node & { readonly change?: number | null | "none" };

/** A map of which some technologies may tell how far they have moved. */
export type MovedMap = Omit<MapAnswer, "nodes"> & { readonly nodes: readonly MovedNode[] };

/** How far the middle of a score has moved, 0..1; `null`: it is unknown on one of the days; `none`: on neither day there is one. */
export function moved(before: Node | undefined, after: Node): number | null | "none" {
  if (after.notApplicable !== null) return "none";
  const [was, is] = [before?.score ?? null, after.score];
  return was === null || is === null ? null : Math.abs(is[1] - was[1]);
}

/** The map of now, with how far each score has moved since another. */
export function movedSince(before: MapAnswer, now: MapAnswer): MovedMap {
  const earlier = new Map(before.nodes.map((node) => [node.id, node]));
  return { ...now, nodes: now.nodes.map((node) => ({ ...node, change: moved(earlier.get(node.id), node) })) };
}
