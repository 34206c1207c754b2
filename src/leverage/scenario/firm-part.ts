import type { SupplyModel } from "../model.ts";

/** A part with what it rests on. */
export interface FirmPart {
  readonly low: number;
  readonly high: number;
  /** Documents of the figures; empty where nothing is published and the part may be anything. */
  readonly sources: readonly string[];
}

const anything: FirmPart = { low: 0, high: 1, sources: [] };

/**
 * A firm's part of its economy's supply of a technology: its newest figure over that of the economy, each from low to high; anything from
 * none to all where there is no figure of the firm.
 */
export function firmPart({ map }: SupplyModel, organisation: string, economies: readonly string[], t: number): FirmPart {
  const technology = map.technologies[t]!;
  const rows = technology.shareRows.flatMap(({ rows: each }) => each).filter(({ holder }) => holder === organisation);
  const newest = rows.filter(({ low }) => low !== null).sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
  const of = (technology.supply?.entries ?? []).filter(({ holder, blank }) => economies.includes(holder) && !blank);
  const [least, most] = [of.reduce((sum, { low }) => sum + low, 0), of.reduce((sum, { high }) => sum + high, 0)];
  if (!newest || most <= 0) return anything;
  const { low, high, source } = newest;
  return {
    low: Math.min(1, (low ?? 0) / most),
    high: least > 0 ? Math.min(1, (high ?? 1) / least) : 1,
    sources: source === null ? [] : [source],
  };
}
