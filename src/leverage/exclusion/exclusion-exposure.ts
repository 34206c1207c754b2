import { groupBy } from "../../base/collections.ts";
import type { Bounds } from "../../measure/bootstrap.ts";

/** An interval; equal keys are one unknown number with one value per draw. */
export interface KeyedBounds extends Bounds {
  readonly key?: string;
}

/** Claims of one holder that stand or fall together; `inForce`: chance of each document to be in force in the jurisdiction. */
export interface ExclusionCluster {
  readonly holder: string;
  readonly technology: string;
  readonly inForce: readonly Bounds[];
  /** Licence status of these claims where it differs from the holder's others. */
  readonly licensed?: boolean | null;
}

/** By technology and forum, independent of the number of families; each in 0..1. */
export interface TechnologyTerms {
  /** `v`: valid if challenged. */
  readonly valid: KeyedBounds;
  /** `x`: the product demonstrably reads on the claims. */
  readonly readOn: KeyedBounds;
  /** `g`: designed around. */
  readonly designAround: KeyedBounds;
}

export interface HolderTerms {
  /** `u`: exclusion granted in that forum to that kind of holder, 0..1; shared by its clusters. */
  readonly granted: KeyedBounds;
  /** Licensed or exhausted; `null` unknown. */
  readonly licensed: boolean | null;
}

/** One product in one jurisdiction. Missing `technologies` or `holders` are unknown: [0, 1], licence status unknown. */
export interface ExclusionQuestion {
  /** `V_J`: value made, used, sold or imported there, USD a year. */
  readonly value: KeyedBounds;
  readonly clusters: readonly ExclusionCluster[];
  readonly technologies: ReadonlyMap<string, TechnologyTerms>;
  readonly holders: ReadonlyMap<string, HolderTerms>;
  /** Licence cost as a share of the value, 0..1; `null` unknown. */
  readonly royalty: Bounds | null;
  /** Years to a product that avoids the claims; `null` unknown. */
  readonly delay: Bounds | null;
}

export interface ExclusionExposure {
  readonly part: Bounds;
  /** `E_J`, USD a year: lost market access, not lost output. */
  readonly usd: Bounds;
  /** What each holder alone could exclude, largest first; not additive. */
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
 * Exclusion exposure of a product in a jurisdiction: `E_J = V_J (1 - Π_h (1 - u_h (1 - Π_c (1 - q_c v_c x_c (1 - g_c)))))` over holders `h`
 * and clusters `c`, independent but for `u_h`. `q_c` is the highest in the cluster, so more families of a cluster change nothing. Monotone
 * in every input, so interval ends map to ends. Licensed: 0; unknown: from 0. An upper bound, not legal advice.
 */
export function exclusionExposure(question: ExclusionQuestion): ExclusionExposure {
  const holders = [...groupBy(question.clusters, ({ holder }) => holder)].map(([holder, own]) => ({
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
    delayYears: delay === null ? null : { low: delay.low, high: delay.high },
  };
}

/** Common licence status of a holder's claims; `null` if unknown or mixed. */
function licenceOf(clusters: readonly ExclusionCluster[], ofHolder: boolean | null): boolean | null {
  const states = new Set(clusters.map(({ licensed = ofHolder }) => licensed));
  return states.size === 1 ? [...states][0]! : null;
}

const unknownChance: KeyedBounds = { low: 0, high: 1 };

export const unknownTerms: TechnologyTerms = { valid: unknownChance, readOn: unknownChance, designAround: unknownChance };

export const unknownHolder: HolderTerms = { granted: unknownChance, licensed: null };

const scaled = (part: Bounds, value: Bounds): Bounds => ({ low: part.low * value.low, high: part.high * value.high });

/** `u (1 - Π_c (1 - q v x (1 - g)))`; 0 for a licensed product. */
function holderPart(clusters: readonly ExclusionCluster[], { technologies, holders }: ExclusionQuestion): Bounds {
  const { granted, licensed: ofHolder } = holders.get(clusters[0]?.holder ?? "") ?? unknownHolder;
  let [freeLow, freeHigh] = [1, 1];
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
