import { middleOf, type ShareEntry } from "../measure/supply/share-entries.ts";
import type { RequirementEdge, SupplyMap, Technology } from "../measure/supply/supply-map.ts";
import { createTimeline, type RuleTimeline } from "../screen/rules/timeline.ts";
import { type ActTerms, actTerms } from "./acts/act-policy.ts";
import { type ByEnd, byEnd } from "./ends.ts";
import { createParameterLookup, missingDefault } from "./parameters.ts";
import { processTimes } from "./process-times.ts";

/** An edge one step weaker and one step stronger than stated: a loss δ, 0 if marginal. */
export interface AssumedEdge {
  readonly weaker: number;
  readonly stronger: number | "blocking";
}

/** The supply map in typed arrays for the kernels. Arrays by end are indexed with `End`. */
export interface SupplyModel {
  readonly map: SupplyMap;
  readonly timeline: RuleTimeline;
  /** What acts withhold, as known on the map's day. */
  readonly acts: ActTerms;
  readonly economies: readonly string[];
  readonly economyIndex: ReadonlyMap<string, number>;
  /** Share entries of technology `t`: `shareStart[t] .. shareStart[t+1])`. */
  readonly shareStart: Int32Array;
  readonly shareEconomy: Int32Array;
  readonly shareLow: Float64Array;
  readonly shareMid: Float64Array;
  readonly shareHigh: Float64Array;
  /** 1 for a holder without a figure: least 0, middle its part of the unknown, most what the unknown or its flag allows. */
  readonly shareBlank: Uint8Array;
  /** Unaccounted supply at the middle of all figures. */
  readonly unknown: Float64Array;
  /** Unaccounted supply at the least of all figures. */
  readonly unknownMost: Float64Array;
  /** Per requirement: 1 blocking; else the loss δ by end, 0 if marginal. */
  readonly blocking: Uint8Array;
  readonly delta: ByEnd;
  readonly uncertain: Uint8Array;
  /** Per requirement: months from the entry of the input to the output that lacks it. */
  readonly processTime: Float64Array;
  /** Per requirement of assumed criticality: the edge one step weaker and one step stronger; `null`: as stated. */
  readonly assumed: readonly (AssumedEdge | null)[];
  readonly spare: ByEnd;
  readonly fungibility: ByEnd;
  readonly sigma: ByEnd;
  /** World value of each final product in USD bn, in the order of `map.products`: least, middle, most; 1 if unknown. */
  readonly productValue: ByEnd;
  /** Index among `map.products`, -1 for other technologies. */
  readonly productRank: Int32Array;
  /** 1 for in-house technologies, lost entirely with own output. */
  readonly inHouse: Uint8Array;
  /** Technologies in order, users before their inputs. */
  readonly downstreamFirst: Int32Array;
  /** Set of final products that each technology goes into, an index into `productSets`. */
  readonly productSet: Int32Array;
  readonly productSets: readonly Int32Array[];
}

type Lookup = ReturnType<typeof createParameterLookup>;

function nodeParameter(map: SupplyMap, lookup: Lookup, name: string): ByEnd {
  const arrays = byEnd(map.technologies.length);
  for (const technology of map.technologies) {
    const parameter = lookup(technology, name);
    if (!parameter) missingDefault(technology.mode, name);
    for (const end of [0, 1, 2] as const) arrays[end][technology.index] = parameter.ends[end];
  }
  return arrays;
}

/** Compiles the arrays once per open workspace. O(technologies + edges + shares). */
export function compileModel(map: SupplyMap, timeline: RuleTimeline = createTimeline([])): SupplyModel {
  const lookup = createParameterLookup(map);
  const economies = economiesOf(map);
  const economyIndex = new Map(economies.map((economy, index) => [economy, index]));
  const downstreamFirst = Int32Array.from(map.technologies, (t) => t.index).sort((a, b) => map.level[b]! - map.level[a]!);
  const products = productSets(map, downstreamFirst);
  let acts: ActTerms | undefined;
  return {
    map,
    timeline,
    /** Read when an act is asked about: a map without technologies needs no defaults. */
    get acts() {
      acts ??= actTerms(map, lookup);
      return acts;
    },
    downstreamFirst,
    economies,
    economyIndex,
    ...compileShares(map, economyIndex),
    ...compileEdges(map, lookup),
    processTime: processTimes(map),
    spare: nodeParameter(map, lookup, "spare"),
    fungibility: nodeParameter(map, lookup, "fungibility"),
    sigma: nodeParameter(map, lookup, "substitution"),
    productValue: productValues(map, lookup),
    productRank: productRank(map),
    inHouse: inHouse(map),
    productSet: products.of,
    productSets: products.sets,
  };
}

