import type { Row } from "../../src/base/tables.ts";
import type { PlaceRole } from "../../src/leverage/product-places.ts";
import type { LoadedShare } from "../../src/measure/supply/share-entries.ts";
import { buildSupplyMap, type SupplyMap, type SupplyRows } from "../../src/measure/supply/supply-map.ts";

/** Rows of invented supply maps: every column that a test does not care about has a plain value. */

export const day = "2026-01-01";

export function technology(id: string, more: Partial<Row<"technology">> = {}): Row<"technology"> {
  return {
    id,
    native: id,
    name: id,
    kind: "material",
    stage: null,
    supply_mode: "consumable",
    next_generation: "no",
    used_with: null,
    description: null,
    ...more,
  };
}

export function product(id: string): Row<"technology"> {
  return technology(id, { kind: "product", stage: "products" });
}

type Figure = number | readonly [number, number] | null;

function ends(figure: Figure): readonly [number, number] | readonly [null, null] {
  if (figure === null) return [null, null];
  return typeof figure === "number" ? [figure, figure] : figure;
}

export function document(id: string, published: string | null): Row<"document"> {
  return { id, title: id, publisher: null, published, url: null, locator: null, class: null, access: null, note: null };
}

export function share(id: string, holder: string, figure: Figure, more: Partial<LoadedShare> = {}): LoadedShare {
  const [low, high] = ends(figure);
  return {
    technology: id,
    holder,
    holder_kind: "economy",
    basis: "headquarters",
    low,
    high,
    flag: null,
    year: 2024,
    known: null,
    source: "s-one",
    grade: "published",
    note: null,
    dataset: "atlas",
    ...more,
  };
}

export function requirement(user: string, input: string, criticality: string, more: Partial<Row<"requirement">> = {}): Row<"requirement"> {
  return {
    technology: user,
    input,
    criticality,
    delta_low: null,
    delta_high: null,
    since: null,
    source: "s-two",
    grade: "published",
    note: null,
    ...more,
  };
}

export function variety(parent: string, id: string, figure: Figure): Row<"variety"> {
  const [low, high] = ends(figure);
  return { technology: parent, variety: id, weight_low: low, weight_high: high, source: "s-two", grade: "derived", note: null };
}

export function selfSupply(id: string, economy: string, figure: Figure, year = 2024): Row<"self_supply"> {
  const [low, high] = ends(figure);
  return { technology: id, economy, low, high, year, known: null, source: "s-two", grade: "published", note: null };
}

export function place(id: string, economy: string, role: PlaceRole, figure: Figure, year = 2024): Row<"product_place"> {
  const [low, high] = ends(figure);
  return { product: id, economy, role, low, high, year, known: null, source: "s-two", grade: "published", note: null };
}

export function parameter(id: string, name: string, figure: Figure, more: Partial<Row<"parameter">> = {}): Row<"parameter"> {
  const [low, high] = ends(figure);
  return {
    technology: id,
    parameter: name,
    scope: "world",
    low,
    high,
    unit: "fraction",
    year: 2024,
    known: null,
    source: "s-two",
    grade: "published",
    note: null,
    ...more,
  };
}

export function member(group: string, economy: string, since: string | null = null, until: string | null = null): Row<"group_member"> {
  return { group, member: economy, since, until, source: null };
}

export function rule(id: string, issuer: string, provider: string, more: Partial<Row<"reach">> = {}): Row<"reach"> {
  return {
    id: `${issuer}-${id}-${provider}`,
    issuer,
    technology: id,
    provider,
    made_in: provider,
    customers: "*",
    exempt: null,
    rule: "direct-product",
    low: 1,
    high: 1,
    citation: "1 Gazette 1",
    published: "2020-01-01",
    effective: "2020-01-01",
    until: null,
    source: "s-three",
    grade: "published",
    note: null,
    ...more,
  };
}

export function control(id: string, issuer: string, target: string, more: Partial<Row<"withheld">> = {}): Row<"withheld"> {
  return {
    id: `${issuer}-${id}-${target}`,
    issuer,
    technology: id,
    target,
    class: "ban",
    citation: "2 Gazette 2",
    published: "2020-01-01",
    effective: "2020-02-01",
    until: null,
    source: "s-three",
    grade: "published",
    note: null,
    ...more,
  };
}

export function organisation(id: string, economy: string | null): Row<"organisation"> {
  return { id, name: id.toUpperCase(), economy, exchange: null, ticker: null, source: null, note: null };
}

export function defaults(values: Readonly<Record<string, readonly [number, number]>>): readonly Row<"default_parameter">[] {
  return ["consumable", "capital", "service"].flatMap((supply_mode) =>
    Object.entries(values).map(([name, [low, high]]) => ({
      supply_mode,
      parameter: name,
      low,
      high,
      unit: "fraction",
      reason: "invented",
    })),
  );
}

/** A plant that runs, of unknown size. */
export const plant = (id: string, owner: string, economy: string, technology: string): Row<"plant"> => ({
  id,
  owner,
  economy,
  place: null,
  technology,
  node: null,
  year: 2024,
  known: null,
  wafer_mm: null,
  wafers_low: null,
  wafers_high: null,
  status: null,
  source: "s-one",
  grade: "published",
  note: null,
});

/** A plant that was stopped and back after some months. */
export function outage(id: string, cause: string, date: string | null, figure: Figure, more: Partial<Row<"outage">> = {}): Row<"outage"> {
  const [low, high] = ends(figure);
  const row = { id, technology: null, plant: id, cause, date, low, high, first: null, half: null, known: null };
  return { ...row, source: "s-four", grade: "published", note: null, ...more };
}

/** A default that is the same for every technology. */
export const scopedDefault = (scope: string, parameter: string, low: number, high = low): Row<"default_parameter"> => ({
  supply_mode: scope,
  parameter,
  low,
  high,
  unit: "fraction",
  reason: "invented",
});

/** Acts take full effect at once, and a ban lets nothing through. */
export const actDefaults = [
  scopedDefault("act", "leakage", 0),
  scopedDefault("act", "first-permits", 0),
  scopedDefault("act", "withheld-at-first", 0),
  scopedDefault("act", "transit", 0),
];

/** Nothing spare, nothing redirected, no substitution: what is withheld is lost. */
export const rigid = [...defaults({ spare: [0, 0], fungibility: [0, 0], substitution: [0, 0], degradation: [0.2, 0.4] }), ...actDefaults];

const empty: SupplyRows = {
  document: [],
  technology: [],
  requirement: [],
  variety: [],
  process_order: [],
  family_member: [],
  share: [],
  parameter: [],
  default_parameter: rigid,
  process_time: [],
  organisation: [],
  product_place: [],
  plant: [],
  group_member: [],
  outage: [],
  reach: [],
  withheld: [],
  act_outcome: [],
  self_supply: [],
};

export function supplyRows(rows: Partial<SupplyRows>): SupplyRows {
  return { ...empty, ...rows };
}

export function supplyMap(rows: Partial<SupplyRows>, asOf = day): SupplyMap {
  return buildSupplyMap(supplyRows(rows), { asOf });
}
