import { groupBy } from "../base/collections.ts";
import type { Bounds } from "../measure/bootstrap.ts";

/** Contribution of one group of claims to an exposure. */
export interface GroupPart {
  readonly group: string;
  readonly clusters: number;
  /** Exposure without it. */
  readonly without: Bounds;
  /** Fall of each end without it, smaller one first. */
  readonly adds: Bounds;
}

export interface ExposureByGroup {
  /** Exposure with all groups; `null`: unknown, and no group is reported. */
  readonly whole: Bounds | null;
  /** Largest contribution first, up to the requested number. */
  readonly groups: readonly GroupPart[];
  readonly excludes: ReadonlyMap<string, boolean>;
}

/**
 * Leaves out each of the `most` claim groups that exclude most by themselves. Contributions are never negative and do not sum to the whole:
 * groups overlap. `exposure` is `null` if unknown or without claims. O(most · time of `exposure`).
 */
export function exposureByGroup<C>(
  clusters: readonly C[],
  names: Readonly<Record<"id" | "group", (cluster: C) => string>>,
  exposure: (clusters: readonly C[]) => Bounds | null,
  most = Number.POSITIVE_INFINITY,
): ExposureByGroup {
  const ordered = clusters.map((cluster) => ({ cluster, id: names.id(cluster) })).sort((a, b) => compare(a.id, b.id));
  const sorted = ordered.map(({ cluster }) => cluster);
  const whole = exposure(sorted);
  if (whole === null) return { whole, groups: [], excludes: new Map() };
  const alone = [...groupBy(sorted, names.group)]
    .map(([group, own]) => ({ group, own, by: exposure(own) ?? nothing }))
    .sort((a, b) => b.by.high - a.by.high || b.by.low - a.by.low || compare(a.group, b.group));
  const groups = alone.slice(0, most).map(({ group, own }): GroupPart => {
    // The whole is known, so that nothing is unknown in a part of it: none is left.
    const without = exposure(sorted.filter((cluster) => names.group(cluster) !== group)) ?? nothing;
    return { group, clusters: own.length, without, adds: fallOf(whole, without) };
  });
  return {
    whole,
    groups: groups.sort((a, b) => b.adds.high - a.adds.high || b.adds.low - a.adds.low || compare(a.group, b.group)),
    excludes: new Map(alone.map(({ group, by }) => [group, by.high > 0])),
  };
}

const nothing: Bounds = { low: 0, high: 0 };

/** Fall of each end of an exposure, smaller first; `null` is an exposure without claims. */
export function fallOf(whole: Bounds, without: Bounds | null): Bounds {
  const left = without ?? nothing;
  const falls = [whole.low - left.low, whole.high - left.high];
  return { low: Math.min(...falls), high: Math.max(...falls) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
