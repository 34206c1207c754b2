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

/** What non-participants do: withhold too, keep still until new makers come, or fill in. */
export const outsiderRoles = ["following", "neutral", "backfilling"] as const;
export type Outsiders = (typeof outsiderRoles)[number];
