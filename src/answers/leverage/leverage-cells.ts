import type { Estimate } from "../../leverage/game/estimate.ts";
import type { CellNumber, MatrixCell } from "../../leverage/game/leverage-matrix.ts";
import { gdpOf } from "../shared/gdp.ts";
import { makingGap } from "../shared/making-gap.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { LeverageCell } from "./leverage-report.ts";

const nothing = {
  loss: null,
  usd: null,
  ofGdp: null,
  useUsd: null,
  sales: null,
  downstream: null,
  cost: null,
  lasting: null,
  net: null,
  complementarity: null,
} as const;

/** A cell of which nothing can be said, and why. */
export function unknownCell(from: string, on: string, gap: NonNullable<LeverageCell["gap"]>, leavesOut: number): LeverageCell {
  return { from, on, gap, ...nothing, technologies: [], unpriced: [], leavesOut, patents: null };
}

/**
 * A cell that was run. What rests on an unknown figure is `null`.
 * @param leavesOut technologies of which the sender's part is unknown
 */
export function knownCell(
  read: ReadModel,
  { from, on, numbers, technologies }: MatrixCell,
  market: Float64Array,
  leavesOut: number,
): LeverageCell {
  const { map } = read;
  if (technologies.length === 0) return unknownCell(from, on, "no-known-supply", leavesOut);
  const idOf = (t: number): string => map.technologies[t]!.id;
  const unpriced = technologies.filter((t) => Number.isNaN(market[t]!));
  const common = { from, on, technologies: technologies.map(idOf), unpriced: unpriced.map(idOf), leavesOut, patents: null };
  const gap = makingGap(read, on);
  if (gap !== null) return { ...common, gap, ...nothing, loss: numbers.loss };
  const priced = unpriced.length < technologies.length;
  const isFirm = map.economyOf.has(from);
  const cost = (name: CellNumber): Estimate | null => (priced ? numbers[name] : null);
  return {
    ...common,
    gap: null,
    loss: numbers.loss,
    usd: numbers.usd,
    ofGdp: partOf(numbers.usd, gdpOf(read, on)?.usdBn ?? null),
    useUsd: numbers.useUsd,
    sales: cost("sales"),
    downstream: isFirm ? null : numbers.downstream,
    cost: cost("cost"),
    lasting: cost("lasting"),
    net: cost("net"),
    complementarity: cost("complementarity"),
  };
}

/** A part of GDP; `null` where that is not known. */
export function partOf({ middle, interval: [low, median, high] }: Estimate, gdp: number | null): Estimate | null {
  return gdp === null ? null : { middle: middle / gdp, interval: [low / gdp, median / gdp, high / gdp] };
}
