import { dateOf, dayOf } from "../../base/days.ts";
import { hits } from "../../screen/control-state.ts";
import type { SupplyModel } from "../model.ts";
import { isKnown, type Reach, reachOn } from "../reach.ts";

/** A stretch of days with the same rules in force. */
export interface ReachPeriod {
  readonly from: number;
  /** Exclusive end; `null`: open. */
  readonly until: number | null;
  readonly reach: Reach;
}

/** Ends and suspensions after the map's day count if a rule known by then states them. */
function turnsOf({ map, timeline }: SupplyModel, row: SupplyModel["map"]["rows"]["reach"][number]): readonly (number | null)[] {
  const last = dayOf(map.asOf)!;
  const cited = timeline.cited(row);
  const suspensions = (cited ? timeline.suspensionsOf(cited.id) : []).filter((rule) => isKnown(rule, map.asOf));
  const until = dayOf(row.until);
  return [
    dayOf(row.effective ?? row.published),
    until !== null && until <= last ? until : null,
    ...suspensions.flatMap(({ effective, published, ends }) => [
      dayOf(effective ?? published),
      dayOf(ends) === null ? null : dayOf(ends)! + 1,
    ]),
  ];
}

/**
 * Reach from a day on against any of these names by period, from rules known on the map's day.
 * @param from day of the measure, days since 1970-01-01
 */
export function reachPeriods(model: SupplyModel, names: readonly string[], from: number): readonly ReachPeriod[] {
  const { map } = model;
  const rows = map.rows.reach.filter((row) => isKnown(row, map.asOf) && hits(row, names) !== null);
  const later = rows.flatMap((row) => turnsOf(model, row)).filter((day): day is number => day !== null && day > from);
  const days = [...new Set([from, ...later])].sort((a, b) => a - b);
  return days.map((day, i) => ({ from: day, until: days[i + 1] ?? null, reach: reachOn(model, names, dateOf(day)) }));
}