function productValues(map: SupplyMap, lookup: Lookup): ByEnd {
  const values = byEnd(map.products.length);
  map.products.forEach((node, j) => {
    const size = lookup(map.technologies[node]!, "market-size");
    for (const end of [0, 1, 2] as const) values[end][j] = size?.ends[end] || 1;
  });
  return values;
}

const productRank = (map: SupplyMap): Int32Array => indexIn(map.products, map.technologies.length);

/** Place in a list of each number below `length`; -1 for those that are not in it. */
export function indexIn(list: ArrayLike<number>, length: number): Int32Array {
  const index = new Int32Array(length).fill(-1);
  for (let at = 0; at < list.length; at++) index[list[at]!] = at;
  return index;
}

/**
 * Technologies without providers of their own: families and processes without shares, and families with a variety that has shares.
 * Fabrication processes run where the product is made, so they rest on the target's own output.
 */
function inHouse(map: SupplyMap): Uint8Array {
  const families = new Set([...map.familyOf.values(), ...map.varieties.map((edge) => edge.parent)]);
  const varied = new Set<number>();
  for (const edge of [...map.varieties].sort((a, b) => map.level[a.variety]! - map.level[b.variety]!)) {
    if (map.technologies[edge.variety]!.supply !== null || varied.has(edge.variety)) varied.add(edge.parent);
  }
  const own = (t: Technology): boolean => {
    if (varied.has(t.index)) return true;
    if (t.supply === null) return t.kind === "process" || families.has(t.index);
    return t.kind === "process" && t.stage === "fabrication";
  };
  return Uint8Array.from(map.technologies, (t) => (own(t) ? 1 : 0));
}

function economiesOf(map: SupplyMap): readonly string[] {
  const names = new Set<string>();
  for (const technology of map.technologies) for (const entry of technology.supply?.entries ?? []) names.add(entry.holder);
  for (const row of map.rows.product_place) names.add(row.economy);
  for (const row of map.rows.reach) names.add(row.issuer);
  return [...names].sort();
}

function compileShares(map: SupplyMap, economyIndex: ReadonlyMap<string, number>) {
  const n = map.technologies.length;
  const shareStart = new Int32Array(n + 1);
  for (const t of map.technologies) shareStart[t.index + 1] = shareStart[t.index]! + (t.supply?.entries.length ?? 0);
  const count = shareStart[n]!;
  const shareEconomy = new Int32Array(count);
  const [shareLow, shareMid, shareHigh] = byEnd(count);
  const shareBlank = new Uint8Array(count);
  const unknown = new Float64Array(n);
  const unknownMost = new Float64Array(n);
  for (const t of map.technologies) {
    if (!t.supply) continue;
    const known = t.supply.entries.filter((entry) => !entry.blank);
    const low = known.reduce((sum, entry) => sum + entry.low, 0);
    const beyond = known.reduce((sum, entry) => sum + middleOf(entry) - entry.low, 0);
    const scale = low > 1 ? 1 / low : 1;
    const room = low >= 1 ? 0 : Math.min(1, (1 - low) / (beyond || 1));
    let sum = 0;
    t.supply.entries.forEach((entry, i) => {
      const slot = shareStart[t.index]! + i;
      shareEconomy[slot] = economyIndex.get(entry.holder)!;
      shareBlank[slot] = entry.blank ? 1 : 0;
      if (entry.blank) return;
      shareLow[slot] = entry.low * scale;
      shareMid[slot] = (entry.low + room * (middleOf(entry) - entry.low)) * scale;
      shareHigh[slot] = Math.min(entry.high, Math.max(entry.low * scale, 1 - (low - entry.low)));
      sum += shareMid[slot];
    });
    unknown[t.index] = Math.max(0, 1 - sum);
    unknownMost[t.index] = Math.max(0, 1 - low - t.supply.joint.reduce((all, sum) => all + sum.low, 0));
    const blanks = blankShares(t.supply.entries, unknown[t.index]!, unknownMost[t.index]!);
    t.supply.entries.forEach((entry, i) => {
      if (!entry.blank) return;
      const slot = shareStart[t.index]! + i;
      [shareMid[slot], shareHigh[slot]] = blanks(entry);
    });
  }
  return { shareStart, shareEconomy, shareLow, shareMid, shareHigh, shareBlank, unknown, unknownMost };
}

