import type { Bounds } from "../../measure/bootstrap.ts";

/** An interval; those of one key are one unknown number, so that a draw gives them one value. */
export interface KeyedBounds extends Bounds {
  readonly key?: string;
}

/** Claims of one holder that stand or fall together; `inForce` is the chance of each of its documents to be in force in the jurisdiction, 0..1. */
export interface ExclusionCluster {
  readonly holder: string;
  readonly technology: string;
  readonly inForce: readonly Bounds[];
  /** Where the licence of these claims is known apart from the holder's others. */
  readonly licensed?: boolean | null;
}

/** By technology and forum, never by how many families there are; each in 0..1. */
export interface TechnologyTerms {
  /** `v`: valid if tested. */
  readonly valid: KeyedBounds;
  /** `x`: the product reads on the claims and that can be shown. */
  readonly readOn: KeyedBounds;
  /** `g`: designed around. */
  readonly designAround: KeyedBounds;
}

export interface HolderTerms {
  /** `u`: exclusion is granted in that forum to that kind of holder, common to its clusters, 0..1. */
  readonly granted: KeyedBounds;
  /** Licensed or exhausted; `null` if nobody knows. */
  readonly licensed: boolean | null;
}

/** One product in one jurisdiction. What is not in `technologies` or `holders` is unknown: [0, 1], licences unknown. */
export interface ExclusionQuestion {
  /** `V_J`: what is made, used, sold or imported there, USD a year. */
  readonly value: KeyedBounds;
  readonly clusters: readonly ExclusionCluster[];
  readonly technologies: ReadonlyMap<string, TechnologyTerms>;
  readonly holders: ReadonlyMap<string, HolderTerms>;
  /** Part of the value that a licence would cost, 0..1; `null` if unknown. */
  readonly royalty: Bounds | null;
  /** Years until a product that avoids the claims is there; `null` if unknown. */
  readonly delay: Bounds | null;
}

export interface ExclusionExposure {
  /** `E_J / V_J`, 0..1. */
  readonly part: Bounds;
  /** `E_J`, USD a year: market access lost, not output lost. */
  readonly usd: Bounds;
  /** What each holder alone could exclude, the greatest first; the parts do not add up. */
  readonly holders: readonly {
    readonly holder: string;
    readonly part: Bounds;
    readonly licensed: boolean | null;
    readonly clusters: number;
  }[];
  readonly royaltyUsd: Bounds | null;
  readonly delayYears: Bounds | null;
}

/**
 * Exclusion exposure of a product in a jurisdiction: `E_J = V_J (1 - Π_h (1 - u_h (1 - Π_c (1 - q_c v_c x_c (1 - g_c)))))` over holders
 * `h` and their clusters `c`, all taken as independent but for `u_h`, which is one for a holder. `q_c` is the highest in force in the
 * cluster, so that more families of one cluster change nothing. The formula grows with every input but `g`, so the ends of the
 * intervals give the ends of the answer. Licensed: 0; licences unknown: from 0. An upper bound, not legal advice.
 */
export function exclusionExposure(question: ExclusionQuestion): ExclusionExposure {
  const holders = [...byHolder(question.clusters)].map(([holder, own]) => ({
    holder,
    part: holderPart(own, question),
    licensed: licenceOf(own, question.holders.get(holder)?.licensed ?? null),
    clusters: own.length,
  }));
  const part = {
    low: 1 - holders.reduce((free, holder) => free * (1 - holder.part.low), 1),
    high: 1 - holders.reduce((free, holder) => free * (1 - holder.part.high), 1),
  };
  const { value, royalty, delay } = question;
  return {
    part,
    usd: scaled(part, value),
    holders: holders.sort((a, b) => b.part.high - a.part.high || (a.holder < b.holder ? -1 : 1)),
    royaltyUsd: royalty === null ? null : scaled(royalty, value),
    delayYears: delay,
  };
}

/** Clusters by holder, holders in the order of their first cluster. */
export function byHolder(clusters: readonly ExclusionCluster[]): ReadonlyMap<string, readonly ExclusionCluster[]> {
  const groups = new Map<string, ExclusionCluster[]>();
  for (const cluster of clusters) {
    const group = groups.get(cluster.holder);
    if (group) group.push(cluster);
    else groups.set(cluster.holder, [cluster]);
  }
  return groups;
}

/** What is known of the licence of all claims of a holder; `null` where it is unknown or not one. */
function licenceOf(clusters: readonly ExclusionCluster[], ofHolder: boolean | null): boolean | null {
  const states = new Set(clusters.map(({ licensed = ofHolder }) => licensed));
  return states.size === 1 ? [...states][0]! : null;
}

/** What is not known of a chance. */
export const unknownChance: KeyedBounds = { low: 0, high: 1 };

/** What is not known of a technology. */
export const unknownTerms: TechnologyTerms = { valid: unknownChance, readOn: unknownChance, designAround: unknownChance };

/** What is not known of a holder. */
export const unknownHolder: HolderTerms = { granted: unknownChance, licensed: null };

const scaled = (part: Bounds, value: Bounds): Bounds => ({ low: part.low * value.low, high: part.high * value.high });

/** `u (1 - Π_c (1 - q v x (1 - g)))`, 0 from a licensee's side. */
function holderPart(clusters: readonly ExclusionCluster[], { technologies, holders }: ExclusionQuestion): Bounds {
  const { granted, licensed: ofHolder } = holders.get(clusters[0]?.holder ?? "") ?? unknownHolder;
  let freeLow = 1;
  let freeHigh = 1;
  for (const { technology, inForce, licensed = ofHolder } of clusters) {
    if (licensed === true) continue;
    const { valid, readOn, designAround } = technologies.get(technology) ?? unknownTerms;
    const low = inForce.reduce((most, each) => Math.max(most, each.low), 0);
    const high = inForce.reduce((most, each) => Math.max(most, each.high), 0);
    if (licensed === false) freeLow *= 1 - low * valid.low * readOn.low * (1 - designAround.high);
    freeHigh *= 1 - high * valid.high * readOn.high * (1 - designAround.low);
  }
  return { low: granted.low * (1 - freeLow), high: granted.high * (1 - freeHigh) };
}
