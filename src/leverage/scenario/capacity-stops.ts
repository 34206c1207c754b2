import { monthsBetween } from "../../base/days.ts";
import type { Stop, StoppedPart } from "../course/stop.ts";
import { firmPart } from "../draw/firm-part.ts";
import { keyOf } from "../draw/random.ts";
import { membersOf, seatOf, slotsOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import type { CapacityHolder, CapacityLoss } from "./scenario.ts";

/**
 * The stops caused by a capacity loss in one technology: the lost part of the firm's part of its economy's supply, 0 to all where unknown; a
 * plant is 0 to all of its firm's. Spoiled work in process stops its part for one month. Nothing is sold elsewhere. Empty: unknown holder.
 */
export function capacityStops(
  model: SupplyModel,
  loss: CapacityLoss,
  t: number,
  targets: readonly number[],
  start: number,
): readonly Stop[] {
  const { holder, lost, spoiled } = loss;
  const { slots, low, high, ...basis } = heldPart(model, holder, t);
  const first = monthsBetween(start, loss.from);
  const common = { technology: t, targets, class: null, start: first, notice: 0, service: false };
  const partsOf = (of: string, part: readonly [low: number, high: number]): readonly StoppedPart[] => {
    const key = keyOf(`${model.map.technologies[t]!.id}|${of}|${holder.id}`);
    return slots.map((slot) => ({ slot, sender: -1, low: part[0] * low, high: part[1] * high, key, ...basis }));
  };
  if (slots.length === 0) return [];
  const capacity: Stop = { ...common, parts: partsOf("lost", lost), easing: [], repair: repairStop(loss) };
  if (spoiled === null) return [capacity];
  return [capacity, { ...common, parts: partsOf("spoiled", spoiled), easing: [{ month: first + 1, left: 0 }], repair: null }];
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
export const repairStop = ({ holder, repair, repairAssumed }: CapacityLoss): Stop["repair"] =>
  repair && { months: repair, key: keyOf(`repair|${holder.id}`), basis: repairAssumed ? "published" : "given" };
