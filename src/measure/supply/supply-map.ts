import { groupBy } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";
import { createKnownBy, type DatedFact } from "./known.ts";
import type { LoadedShare } from "./share-entries.ts";
import { chooseShareRow, type ShareRow, shareRowsOf } from "./share-row.ts";
import { type Csr, levels, toCsr } from "./topology.ts";

export interface SupplyRows {
  readonly document: readonly Row<"document">[];
  readonly technology: readonly Row<"technology">[];
  readonly requirement: readonly Row<"requirement">[];
  readonly variety: readonly Row<"variety">[];
  readonly process_order: readonly Row<"process_order">[];
  readonly family_member: readonly Row<"family_member">[];
  readonly share: readonly LoadedShare[];
  readonly parameter: readonly Row<"parameter">[];
  readonly default_parameter: readonly Row<"default_parameter">[];
  readonly process_time: readonly Row<"process_time">[];
  readonly organisation: readonly Row<"organisation">[];
  readonly product_place: readonly Row<"product_place">[];
  readonly group_member: readonly Row<"group_member">[];
  readonly plant: readonly Row<"plant">[];
  readonly outage: readonly Row<"outage">[];
  readonly reach: readonly Row<"reach">[];
  readonly withheld: readonly Row<"withheld">[];
  readonly act_outcome: readonly Row<"act_outcome">[];
  readonly self_supply: readonly Row<"self_supply">[];
}

export type SupplyMode = "consumable" | "capital" | "service";

export interface Technology {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly stage: string | null;
  readonly mode: SupplyMode;
  readonly nextGeneration: boolean;
  /** Id of the technology without which it is of no use; `null`: of use by itself. */
  readonly usedWith: string | null;
  /** All share rows, and the one used. */
  readonly shareRows: readonly ShareRow[];
  readonly supply: ShareRow | null;
}

/** Effect of a missing input. `unknown` spans marginal to blocking. */
export type Criticality = "blocking" | "degrading" | "marginal" | "unknown";

export interface RequirementEdge {
  readonly input: number;
  readonly user: number;
  readonly criticality: Criticality;
  readonly delta: readonly [low: number, high: number] | null;
  readonly row: Row<"requirement"> | null;
}

export interface VarietyEdge {
  readonly variety: number;
  readonly parent: number;
  readonly weight: readonly [low: number, high: number] | null;
  readonly row: Row<"variety">;
}

