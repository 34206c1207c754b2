import { groupBy } from "../../base/collections.ts";
import type { SupplyModel } from "../model.ts";

/**
 * Technologies, by index, whose making needs an input of which an economy is a known supplier: directly, or through inputs that need one. Only
 * blocking inputs count. O(technologies + edges).
 */
export function makersNeeding(model: SupplyModel, issuer: string): ReadonlySet<number> {
  const { map, blocking, downstreamFirst } = model;
  const edges = groupBy(
    map.requirements.filter((_, e) => blocking[e] === 1),
    ({ user }) => user,
  );
  const needing = new Set<number>();
  for (let i = downstreamFirst.length - 1; i >= 0; i--) {
    const user = downstreamFirst[i]!;
    if ((edges.get(user) ?? []).some(({ input }) => needing.has(input) || supplies(model, issuer, input))) needing.add(user);
  }
  return needing;
}

function supplies({ shareStart, shareEconomy, shareHigh, shareBlank, economies }: SupplyModel, code: string, t: number): boolean {
  for (let slot = shareStart[t]!; slot < shareStart[t + 1]!; slot++)
    if (economies[shareEconomy[slot]!] === code && shareBlank[slot] === 0 && shareHigh[slot]! > 0) return true;
  return false;
}
