import { monthsBetween } from "../../base/days.ts";
import type { Stop } from "../course/stop.ts";
import { keyOf } from "../draw/random.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { firmPart } from "./firm-part.ts";
import type { CapacityLoss } from "./scenario.ts";
import { slotsOf } from "./withheld-stops.ts";

/**
 * The stop that a loss of capacity makes of one technology: the part lost, of a firm's part of its economy's supply; a plant is anything from
 * none to all of what its firm has there. Nobody's act: what is left is not sold elsewhere. `null`: the economy is no known holder.
 */
export function capacityStop(model: SupplyModel, loss: CapacityLoss, t: number, targets: readonly number[], start: number): Stop | null {
  const { holder, lost, from } = loss;
  const economies = membersOf(model, holder.economy);
  const slots = slotsOf(model, economies, t);
  if (slots.length === 0) return null;
  const firm = holder.organisation === null ? { low: 1, high: 1 } : firmPart(model, holder.organisation, economies, t);
  const low = holder.kind === "plant" ? 0 : firm.low;
  const key = keyOf(`${model.map.technologies[t]!.id}|lost|${holder.id}`);
  return {
    technology: t,
    targets,
    parts: slots.map((slot) => ({ slot, sender: -1, low: lost[0] * low, high: lost[1] * firm.high, key })),
    class: null,
    start: monthsBetween(start, from),
    notice: 0,
    easing: [],
    service: false,
    repair: repairStop(loss),
  };
}

/** The repair of a loss of capacity, drawn alike for all technologies of its holder. */
export const repairStop = ({ holder, repair: [low, high], repairAssumed }: CapacityLoss): Stop["repair"] => ({
  low,
  high,
  key: keyOf(`repair|${holder.id}`),
  assumed: repairAssumed,
});