/** The supply map: plain data with typed arrays for the kernels. */
export interface SupplyMap {
  readonly technologies: readonly Technology[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly requirements: readonly RequirementEdge[];
  readonly varieties: readonly VarietyEdge[];
  /** Edge numbering: requirements first, then varieties. */
  readonly inputs: Csr;
  readonly users: Csr;
  /** Family of each technology by index; families of varieties included. */
  readonly familyOf: ReadonlyMap<number, number>;
  readonly level: Int32Array;
  readonly depth: number;
  readonly products: readonly number[];
  readonly economyOf: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly rows: SupplyRows;
  readonly asOf: string;
}

export interface SupplyMapOptions {
  /** Day of the map (`YYYY-MM-DD`): rules in force, criticality begun, facts known by then. */
  readonly asOf: string;
  /** Only technologies and shares of this data set. */
  readonly dataset?: string | undefined;
}

/** Whether a dated row holds on a day; missing starts hold, partial dates count from their first day. */
export const inForce = (from: string | null, until: string | null, day: string): boolean =>
  (from === null || from <= day) && (until === null || day < until);

/** Builds the map. Throws LM_ATLAS_INVALID for cycles. Outside process orders: only outside the atlas, criticality unknown. */
export function buildSupplyMap(loaded: SupplyRows, options: SupplyMapOptions): SupplyMap {
  const rows = withFacts(loaded, createKnownBy(loaded.document, options.asOf));
  const economyOf = new Map(rows.organisation.flatMap((o) => (o.economy === null ? [] : [[o.id, o.economy] as const])));
  const technologies = buildTechnologies(rows, economyOf, options);
  const indexOf = new Map(technologies.map((technology) => [technology.id, technology.index]));
  const varieties = varietyEdges(rows.variety, indexOf);
  const products = technologies.filter((technology) => technology.stage === "products").map((technology) => technology.index);
  const stated = [...datedRequirements(rows.requirement, indexOf, options.asOf), ...processOrderEdges(rows, indexOf)];
  const requirements = [...stated, ...unplacedEdges(rows, indexOf, stated, varieties, products)];
  const from = [...requirements.map((edge) => edge.input), ...varieties.map((edge) => edge.variety)];
  const to = [...requirements.map((edge) => edge.user), ...varieties.map((edge) => edge.parent)];
  const users = toCsr(technologies.length, from, to);
  const inputs = toCsr(technologies.length, to, from);
  const level = levels(
    users,
    inputs,
    technologies.map((technology) => technology.id),
  );
  return {
    technologies,
    indexOf,
    requirements,
    varieties,
    inputs,
    users,
    familyOf: families(rows.family_member, varieties, indexOf),
    level,
    depth: level.reduce((deepest, value) => Math.max(deepest, value), 0),
    products,
    economyOf,
    groups: groupMembers(rows.group_member, options.asOf),
    rows,
    asOf: options.asOf,
  };
}

/** Which classes a service spans is a definition, and no fact that became known on a day. */
const isDefinition = ({ parameter }: Row<"parameter">): boolean => parameter === "node";

/** The rows with only those dated facts that `keep` lets through. */
export function withFacts(rows: SupplyRows, keep: (fact: DatedFact) => boolean): SupplyRows {
  return {
    ...rows,
    share: rows.share.filter(keep),
    parameter: rows.parameter.filter((row) => isDefinition(row) || keep(row)),
    product_place: rows.product_place.filter(keep),
    plant: rows.plant.filter(keep),
    outage: rows.outage.filter(keep),
    self_supply: rows.self_supply.filter(keep),
  };
}

/** Default supply mode. */
const modeOfKind: Readonly<Record<string, SupplyMode>> = { tool: "capital", process: "service", design: "service" };

function buildTechnologies(rows: SupplyRows, economyOf: ReadonlyMap<string, string>, options: SupplyMapOptions): readonly Technology[] {
  const shares = groupBy(
    rows.share.filter(({ dataset }) => options.dataset === undefined || dataset === options.dataset),
    ({ technology }) => technology,
  );
  const unique = new Map<string, Row<"technology">>();
  for (const row of rows.technology) if (!unique.has(row.id) || row.native === row.id) unique.set(row.id, row);
  return [...unique.values()].map((row, index) => {
    const shareRows = shareRowsOf(shares.get(row.id) ?? [], economyOf);
    return {
      index,
      id: row.id,
      name: row.name,
      kind: row.kind,
      stage: row.stage,
      mode: (row.supply_mode ?? modeOfKind[row.kind] ?? "consumable") as SupplyMode,
      nextGeneration: row.next_generation === "yes",
      usedWith: row.used_with,
      shareRows,
      supply: chooseShareRow(shareRows),
    };
  });
}

/** The latest row of a pair that has begun by the day. */
function datedRequirements(
  rows: readonly Row<"requirement">[],
  indexOf: ReadonlyMap<string, number>,
  day: string,
): readonly RequirementEdge[] {
  const latest = new Map<string, Row<"requirement">>();
  for (const row of rows) {
    if (!inForce(row.since, null, day)) continue;
    const key = `${row.input}|${row.technology}`;
    const before = latest.get(key);
    if (!before || (row.since ?? "") >= (before.since ?? "")) latest.set(key, row);
  }
  return [...latest.values()].flatMap((row) => {
    const input = indexOf.get(row.input);
    const user = indexOf.get(row.technology);
    if (input === undefined || user === undefined) return [];
    const delta = row.delta_low === null || row.delta_high === null ? null : ([row.delta_low, row.delta_high] as const);
    return [{ input, user, criticality: row.criticality as Criticality, delta, row }];
  });
}

function processOrderEdges(rows: SupplyRows, indexOf: ReadonlyMap<string, number>): readonly RequirementEdge[] {
  const placed = new Set(rows.technology.filter((row) => row.native === row.id).map((row) => row.id));
  return rows.process_order.flatMap((row) => {
    const input = indexOf.get(row.technology);
    const user = indexOf.get(row.successor);
    if (input === undefined || user === undefined || placed.has(row.technology)) return [];
    return [{ input, user, criticality: "unknown" as const, delta: null, row: null }];
  });
}

/** Outside technologies without a non-marginal path to a final product have unknown criticality for each. */
function unplacedEdges(
  rows: SupplyRows,
  indexOf: ReadonlyMap<string, number>,
  requirements: readonly RequirementEdge[],
  varieties: readonly VarietyEdge[],
  products: readonly number[],
): readonly RequirementEdge[] {
  const placed = new Set(rows.technology.filter((row) => row.native === row.id).map((row) => row.id));
  const inputs = new Map<number, number[]>();
  const add = (user: number, input: number): void => {
    inputs.get(user)?.push(input) ?? inputs.set(user, [input]);
  };
  for (const edge of requirements) if (edge.criticality !== "marginal") add(edge.user, edge.input);
  for (const edge of varieties) add(edge.parent, edge.variety);
  const reached = new Set(products);
  for (const node of reached) for (const input of inputs.get(node) ?? []) reached.add(input);
  return [...indexOf]
    .filter(([id, index]) => !placed.has(id) && !reached.has(index))
    .flatMap(([, input]) => products.map((user) => ({ input, user, criticality: "unknown" as const, delta: null, row: null })));
}

const varietyEdges = (rows: readonly Row<"variety">[], indexOf: ReadonlyMap<string, number>): readonly VarietyEdge[] =>
  rows.flatMap((row) => {
    const variety = indexOf.get(row.variety);
    const parent = indexOf.get(row.technology);
    if (variety === undefined || parent === undefined) return [];
    const weight = row.weight_low === null || row.weight_high === null ? null : ([row.weight_low, row.weight_high] as const);
    return [{ variety, parent, weight, row }];
  });

function families(
  rows: readonly Row<"family_member">[],
  varieties: readonly VarietyEdge[],
  indexOf: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const familyOf = new Map<number, number>();
  for (const edge of varieties) familyOf.set(edge.variety, edge.parent);
  for (const row of rows) {
    const member = indexOf.get(row.member);
    const family = indexOf.get(row.family);
    if (member !== undefined && family !== undefined) familyOf.set(member, family);
  }
  return familyOf;
}

function groupMembers(rows: readonly Row<"group_member">[], day: string): ReadonlyMap<string, readonly string[]> {
  const current = rows.filter(({ since, until }) => inForce(since, until, day));
  return new Map([...groupBy(current, ({ group }) => group)].map(([group, own]) => [group, own.map(({ member }) => member)]));
}
