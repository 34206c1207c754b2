import { withheldTechnologies } from "../../leverage/game/banned-stops.ts";
import type { ReadModel } from "./read-model.ts";

/** Whether a technology's shares rest on one document, and that one is old. */
export function onOneOldDocument({ map, doubts }: Pick<ReadModel, "map" | "doubts">, t: number): boolean {
  const checks = (doubts.get(map.technologies[t]!.id) ?? []).map(({ check }) => check);
  return checks.includes("thin") && checks.includes("stale");
}

/** All that can be withheld, as leverage counts it: what rests on one old document has no place there, as among chokepoints. */
export const countedTechnologies = (read: Pick<ReadModel, "map" | "doubts" | "model" | "withholding">): readonly number[] =>
  withheldTechnologies(read.model, read.withholding.seeds, null).filter((t) => !onOneOldDocument(read, t));
