import { groupBy } from "../base/group-by.ts";
import type { Bounds } from "../measure/bootstrap.ts";

/** What one group of claims adds to an exposure. */
export interface GroupPart {
  readonly group: string;
  readonly clusters: number;
  /** What is left without it. */
  readonly without: Bounds;
  /** How far each end falls without it; `low` is the lesser of the two falls. */
  readonly adds: Bounds;
}

export interface ExposureByGroup {
  /** With all groups; `null`: unknown, and then no group is told. */
  readonly whole: Bounds | null;
  /** The one that adds most first, by the greater fall; at most as many as were asked for. */
  readonly groups: readonly GroupPart[];
  /** All groups; of each whether it could exclude anything by itself. */
  readonly excludes: ReadonlyMap<string, boolean>;
}

/** How clusters of claims are told apart and put into groups. */
export interface ClusterNames<C> {
  /** One for each cluster, so that the order they come in does not matter. */
  readonly id: (cluster: C) => string;
  readonly group: (cluster: C) => string;
}

/**
 * Leaves out one group of claim clusters after the other, the `most` that exclude most by themselves: of the claims of one holder on one product those add most.
 * The exposure never rises without claims, so that nothing added is below 0; what groups add does not sum to the whole, since one may stop
 * what another stops too. `exposure` is `null` where it is unknown or no claim is left. O(most · time of `exposure`).
 */
export function exposureByGroup<C>(
  clusters: readonly C[],
  names: ClusterNames<C>,
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

/** How far each end of an exposure falls, the lesser fall first; `null` is an exposure without any claim. */
export function fallOf(whole: Bounds, without: Bounds | null): Bounds {
  const left = without ?? nothing;
  const falls = [whole.low - left.low, whole.high - left.high];
  return { low: Math.min(...falls), high: Math.max(...falls) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
