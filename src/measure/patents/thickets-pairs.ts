import type { HolderLists } from "./blocking-weight-citations.ts";
import type { BlockingPairs } from "./thickets.ts";

/** Citations between documents; `strong[k]`: 1 X or Y, 0 other category, -1 none. */
export interface BlockingCitations {
  readonly citing: Int32Array;
  readonly cited: Int32Array;
  readonly strong: Int8Array;
}

/**
 * Blocking between holders from citations: each holder of the cited document blocks each holder of the citing one. Only X and Y count if any
 * citation has a category, else all (see variant). Unknown holders and self-citations are left out.
 */
export function blockingPairs(holders: number, lists: HolderLists, citations: BlockingCitations): BlockingPairs {
  const { citing, cited, strong } = citations;
  const categorised = strong.some((mark) => mark !== -1);
  const counts = new Map<number, number>();
  for (let k = 0; k < citing.length; k++) {
    if (categorised && strong[k] !== 1) continue;
    const blockers = lists.holder.subarray(lists.start[cited[k]!], lists.start[cited[k]! + 1]);
    const blocked = lists.holder.subarray(lists.start[citing[k]!], lists.start[citing[k]! + 1]);
    if (blockers.some((holder) => blocked.includes(holder))) continue;
    for (const a of blockers) for (const b of blocked) counts.set(a * holders + b, (counts.get(a * holders + b) ?? 0) + 1);
  }
  const keys = [...counts.keys()].sort((a, b) => a - b);
  return {
    holders,
    blocker: Int32Array.from(keys, (key) => Math.floor(key / holders)),
    blocked: Int32Array.from(keys, (key) => key % holders),
    count: Int32Array.from(keys, (key) => counts.get(key)!),
    variant: categorised ? "X and Y" : "citations without category",
  };
}
