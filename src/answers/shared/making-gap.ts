import { say } from "../../base/message.ts";
import { membersOf } from "../../leverage/members.ts";
import { createParameterLookup } from "../../leverage/parameters.ts";
import { productPlaces } from "../../leverage/product-places.ts";
import type { ReadModel } from "./read-model.ts";

/** Why nobody can say what a target loses, or what that is worth. */
export const makingGaps = ["making-unknown", "makes-nothing", "value-unknown", "firm"] as const;

/** `null` where it can be said. */
export type MakingGap = (typeof makingGaps)[number] | null;

/** What is known of what a target makes and of its worth. A firm makes what others make for it. */
export function makingGap({ model }: ReadModel, code: string): MakingGap {
  if (model.map.economyOf.has(code)) return "firm";
  const lookup = createParameterLookup(model.map);
  const isValued = (j: number): boolean => lookup(model.map.technologies[model.map.products[j]!]!, "market-size") !== null;
  const made = productPlaces(model, code, membersOf(model, code), "make");
  const makes = made.map(({ known, high }) => known && high > 0);
  if (makes.some((does, j) => does && isValued(j))) return null;
  if (makes.includes(true)) return "value-unknown";
  return made.length > 0 && made.every(({ known }) => known) ? "makes-nothing" : "making-unknown";
}

/** Whether the part lost of what a target makes can be told, whatever it is worth. */
export const isRun = (gap: MakingGap): boolean => gap === null || gap === "firm" || gap === "value-unknown";

/** Why no loss over all that a target makes is told. */
export const makingUnknown = (name: string): string => say("making-gap.how-much-of-which", { name });

/** Why a loss is not told in USD, in a sentence; empty where it is, and of firms, of which another line tells. */
export function gapWords(name: string, gap: MakingGap): string {
  if (gap === "making-unknown") return say("making-gap.no-source-says-which", { name });
  if (gap === "makes-nothing") return say("making-gap.makes-no-final-product", { name });
  return gap === "value-unknown" ? say("making-gap.no-source-gives-the", { name }) : "";
}
