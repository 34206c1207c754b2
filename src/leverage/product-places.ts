import { keptWith } from "../base/collections.ts";
import { clamp } from "../base/numbers.ts";
import type { SupplyModel } from "./model.ts";

export interface Place extends PlaceFigure {
  readonly mid: number;
  readonly known: boolean;
}

/** What is left to everyone else. */
export function complement(place: Place): Place {
  return { low: 1 - place.high, mid: 1 - place.mid, high: 1 - place.low, known: true, source: place.source };
}

/** Sales that no source gives are no one's: what a party makes counts in any case. */
const unsold: Place = { low: 0, mid: 0, high: 0, known: false, source: null };

/** Known shares of sales of each final product by seat of the seller. */
export const soldPlaces = (model: SupplyModel, code: string, codes: readonly string[]): readonly Place[] =>
  productPlaces(model, code, codes, "sell").map((place) => (place.known ? place : unsold));

/** Codes of which a source tells what their designers and makers sell. */
export const sellers = keptWith((model: SupplyModel): readonly string[] => [
  ...new Set(model.map.rows.product_place.filter(({ role }) => role === "sell").map(({ economy }) => economy)),
]);

/** Known shares of sales of some economies together, each counted once. */
export function soldBy(model: SupplyModel, counts: (economy: string) => boolean): readonly Place[] {
  const codes = sellers(model).filter(counts);
  const apart = codes.filter((code) => !codes.some((group) => group !== code && model.map.groups.get(group)?.includes(code)));
  const each = apart.map((code) => soldPlaces(model, code, model.map.groups.get(code) ?? [code]));
  return model.map.products.map((_, j) => {
    const add = (of: (place: Place) => number): number =>
      Math.min(
        1,
        each.reduce((sum, places) => sum + of(places[j]!), 0),
      );
    return { low: add(({ low }) => low), mid: add(({ mid }) => mid), high: add(({ high }) => high), known: each.length > 0, source: null };
  });
}

/** Share of production (use, or sales by seat of the seller) of each final product; unknown: up to what the known figures leave. */
export function productPlaces(model: SupplyModel, code: string, codes: readonly string[], role: "make" | "use" | "sell"): readonly Place[] {
  return model.map.products.map((node) => {
    const id = model.map.technologies[node]!.id;
    const rows = latestPlaces(model, id, role);
    const direct = rows.get(code);
    if (direct) return { low: direct.low, mid: (direct.low + direct.high) / 2, high: direct.high, known: true, source: direct.source };
    const parts = codes.map((member) => rows.get(member));
    if (parts.every((part) => part !== undefined)) return sum(parts as PlaceFigure[]);
    const known = parts.reduce((total, part) => total + (part?.low ?? 0), 0);
    const named = [...rows].reduce((total, [economy, row]) => total + (isGroup(model, economy, rows) ? 0 : row.low), 0);
    const rest = clamp(1 - named, 0, 1);
    const groups = [...rows].filter(([economy]) => model.map.groups.get(economy)?.includes(code));
    const ceiling = groups.reduce((least, [, row]) => Math.min(least, row.high), rest);
    return { low: known, mid: known + ceiling / (blankMakers + 1), high: Math.min(1, known + ceiling), known: false, source: null };
  });
}

/** Economies assumed to share the rest of a final product, beside the home. */
export const blankMakers = 5;

function isGroup(model: SupplyModel, economy: string, rows: ReadonlyMap<string, unknown>): boolean {
  return (model.map.groups.get(economy) ?? []).some((member) => rows.has(member));
}

function sum(parts: readonly PlaceFigure[]): Place {
  const low = parts.reduce((total, part) => total + part.low, 0);
  const all = parts.reduce((total, part) => total + part.high, 0);
  const high = Math.min(1, all);
  return { low, mid: (low + high) / 2, high, known: true, source: parts.find(({ source }) => source !== null)?.source ?? null };
}

interface PlaceFigure {
  readonly low: number;
  readonly high: number;
  /** The figure's document, or one of those added up. */
  readonly source: string | null;
}

type PlaceRows = ReadonlyMap<string, PlaceFigure>;

const places = new WeakMap<SupplyModel, ReadonlyMap<string, PlaceRows>>();

/** Newest figure of use of each economy for one technology; mostly final products. */
export const placesOfUse = (model: SupplyModel, technology: string): PlaceRows => latestPlaces(model, technology, "use");

/** Newest figure of each economy for one product and role; sorted once. */
function latestPlaces(model: SupplyModel, product: string, role: string): PlaceRows {
  const known = places.get(model) ?? sortPlaces(model);
  places.set(model, known);
  return known.get(`${product}|${role}`) ?? new Map();
}

function sortPlaces(model: SupplyModel): ReadonlyMap<string, PlaceRows> {
  const sorted = new Map<string, Map<string, PlaceFigure & { readonly year: number }>>();
  for (const { product, role, economy, low, high, year, source } of model.map.rows.product_place) {
    if (low === null || high === null) continue;
    const key = `${product}|${role}`;
    const latest = sorted.get(key) ?? sorted.set(key, new Map()).get(key)!;
    const before = latest.get(economy);
    if (!before || (year ?? 0) >= before.year) latest.set(economy, { low, high, source, year: year ?? 0 });
  }
  return sorted;
}

/** Tools of a final product, by index. */
export function toolsOfProduct({ map, productRank, productSet, productSets }: SupplyModel, product: number): readonly number[] {
  const rank = productRank[product]!;
  const tools = map.technologies.filter(({ mode, index }) => mode === "capital" && productRank[index]! < 0);
  return tools.flatMap(({ index }) => (productSets[productSet[index]!]!.includes(rank) ? [index] : []));
}

/** Tools that a run does not visit, of products that it does. */
export function unvisitedTools(model: SupplyModel, technologies: ArrayLike<number>): readonly number[] {
  const visited = new Set(Array.from(technologies));
  const products = model.map.products.filter((product) => visited.has(product));
  return [...new Set(products.flatMap((product) => toolsOfProduct(model, product)))].filter((tool) => !visited.has(tool));
}
