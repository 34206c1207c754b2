import type { HolderLists } from "./blocking-weight-citations.ts";
import type { BlockingPairs } from "./thickets.ts";

/** Citations between documents; `strong[k]`: 1 marked X or Y, 0 marked otherwise, -1 without a category. */
export interface BlockingCitations {
  readonly citing: Int32Array;
  readonly cited: Int32Array;
  readonly strong: Int8Array;
}

/**
 * Blocking between the holders of a technology from its citations: each holder of the cited document blocks each holder of the citing
 * one, once a citation. Only X and Y count where any citation has a category; else all do, and the variant says so. Citations without a
 * known holder on either side are left out, as are those between documents of one holder.
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
