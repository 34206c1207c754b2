import { firmPart } from "./draw/firm-part.ts";
import { membersOf, seatOf, slotsOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";

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
