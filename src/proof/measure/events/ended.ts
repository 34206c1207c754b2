import { groupBy } from "../../../base/collections.ts";
import type { Shock } from "./shock.ts";

/**
 * Events that had ended before a day, in the given order: the only ones from which something may be learnt for an event of that day. An act
 * of several events ends with the last of them.
 *
 * @param day days since 1970-01-01
 */
export function endedBefore(events: readonly Shock[], day: number): readonly Shock[] {
  const acts = groupBy(events, ({ act }) => act);
  return events.filter(({ act }) => acts.get(act)!.every((event) => endOf(event) < day));
}

/**
 * Last day of an event: that on which it was lifted and everything measured of it lay in the past. A measure that nobody is known to have
 * lifted goes on for ever; an outage is over with its last measurement.
 */
function endOf({ kind, from, ended, rows }: Shock): number {
  if (kind !== "outage" && ended === null) return Number.POSITIVE_INFINITY;
  return rows.reduce((last, row) => Math.max(last, (row.last?.end ?? 0) - 1), ended ?? from);
}
