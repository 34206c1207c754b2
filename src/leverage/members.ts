import type { SupplyModel } from "./model.ts";

/** Economies of a code: a group's members, or the economy itself. */
export function membersOf(model: SupplyModel, code: string): readonly string[] {
  return model.map.groups.get(code) ?? [code];
}

/** The economy itself, or the seat of a firm. */
export const seatOf = ({ map }: SupplyModel, code: string): string => map.economyOf.get(code) ?? code;

/** Slots of these economies' shares of technology `t`. */
export function slotsOf(model: SupplyModel, economies: readonly string[], t: number): readonly number[] {
  const slots: number[] = [];
  for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++)
    if (economies.includes(model.economies[model.shareEconomy[slot]!]!)) slots.push(slot);
  return slots;
}
