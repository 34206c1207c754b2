import type { ByEnd } from "./ends.ts";
import type { SupplyModel } from "./model.ts";

/** A holder's share: least, expected, most; 0 if it is not in the row. */
export function shareOf(model: SupplyModel, t: number, economy: number): readonly [number, number, number] {
  let [low, mid, high] = [0, 0, 0];
  for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
    if (model.shareEconomy[slot] !== economy) continue;
    low += model.shareLow[slot]!;
    mid += model.shareMid[slot]!;
    high += model.shareHigh[slot]!;
  }
  return [low, mid, Math.min(1, high)];
}

interface OwnFigures {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** Number of members with a figure, and in the row. */
  readonly figures: number;
  readonly named: number;
}

function ownFigures(model: SupplyModel, t: number, members: ReadonlySet<number>): OwnFigures {
  let [low, mid, high, figures, named] = [0, 0, 0, 0, 0];
  for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
    if (!members.has(model.shareEconomy[slot]!)) continue;
    named++;
    if (!model.shareBlank[slot]) figures++;
    low += model.shareLow[slot]!;
    mid += model.shareMid[slot]!;
    high += model.shareHigh[slot]!;
  }
  return { low, mid, high, figures, named };
}

/** Own supply share of each technology by end; `published`: 1 if no unknown part can be the target's. */
export interface OwnShares {
  readonly share: ByEnd;
  readonly published: Uint8Array;
}

/** Members outside the row may hold any of the unknown part. */
export function ownShares(model: SupplyModel, members: ReadonlySet<number>, codes: readonly string[]): OwnShares {
  const n = model.map.technologies.length;
  const share: ByEnd = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const published = new Uint8Array(n);
  for (let t = 0; t < n; t++) {
    const own = ownFigures(model, t, members);
    const most = own.low + model.unknownMost[t]!;
    published[t] = own.figures === codes.length ? 1 : 0;
    share[0][t] = own.low;
    share[1][t] = own.mid;
    const ceiling = published[t] ? 1 : Math.max(own.low, regionCeiling(model, t, codes));
    share[2][t] = Math.min(1, most, ceiling, own.named === codes.length ? own.high : 1);
  }
  return { share, published };
}

/** A member of a region without its own figure holds at most the region's share. */
function regionCeiling(model: SupplyModel, t: number, codes: readonly string[]): number {
  const regions = model.map.technologies[t]!.supply?.regions ?? [];
  const around = regions.filter(({ region }) => codes.every((code) => model.map.groups.get(region)?.includes(code)));
  return around.reduce((least, { share }) => Math.min(least, share), 1);
}
