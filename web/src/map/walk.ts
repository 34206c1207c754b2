import type { PlacedNode } from "./layout.ts";
import type { Link } from "./visible.ts";

const steps: Readonly<Record<string, "up" | "down" | "left" | "right" | "first" | "last">> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

/** Where a key leads from a technology: up and down its column, left to the nearest input, right to the nearest user; else `null`. */
export function walk(key: string, from: string, placed: readonly PlacedNode[], links: readonly Link[]): string | null {
  const step = steps[key];
  const here = placed.find((entry) => entry.node.id === from);
  if (step === undefined || !here) return null;
  const column = placed.filter((entry) => entry.column === here.column).sort((a, b) => a.row - b.row);
  if (step === "first" || step === "last") return column.at(step === "first" ? 0 : -1)?.node.id ?? null;
  if (step === "up" || step === "down") return column[column.indexOf(here) + (step === "up" ? -1 : 1)]?.node.id ?? null;
  const [own, other] = step === "left" ? (["to", "from"] as const) : (["from", "to"] as const);
  const reachable = new Set(links.filter((link) => link[own] === from).map((link) => link[other]));
  const beside = step === "left" ? here.column - 1 : here.column + 1;
  const along = placed.filter((entry) => reachable.has(entry.node.id));
  return nearest(here, along.length > 0 ? along : placed.filter((entry) => entry.column === beside));
}

function nearest(here: PlacedNode, others: readonly PlacedNode[]): string | null {
  const distance = (entry: PlacedNode): number => Math.hypot((entry.x - here.x) / 4, entry.y - here.y);
  return (
    others.reduce<PlacedNode | null>((best, entry) => (best && distance(best) <= distance(entry) ? best : entry), null)?.node.id ?? null
  );
}
