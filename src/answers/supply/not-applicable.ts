import { say } from "../../base/message.ts";
import type { Setting } from "../../leverage/chokepoint-score.ts";
import type { Target } from "../../leverage/target.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import type { ReadModel } from "../shared/read-model.ts";

/** Why a technology has no score for the home. */
export function whyNot(
  read: ReadModel,
  { target, setting }: { readonly target: Target | null; readonly setting: Setting },
  technology: Technology,
): string {
  if (read.model.productSets[read.model.productSet[technology.index]!]!.length === 0) return "no final product in the map needs it as yet";
  if (target?.demand[2][technology.index] === 0) return unusedWhy(read, technology);
  if (setting.holders(technology.index).length === 0) return "no other supplier of it is known";
  return "the home makes nothing, and nothing of its own, that needs it";
}

/** That a home does without it, by a source. */
function unusedWhy({ map }: ReadModel, { usedWith }: Technology): string {
  const tool = usedWith === null ? undefined : map.technologies[map.indexOf.get(usedWith)!];
  return tool ? say("not-applicable.it-is-of-use", { name: tool.name }) : "the home uses none of it";
}
