import { isMapDay } from "./moves.ts";

/** What the address of the map chooses. */
export interface MapChoice {
  readonly home: string | null;
  /** The technology whose needs and users are lit. */
  readonly technology: string | null;
  readonly stage: string | null;
  readonly kind: string | null;
  readonly economy: string | null;
  readonly organisation: string | null;
  readonly q: string;
  /** Technologies whose folded members are shown; `"all"`: every one. */
  readonly unfold: readonly string[] | "all";
  /** The picture with its table, or the table alone. */
  readonly view: "map" | "list";
  /** What the discs are coloured by: the loss one holder could cause, whose controls are in force, or how far the loss has moved since the chosen day. */
  readonly colour: "score" | "controls" | "change";
  /** The day that the map is read as of; none: that of the server. */
  readonly on: string | null;
}

/** Words of the address. */
export const mapWords = ["home", "technology", "stage", "kind", "economy", "organisation", "q", "unfold", "view", "colour", "on"] as const;

const plain = ["home", "technology", "stage", "kind", "economy", "organisation"] as const;

/** One of some words of an address, the first of them where it is none. */
const wordOf = <T extends string>(given: string | undefined, [usual, ...others]: readonly [T, ...T[]]): T =>
  others.find((word) => word === given) ?? usual;

/** Reads the query of an address; what it does not know it leaves out. */
export function mapChoice(query: Readonly<Record<string, string>>): MapChoice {
  const chosen = Object.fromEntries(plain.map((key) => [key, query[key] || null])) as Pick<MapChoice, (typeof plain)[number]>;
  const on = isMapDay(query.on) ? query.on : null;
  return {
    ...chosen,
    q: query.q ?? "",
    unfold: query.unfold === "all" ? "all" : (query.unfold ?? "").split(",").filter(Boolean),
    view: wordOf(query.view, ["map", "list"]),
    on,
    // Since no day nothing has changed
    colour: wordOf(query.colour, on === null ? ["score", "controls"] : ["score", "controls", "change"]),
  };
}

/** The path of the map with another choice, from the top of the site. */
export function mapPath(query: Readonly<Record<string, string>>, change: Readonly<Record<string, string>>): string {
  const kept = Object.entries({ ...query, ...change }).filter(([, value]) => value !== "");
  return `map?${new URLSearchParams(kept).toString().replaceAll("%2C", ",")}`;
}

/** Shows or hides what folds into one technology, as a word of the address; `all` are those that anything folds into. */
export function toggleFold(unfold: MapChoice["unfold"], id: string, all: readonly string[]): string {
  const open = unfold === "all" ? all : unfold;
  return [...(open.includes(id) ? open.filter((other) => other !== id) : [...open, id])].sort().join(",");
}
