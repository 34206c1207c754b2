import type { SupplyModel } from "./model.ts";

/** The economies a code stands for: a group's members, or the economy itself. */
export function membersOf(model: SupplyModel, code: string): readonly string[] {
  return model.map.groups.get(code) ?? [code];
}
