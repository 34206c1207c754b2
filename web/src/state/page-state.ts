import { isMapDay } from "../../../src/site/map-moves.ts";

/** All that the reader has chosen; the address of the page and nothing else keeps it. */
export interface PageState {
  readonly home: string | null;
  readonly technology: string | null;
  /** The document shown in the panel of the technology; none without a technology. */
  readonly patent: string | null;
  readonly stage: string | null;
  readonly kind: string | null;
  readonly economy: string | null;
  readonly organisation: string | null;
  readonly q: string;
  /** Technologies whose folded members are shown; `"all"`: every one. */
  readonly unfold: readonly string[] | "all";
  readonly view: "map" | "list" | "plan" | "backtests";
  /** What the discs are coloured by: the loss one holder could cause, whose controls are in force, or how far the loss has moved since the chosen day. */
  readonly colour: "score" | "controls" | "change";
  /** The day that the map is read as of; none: that of the server. */
  readonly on: string | null;
  /** The day that is past of which all is told, as a cited address says; none: that of the server. */
  readonly "as-of": string | null;
  /** Rows of the table below the map: the first of them, or all. */
  readonly rows: "first" | "all";
  /** The ready plan that is looked at. */
  readonly plan: string | null;
  /** The language that is asked for; the server has chosen it where none is. */
  readonly lang: string | null;
}

export const emptyState: PageState = {
  home: null,
  technology: null,
  patent: null,
  stage: null,
  kind: null,
  economy: null,
  organisation: null,
  q: "",
  unfold: [],
  view: "map",
  colour: "score",
  on: null,
  "as-of": null,
  rows: "first",
  plan: null,
  lang: null,
};

const plain = ["home", "technology", "patent", "stage", "kind", "economy", "organisation", "on", "as-of", "plan", "lang"] as const;

/** One of some words of an address, the first of them where it is none. */
const wordOf = <T extends string>(given: string | null, [usual, ...others]: readonly [T, ...T[]]): T =>
  others.find((word) => word === given) ?? usual;

/** Reads the query of an address; what it does not know it leaves out. */
export function parseState(query: string): PageState {
  const given = new URLSearchParams(query);
  const unfold = given.get("unfold") ?? "";
  const chosen = Object.fromEntries(plain.map((key) => [key, given.get(key) || null])) as Pick<PageState, (typeof plain)[number]>;
  const on = isMapDay(chosen.on) ? chosen.on : null;
  return {
    ...chosen,
    patent: chosen.technology === null ? null : chosen.patent,
    q: given.get("q") ?? "",
    unfold: unfold === "all" ? "all" : unfold.split(",").filter(Boolean),
    view: wordOf(given.get("view"), ["map", "list", "plan", "backtests"]),
    on,
    // Since no day nothing has changed
    colour: wordOf(given.get("colour"), on === null ? ["score", "controls"] : ["score", "controls", "change"]),
    rows: wordOf(given.get("rows"), ["first", "all"]),
  };
}

/** The address of a state, beginning with `?`; the shortest one that reads back the same. */
export function formatState(state: PageState): string {
  const query = new URLSearchParams();
  for (const key of plain) if (state[key]) query.set(key, state[key]);
  if (state.q) query.set("q", state.q);
  if (state.unfold === "all") query.set("unfold", "all");
  else if (state.unfold.length > 0) query.set("unfold", [...state.unfold].sort().join(","));
  for (const key of ["view", "colour", "rows"] as const) if (state[key] !== emptyState[key]) query.set(key, state[key]);
  const text = query.toString().replaceAll("%2C", ",");
  return `?${text}`;
}

/** A state after a change; a document belongs to the technology it was opened from and goes with it. */
export function changed(state: PageState, change: Partial<PageState>): PageState {
  return { ...state, ...("technology" in change && { patent: null }), ...change };
}

/** Shows or hides what folds into one technology; `all` are those that anything folds into. */
export function toggleFold(unfold: PageState["unfold"], id: string, all: readonly string[]): PageState["unfold"] {
  const open = unfold === "all" ? all : unfold;
  return open.includes(id) ? open.filter((other) => other !== id) : [...open, id];
}

/** Changes what is chosen. `replace`: without a new step for the back button. */
export type Go = (change: Partial<PageState>, how?: "push" | "replace") => void;
