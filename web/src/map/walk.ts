/** A technology where it is drawn: column on the whole map, place in it from the top, and point. */
export interface Place {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

export interface Link {
  readonly from: string;
  readonly to: string;
}

const steps: Readonly<Record<string, "up" | "down" | "left" | "right" | "first" | "last">> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

/** Where a key leads from a technology: up and down its column, left to the nearest input, right to the nearest user; else `null`. */
export function walk(key: string, from: string, places: readonly Place[], links: readonly Link[]): string | null {
  const step = steps[key];
  const here = places.find(({ id }) => id === from);
  if (step === undefined || !here) return null;
  const column = places.filter((entry) => entry.column === here.column).sort((a, b) => a.row - b.row);
  if (step === "first" || step === "last") return column.at(step === "first" ? 0 : -1)?.id ?? null;
  if (step === "up" || step === "down") return column[column.indexOf(here) + (step === "up" ? -1 : 1)]?.id ?? null;
  const [own, other] = step === "left" ? (["to", "from"] as const) : (["from", "to"] as const);
  const reachable = new Set(links.filter((link) => link[own] === from).map((link) => link[other]));
  const beside = step === "left" ? here.column - 1 : here.column + 1;
  const along = places.filter(({ id }) => reachable.has(id));
  return nearest(here, along.length > 0 ? along : places.filter((entry) => entry.column === beside));
}

function nearest(here: Place, others: readonly Place[]): string | null {
  const distance = (entry: Place): number => Math.hypot((entry.x - here.x) / 4, entry.y - here.y);
  return others.reduce<Place | null>((best, entry) => (best && distance(best) <= distance(entry) ? best : entry), null)?.id ?? null;
}
