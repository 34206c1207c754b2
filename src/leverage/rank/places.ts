/** Places that an entry may have, counted from 1. Two entries that no draws tell apart overlap. */
export interface Places {
  readonly first: number;
  readonly last: number;
}

/** Two entries that change places in more than this part of the draws are not told apart. */
const mostSwapped = 1 / 3;

/**
 * The places that draws carry for each entry: behind all that are ahead of it in at least two thirds of the draws, before all that it is ahead
 * of in as many. A tie counts as half a change. O(entries^2 x draws).
 * @param drawn numbers of each entry by draw; the greatest comes first
 */
export function placesOf(drawn: readonly ArrayLike<number>[]): readonly Places[] {
  const first = drawn.map(() => 1);
  const last = drawn.map(() => drawn.length);
  for (let a = 0; a < drawn.length; a++)
    for (let b = a + 1; b < drawn.length; b++) {
      const behind = partBehind(drawn[a]!, drawn[b]!);
      if (behind <= mostSwapped) [last[a], first[b]] = [last[a]! - 1, first[b]! + 1];
      else if (1 - behind <= mostSwapped) [last[b], first[a]] = [last[b]! - 1, first[a]! + 1];
    }
  return drawn.map((_, i) => ({ first: first[i]!, last: last[i]! }));
}

/** Part of the draws in which one entry is behind another. */
function partBehind(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let behind = 0;
  for (let draw = 0; draw < one.length; draw++) behind += one[draw]! < other[draw]! ? 1 : one[draw]! === other[draw]! ? 0.5 : 0;
  return behind / one.length;
}