/** Middle and most of holders without a figure: flagged ones within their flag, the others equally with one unnamed rest. */
function blankShares(
  entries: readonly ShareEntry[],
  unknown: number,
  unknownMost: number,
): (entry: ShareEntry) => readonly [number, number] {
  const blanks = entries.filter((entry) => entry.blank);
  const flagged = (entry: ShareEntry): number => Math.min(entry.high / 2, unknown / (blanks.length + 1));
  const open = blanks.filter((entry) => entry.high === 0);
  const rest = unknown - blanks.reduce((sum, entry) => sum + flagged(entry), 0);
  return (entry) => (entry.high > 0 ? [flagged(entry), Math.min(entry.high, unknownMost)] : [rest / (open.length + 1), unknownMost]);
}

function compileEdges(map: SupplyMap, lookup: Lookup) {
  const count = map.requirements.length;
  const blocking = new Uint8Array(count);
  const uncertain = new Uint8Array(count);
  const assumed = map.requirements.map((edge) => assumedEdge(map, lookup, edge));
  const delta = byEnd(count);
  map.requirements.forEach((edge, e) => {
    if (edge.criticality === "blocking") blocking[e] = 1;
    if (edge.criticality === "unknown") uncertain[e] = 1;
    const [low, high] = deltaOf(map, lookup, edge);
    delta[0][e] = low;
    delta[1][e] = (low + high) / 2;
    delta[2][e] = high;
  });
  return { blocking, delta, uncertain, assumed };
}

function deltaOf(map: SupplyMap, lookup: Lookup, edge: RequirementEdge): readonly [number, number] {
  if (edge.criticality === "unknown") return [0, 1];
  if (edge.criticality !== "degrading") return [0, 0];
  return edge.delta ?? degradationOf(map, lookup, edge);
}

/** Loss without the input of an edge, if that degrades and no own figure is known. */
function degradationOf(map: SupplyMap, lookup: Lookup, { input }: RequirementEdge): readonly [number, number] {
  const fallback = lookup(map.technologies[input]!, "degradation");
  return fallback ? [fallback.ends[0], fallback.ends[2]] : [0, 1];
}

function assumedEdge(map: SupplyMap, lookup: Lookup, edge: RequirementEdge): AssumedEdge | null {
  if (edge.row?.grade !== "assumed" || edge.criticality === "unknown") return null;
  const [low, high] = degradationOf(map, lookup, edge);
  const degrading = (low + high) / 2;
  if (edge.criticality === "blocking") return { weaker: degrading, stronger: "blocking" };
  return edge.criticality === "degrading" ? { weaker: 0, stronger: "blocking" } : { weaker: 0, stronger: degrading };
}

/** Final products each technology goes into, itself included; equal sets are shared. */
function productSets(map: SupplyMap, downstreamFirst: Int32Array): { of: Int32Array; sets: readonly Int32Array[] } {
  const sets: Int32Array[] = [new Int32Array(0)];
  const known = new Map<string, number>([["", 0]]);
  const of = new Int32Array(map.technologies.length);
  const rank = productRank(map);
  for (const node of downstreamFirst) {
    const merged = new Set<number>();
    if (rank[node]! >= 0) merged.add(rank[node]!);
    const seen = new Set<number>();
    for (let slot = map.users.start[node]!; slot < map.users.start[node + 1]!; slot++) {
      const id = of[map.users.target[slot]!]!;
      if (seen.has(id)) continue;
      seen.add(id);
      for (const product of sets[id]!) merged.add(product);
    }
    const list = Int32Array.from(merged).sort();
    const key = list.join();
    let id = known.get(key);
    if (id === undefined) {
      id = sets.push(list) - 1;
      known.set(key, id);
    }
    of[node] = id;
  }
  return { of, sets };
}
