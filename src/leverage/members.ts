import type { SupplyModel } from "./model.ts";

/** The economies a code stands for: a group's members, or the economy itself. */
export function membersOf(model: SupplyModel, code: string): readonly string[] {
  return model.map.groups.get(code) ?? [code];
}

/** The economy that a code stands for or, of a firm, has its seat in. */
export const seatOf = ({ map }: SupplyModel, code: string): string => map.economyOf.get(code) ?? code;

/** Slots of the shares of technology `t` that are these economies'. */
export function slotsOf(model: SupplyModel, economies: readonly string[], t: number): readonly number[] {
  const slots: number[] = [];
  for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++)
    if (economies.includes(model.economies[model.shareEconomy[slot]!]!)) slots.push(slot);
  return slots;
}
