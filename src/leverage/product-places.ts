import { groupBy, keptWith, mapped } from "../base/collections.ts";
import { clamp } from "../base/numbers.ts";
import type { Row } from "../base/tables.ts";
import { oneSidedLift } from "../measure/supply/share-entries.ts";
import type { SupplyModel } from "./model.ts";

export interface Place {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly known: boolean;
  /** The figure's document, or one of those added up. */
  readonly source: string | null;
  /** At least `low` by its source, which tells no upper end: drawn near `low`. */
  readonly isLeast?: boolean | undefined;
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

/** Codes of which a source tells that they make, use or sell a final product. */
export const placedEconomies = keptWith((model: SupplyModel): readonly string[] => codesWith(model, ({ high }) => high !== 0));

/** Codes of which a source tells what their designers and makers sell. */
const sellers = (model: SupplyModel): readonly string[] => codesWith(model, ({ role }) => role === "sell");

const codesWith = (model: SupplyModel, counts: (row: Row<"product_place">) => boolean): readonly string[] => [
  ...new Set(model.map.rows.product_place.filter(counts).map(({ economy }) => economy)),
];

/** Final products of which a source tells what some sell, yet neither that nor what is made elsewhere of this home. */
export function salesUntold(model: SupplyModel, code: string, codes: readonly string[]): readonly number[] {
  const [sold, told] = mapped(["sell", "outsource"], (role) => productPlaces(model, code, codes, role));
  return model.map.products.filter(
    (node, j) => latestPlaces(model, model.map.technologies[node]!.id, "sell").size > 0 && !sold[j]!.known && !told[j]!.known,
  );
}

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

/** What a figure tells of an economy and a final product: its production, use, sales by seat of the seller, or what those have made elsewhere. */
export const placeRoles = ["make", "use", "sell", "outsource"] as const;
export type PlaceRole = (typeof placeRoles)[number];

/** Share of the world, by role, of each final product; unknown: up to what the known figures leave. */
export function productPlaces(model: SupplyModel, code: string, codes: readonly string[], role: PlaceRole): readonly Place[] {
  return model.map.products.map((node) => {
    const id = model.map.technologies[node]!.id;
    const rows = latestPlaces(model, id, role);
    const direct = rows.get(code);
    if (direct) return direct;
    const parts = codes.map((member) => rows.get(member));
    if (parts.every((part) => part !== undefined)) return sum(parts as Place[]);
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

function sum(parts: readonly Place[]): Place {
  const add = (of: (part: Place) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const [low, width] = [
    Math.min(
      1,
      add((part) => part.low),
    ),
    add((part) => part.high - part.low),
  ];
  const high = Math.min(1, low + width);
  const lift = width > 0 ? add((part) => part.mid - part.low) / width : 0;
  const source = parts.find((part) => part.source !== null)?.source ?? null;
  return { low, mid: low + lift * (high - low), high, known: true, source };
}

type PlaceRows = ReadonlyMap<string, Place>;

/** Newest figure of use of each economy for one technology; mostly final products. */
export const placesOfUse = (model: SupplyModel, technology: string): PlaceRows => latestPlaces(model, technology, "use");

const placeRows = keptWith(sortPlaces);

/** Newest figure of each economy for one product and role. */
function latestPlaces(model: SupplyModel, product: string, role: string): PlaceRows {
  return placeRows(model).get(`${product}|${role}`) ?? new Map();
}

/** Of one year a figure with both ends is taken; "at least" has as its upper end what the least of all others leaves. */
function sortPlaces(model: SupplyModel): ReadonlyMap<string, PlaceRows> {
  const rows = model.map.rows.product_place.filter(({ low, high }) => low !== null || high !== null);
  const bySubject = groupBy(rows, ({ product, role }) => `${product}|${role}`);
  return new Map([...bySubject].map(([subject, all]) => [subject, spansOf(model, newestRows(all))]));
}

function newestRows(rows: readonly Row<"product_place">[]): ReadonlyMap<string, Row<"product_place">> {
  const newest = new Map<string, Row<"product_place">>();
  const isWhole = ({ low, high }: Row<"product_place">): boolean => low !== null && high !== null;
  for (const row of rows) {
    const before = newest.get(row.economy);
    const years = before ? (row.year ?? 0) - (before.year ?? 0) : 1;
    if (years > 0 || (years === 0 && (isWhole(row) || !isWhole(before!)))) newest.set(row.economy, row);
  }
  return newest;
}

function spansOf(model: SupplyModel, rows: ReadonlyMap<string, Row<"product_place">>): PlaceRows {
  const counted = [...rows.values()].filter(({ economy }) => !isGroup(model, economy, rows));
  const others = (code: string): number =>
    counted.reduce((sum, { economy, low }) => sum + (economy === code || isWithin(model, economy, code) ? 0 : (low ?? 0)), 0);
  const spanOf = ({ economy, low, high, source }: Row<"product_place">): Place => {
    const [least, most] = [low ?? 0, high ?? Math.max(low!, 1 - others(economy))];
    const isLeast = high === null;
    return { low: least, mid: least + (isLeast ? oneSidedLift : 0.5) * (most - least), high: most, known: true, source, isLeast };
  };
  return new Map([...rows].map(([economy, row]) => [economy, spanOf(row)]));
}

const isWithin = (model: SupplyModel, economy: string, group: string): boolean => model.map.groups.get(group)?.includes(economy) ?? false;

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
