import type { MapChoice } from "../../../src/site/map/choice.ts";
import type { MovedNode } from "../../../src/site/map/moves.ts";

/** A class of the scale: what belongs to it in words, and its colour on light and on dark paper. */
interface ScaleClass {
  /** Values below this, as a fraction. */
  readonly below: number;
  readonly text: string;
  readonly light: string;
  readonly dark: string;
}

/** Five classes made for what the map holds, as most losses are below an eighth; on dark paper the scale runs the other way, so that what matters stands out of the ground in both. */
export const scale: readonly ScaleClass[] = [
  { below: 0.01, text: "below 1%", light: "#f1e7b6", dark: "#2c3a5e" },
  { below: 0.03, text: "1 to 3%", light: "#b9cda6", dark: "#35617f" },
  { below: 0.06, text: "3 to 6%", light: "#74a39b", dark: "#5a9196" },
  { below: 0.12, text: "6 to 12%", light: "#3d6a86", dark: "#a3c3a4" },
  { below: Number.POSITIVE_INFINITY, text: "12% and more", light: "#272063", dark: "#f7ebb4" },
];

/** Classes of one, two, and three or more issuers. */
export const issuerClasses = [1, 3, 4] as const;

/** Class of a technology; `null`: unknown, hatched; `none`: does not apply, empty. */
export function classOf(node: MovedNode, by: MapChoice["colour"]): number | null | "none" {
  if (by === "controls")
    return node.controls === null ? null : issuerClasses[Math.min(node.controls.issuers.length, issuerClasses.length) - 1]!;
  const value = by === "change" ? (node.change ?? null) : node.notApplicable === null ? (node.score?.[1] ?? null) : "none";
  return typeof value === "number" ? scale.findIndex(({ below }) => value < below) : value;
}
