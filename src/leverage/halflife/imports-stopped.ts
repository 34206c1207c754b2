import type { Origin } from "../course/flows.ts";
import type { Stop } from "../course/stop.ts";
import { type Draw, reached } from "../course/stopped-slots.ts";
import type { SupplyModel } from "../model.ts";

/** Stopped part of a home's imports by origin: the reached part of named origins, all of the holder's own otherwise. */
export function importsStopped(
  { shareStart }: SupplyModel,
  origins: readonly Origin[],
  { technology, parts }: Stop,
  draw: Draw | null,
): number {
  const first = shareStart[technology]!;
  return origins.reduce((sum, { slot, part, senders }) => {
    const theirs = parts.filter((each) => each.slot === first + slot).map((each) => reached(each, draw));
    return sum + part * (slot < 0 ? Math.min(1, senders.length) : Math.max(0, ...theirs));
  }, 0);
}
