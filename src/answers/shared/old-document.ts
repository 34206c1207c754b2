import type { ReadModel } from "./read-model.ts";

/** Whether a technology's shares rest on one document, and that one is old. */
export function onOneOldDocument({ map, doubts }: Pick<ReadModel, "map" | "doubts">, t: number): boolean {
  const checks = (doubts.get(map.technologies[t]!.id) ?? []).map(({ check }) => check);
  return checks.includes("thin") && checks.includes("stale");
}
