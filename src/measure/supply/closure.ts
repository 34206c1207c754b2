import type { SupplyMap } from "./supply-map.ts";

/** Technologies that `t` depends on (`up`) or that depend on `t` (`down`), nearest first. O(edges reached). */
export function closure(map: SupplyMap, t: number, direction: "up" | "down"): readonly number[] {
  const csr = direction === "up" ? map.inputs : map.users;
  const seen = new Set([t]);
  const queue = [t];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!;
    for (let slot = csr.start[node]!; slot < csr.start[node + 1]!; slot++) {
      const next = csr.target[slot]!;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return queue.slice(1);
}
