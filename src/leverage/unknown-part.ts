import { firmPart } from "./draw/firm-part.ts";
import { membersOf, seatOf, slotsOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";

/** Unnamed shares below this may be rounding error of the published shares. */
const minUnnamedShare = 0.02;

/**
 * Whether nobody knows what a firm holds of technology `t`, of which it may hold some: shares are by place, or its economy has one, and no
 * source names its part.
 */
export function firmPartUnknown(model: SupplyModel, firm: string, t: number): boolean {
  const mayHold =
    model.map.technologies[t]!.supply?.basis === "production" || slotsOf(model, membersOf(model, seatOf(model, firm)), t).length > 0;
  return mayHold && firmPart(model, firm, t) === null;
}

/** Whether an economy or group may hold a part of what the row of technology `t` gives to nobody: the row does not name it. */
export function isUnnamed(model: SupplyModel, code: string, t: number): boolean {
  return model.map.technologies[t]!.supply!.unknown > minUnnamedShare && slotsOf(model, membersOf(model, code), t).length === 0;
}
