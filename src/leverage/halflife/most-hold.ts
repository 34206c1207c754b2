import { importOrigins } from "../course/flows.ts";
import type { CourseTarget } from "../course/parties.ts";
import type { Stop } from "../course/stop.ts";
import { createOwnShare } from "../course/supply.ts";
import type { Inputs } from "../draw/inputs.ts";
import type { Draw } from "../draw/random.ts";
import type { SupplyModel } from "../model.ts";
import { importsStopped } from "./holding.ts";

/** How far the hold on a stopped technology may come to stand, today's being 1: at most all that the target has from others. */
export function createMostHold(model: SupplyModel, target: CourseTarget, holder: string, { technology: t, ...stop }: Stop) {
  const origins = importOrigins(model, target, [holder], t);
  const ownOf = createOwnShare(target, model, t);
  return (inputs: Inputs, draw: Draw | null): number => {
    const theirs = stop.parts.reduce((sum, { slot }) => sum + (slot < 0 ? 0 : inputs.share[slot]!), 0);
    const ofSupply = theirs > 0 ? (1 - ownOf(inputs)) / theirs : 1;
    const bought = origins ? importsStopped(model, origins, { technology: t, ...stop }, draw).covered : 0;
    return Math.max(1, bought > 0 ? Math.min(ofSupply, 1 / bought) : ofSupply);
  };
}
