import { monthsBetween } from "../../base/days.ts";
import type { Stop, StoppedPart } from "../course/stop.ts";
import { firmPart } from "../draw/firm-part.ts";
import { keyOf } from "../draw/random.ts";
import { membersOf, seatOf, slotsOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import type { CapacityHolder, CapacityLoss } from "./scenario.ts";

/**
 * The stop caused by a capacity loss in one technology: the lost part of the firm's part of its economy's supply, 0 to all where unknown; a
 * plant is 0 to all of its firm's. Nothing is sold elsewhere. `null`: unknown holder.
 */
export function capacityStop(model: SupplyModel, loss: CapacityLoss, t: number, targets: readonly number[], start: number): Stop | null {
  const { holder, lost, from } = loss;
  const { slots, low, high, ...basis } = heldPart(model, holder, t);
  if (slots.length === 0) return null;
  const key = keyOf(`${model.map.technologies[t]!.id}|lost|${holder.id}`);
  return {
    technology: t,
    targets,
    parts: slots.map((slot) => ({ slot, sender: -1, low: lost[0] * low, high: lost[1] * high, key, ...basis })),
    class: null,
    start: monthsBetween(start, from),
    notice: 0,
    easing: [],
    service: false,
    repair: repairStop(loss),
  };
}

/** A holder's part of its economy's supply. A firm's figure counts at its seat, not for plants elsewhere. */
function heldPart(
  model: SupplyModel,
  { kind, economy, organisation }: CapacityHolder,
  t: number,
): Pick<StoppedPart, "low" | "high" | "basis" | "source"> & { readonly slots: readonly number[] } {
  const slots = slotsOf(model, membersOf(model, economy), t);
  if (organisation === null) return { slots, low: 1, high: 1, basis: "given" };
  const firm = seatOf(model, organisation) === economy ? firmPart(model, organisation, t) : null;
  if (firm === null) return { slots, low: 0, high: 1, basis: "unknown" };
  const { low, high, basis, sources } = firm;
  const plant = kind === "plant";
  return { slots: firm.slots, low: plant ? 0 : low, high, basis: plant ? "unknown" : basis, source: sources[0] ?? null };
}

/** Repair of a capacity loss, drawn once for all technologies of its holder. */
export const repairStop = ({ holder, repair: [low, high], repairAssumed }: CapacityLoss): Stop["repair"] => ({
  low,
  high,
  key: keyOf(`repair|${holder.id}`),
  basis: repairAssumed ? "assumed" : "given",
});
