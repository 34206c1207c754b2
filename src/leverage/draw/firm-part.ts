import { has, mapped } from "../../base/collections.ts";
import { clamp } from "../../base/numbers.ts";
import { membersOf, seatOf, slotsOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { basisOf } from "./inputs.ts";
import { keyOf } from "./random.ts";

/**
 * A firm's part of its economy's supply of a technology, 0..1, with its slots, draw key and the documents of both figures: a firm's figure over that of its seat's economy, low to high: in the row used if that adds up firms, else its newest. `null` without a
 * figure of either, or if shares are by place of production.
 */
export function firmPart(model: SupplyModel, organisation: string, t: number) {
  const { id, supply, shareRows } = model.map.technologies[t]!;
  if (supply === null || supply.basis === "production") return null;
  const economies = membersOf(model, seatOf(model, organisation));
  const [own] = (supply.derived ? [supply] : shareRows.filter(({ derived }) => derived))
    .flatMap(({ rows }) => rows)
    .filter(has("low"))
    .filter(has("high"))
    .filter(({ holder }) => holder === organisation)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const slots = slotsOf(model, economies, t).filter((slot) => model.shareBlank[slot] === 0);
  const [least, most] = mapped([model.shareLow, model.shareHigh], (of) => slots.reduce((sum, slot) => sum + of[slot]!, 0));
  if (!own || most <= 0) return null;
  const low = clamp(own.low / most, 0, 1);
  const theirs = supply.rows.filter(({ holder }) => economies.includes(seatOf(model, holder)));
  return {
    low,
    high: least > 0 ? clamp(own.high / least, low, 1) : 1,
    slots,
    key: keyOf(`${id}|part|${organisation}`),
    sources: [...new Set([own, ...theirs].flatMap(({ source }) => source ?? []))],
    basis: basisOf(own.grade),
  };
}

/** Unnamed shares below this may be rounding error of the published shares. */
const minUnnamedShare = 0.02;

/** Whether a firm may hold an unknown part of technology `t`: shares are by place, or its economy has one, and the firm has no figure. */
export function firmPartUnknown(model: SupplyModel, firm: string, t: number): boolean {
  const mayHold =
    model.map.technologies[t]!.supply?.basis === "production" || slotsOf(model, membersOf(model, seatOf(model, firm)), t).length > 0;
  return mayHold && firmPart(model, firm, t) === null;
}

/** Whether an economy or group may hold part of the row's unnamed supply. */
export function isUnnamed(model: SupplyModel, code: string, t: number): boolean {
  return model.map.technologies[t]!.supply!.unknown > minUnnamedShare && slotsOf(model, membersOf(model, code), t).length === 0;
}
