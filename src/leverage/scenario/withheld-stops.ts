import { dateOf, dayOf, monthsBetween } from "../../base/days.ts";
import { hits } from "../../screen/control-state.ts";
import { isKnownOn } from "../../screen/rules/known-from.ts";
import { type ActPolicy, actPolicy } from "../acts/act-policy.ts";
import type { CourseTarget } from "../course/parties.ts";
import type { Stop, StoppedPart } from "../course/stop.ts";
import { boughtParts, ownParts, reachedParts } from "../course/stopped-parts.ts";
import type { SupplyModel } from "../model.ts";
import { type Reach, reachOn } from "../reach.ts";
import type { Withheld, WithheldItem } from "./scenario.ts";
import { namesOf } from "./scenario-parties.ts";

export interface ActSetting {
  readonly model: SupplyModel;
  readonly targets: readonly CourseTarget[];
  /** Senders of the scenario by index; those in the act. */
  readonly senders: readonly string[];
  readonly taking: readonly string[];
  /** Everyone else joins: unnamed supply stops too. */
  readonly everybody: boolean;
  /** Day 0 of the months. */
  readonly start: number;
}

/** Stops of one technology by an act against one target: own supply, and reach while in force. */
export function withheldStops(setting: ActSetting, act: Withheld, item: WithheldItem, t: number, k: number): readonly Stop[] {
  const { start } = setting;
  const target = setting.targets[k]!;
  const own = keptBack(setting, t, target);
  const stop = (parts: readonly StoppedPart[], from: number, until: number | null): Stop => ({
    technology: t,
    targets: [k],
    parts,
    class: item.class,
    policy: policyOf(setting.model, act, item, t),
    start: monthsBetween(start, from),
    notice: act.announced === null ? 0 : Math.max(0, monthsBetween(act.announced, item.from)),
    easing: easingOf(act, item, until).map(({ day, left }) => ({ month: monthsBetween(start, day), left })),
    endAnnounced: act.endAnnounced || endAnnounced(act, item),
    honoursContracts: act.honoursContracts,
    service: act.service,
    repair: null,
  });
  const periods = act.reach ? reachedPeriods(setting, target, item.from, t, own) : [];
  return [
    ...(item.reachOnly || own.length === 0 ? [] : [stop(own, item.from, null)]),
    ...periods.map(({ parts, from, until }) => stop(parts, from, until)),
  ];
}

/** How much of a technology an act withholds. */
export const policyOf = (
  { acts }: SupplyModel,
  { id, name = id, leakage }: Withheld,
  { class: by }: WithheldItem,
  t: number,
): ActPolicy => ({
  ...actPolicy(acts, id, by, t, leakage),
  act: name,
});

/** Whether the end of an act was announced by the day of its effect. */
const endAnnounced = ({ easing }: Withheld, { from }: WithheldItem): boolean =>
  easing.some(({ left, announced }) => left === 0 && announced != null && announced <= from);

/** Remaining part of an act over time; none after its rule has ended. */
function easingOf({ easing }: Withheld, { until: end }: WithheldItem, until: number | null): readonly { day: number; left: number }[] {
  const ends = [...(easing.length === 0 && end !== null ? [end] : []), ...(until === null ? [] : [until])];
  const last = Math.min(...ends);
  const before = [...easing].sort((a, b) => a.day - b.day).filter(({ day }) => day < last);
  return ends.length > 0 ? [...before, { day: last, left: 0 }] : before;
}

/** Participants' own supply, and everyone else's if all join. */
function keptBack({ model, senders, taking, everybody }: ActSetting, t: number, target: CourseTarget): readonly StoppedPart[] {
  const own = [...ownParts(model, senders, t), ...boughtParts(model, target.imports, senders, t)].filter(({ sender }) =>
    taking.includes(senders[sender]!),
  );
  return everybody && !target.ownsRest ? [...own, { slot: -1, sender: -1, low: 1, high: 1, key: 0 }] : own;
}

/** A stretch of days with the same rules in force. */
interface Period {
  readonly from: number;
  /** Exclusive end; `null`: open. */
  readonly until: number | null;
}

interface ReachedPeriod extends Period {
  readonly parts: readonly StoppedPart[];
}

/** Periods of reach; equal neighbours are merged. */
function reachedPeriods(
  setting: ActSetting,
  target: CourseTarget,
  from: number,
  t: number,
  own: readonly StoppedPart[],
): readonly ReachedPeriod[] {
  const mine = new Set(own.map(({ sender, slot }) => `${sender} ${slot}`));
  const reached = (reach: Reach): readonly StoppedPart[] =>
    reachedParts(setting.model, reach, setting.senders, t).filter(
      ({ sender, slot }) => setting.taking.includes(setting.senders[sender]!) && !mine.has(`${sender} ${slot}`),
    );
  const merged: ReachedPeriod[] = [];
  for (const period of reachPeriods(setting.model, namesOf(setting.model, target), from)) {
    const parts = reached(period.reach);
    const last = merged.at(-1);
    if (last && last.until === period.from && JSON.stringify(last.parts) === JSON.stringify(parts))
      merged[merged.length - 1] = { ...last, until: period.until };
    else merged.push({ parts, from: period.from, until: period.until });
  }
  return merged.filter(({ parts }) => parts.length > 0);
}

/** Ends and suspensions after the map's day count if a rule known by then states them. */
function turnsOf({ map, timeline }: SupplyModel, row: SupplyModel["map"]["rows"]["reach"][number]): readonly (number | null)[] {
  const last = dayOf(map.asOf)!;
  const cited = timeline.cited(row);
  const suspensions = (cited ? timeline.suspensionsOf(cited.id) : []).filter((rule) => isKnownOn(rule, map.asOf));
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
export function reachPeriods(model: SupplyModel, names: readonly string[], from: number): readonly (Period & { readonly reach: Reach })[] {
  const { map } = model;
  const rows = map.rows.reach.filter((row) => isKnownOn(row, map.asOf) && hits(row, names) !== null);
  const later = rows.flatMap((row) => turnsOf(model, row)).filter((day): day is number => day !== null && day > from);
  const days = [...new Set([from, ...later])].sort((a, b) => a - b);
  return days.map((day, i) => ({ from: day, until: days[i + 1] ?? null, reach: reachOn(model, names, dateOf(day)) }));
}
