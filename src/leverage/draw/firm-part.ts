import { clamp } from "../../base/interval.ts";
import { membersOf, seatOf, slotsOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { basisOf, type InputBasis } from "./drawn-input.ts";
import { keyOf } from "./random.ts";

/** A firm's part of what its economy supplies of a technology, 0..1, and what it rests on. */
export interface FirmPart {
  readonly low: number;
  readonly high: number;
  /** Slots of the figures that it is a part of. */
  readonly slots: readonly number[];
  /** One key for whoever draws it. */
  readonly key: number;
  /** Documents: of the firm's figure, then of its economy's. */
  readonly sources: readonly string[];
  /** Of the firm's figure. */
  readonly basis: InputBasis;
}

/**
 * A firm's figure over that of the economy where it has its seat, each from low to high: its figure in the row that is read where that adds
 * firms up, else its newest. `null`: unknown, since no source names its figure, its economy has none, or shares are by place of production,
 * which does not say whose plants these are.
 */
export function firmPart(model: SupplyModel, organisation: string, t: number): FirmPart | null {
  const { id, supply, shareRows } = model.map.technologies[t]!;
  if (supply === null || supply.basis === "production") return null;
  const economies = membersOf(model, seatOf(model, organisation));
  const [own] = (supply.derived ? [supply] : shareRows.filter(({ derived }) => derived))
    .flatMap(({ rows }) => rows)
    .filter(({ holder, low, high }) => holder === organisation && low !== null && high !== null)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const slots = slotsOf(model, economies, t).filter((slot) => model.shareBlank[slot] === 0);
  const [least, most] = [model.shareLow, model.shareHigh].map((of) => slots.reduce((sum, slot) => sum + of[slot]!, 0)) as [number, number];
  if (!own || most <= 0) return null;
  const low = clamp(own.low! / most, 0, 1);
  const theirs = supply.rows.filter(({ holder }) => economies.includes(seatOf(model, holder)));
  return {
    low,
    high: least > 0 ? clamp(own.high! / least, low, 1) : 1,
    slots,
    key: keyOf(`${id}|part|${organisation}`),
    sources: [...new Set([own, ...theirs].flatMap(({ source }) => source ?? []))],
    basis: basisOf(own.grade),
  };
}
