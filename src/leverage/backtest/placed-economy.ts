import type { CourseQuestion } from "../course/course.ts";
import { targetParty, worldParty } from "../course/parties.ts";
import { membersOf, seatOf } from "../members.ts";
import { worldCode } from "../scenario/scenario.ts";

export interface PlacedEconomy {
  readonly question: CourseQuestion;
  /** Its index among the targets. */
  readonly target: number;
  /** The target read in its place. */
  readonly group: string | null;
}

/**
 * Finds an economy or group among the targets: itself, its group, or as a separate part of a world target; otherwise adds it as a target
 * that no act affects. `null` if it is only partly a target.
 */
export function placedEconomy(question: CourseQuestion, code: string): PlacedEconomy | null {
  const { model, targets } = question;
  const itself = targets.findIndex((target) => target.code === code);
  if (itself >= 0) return { question, target: itself, group: null };
  if (code === worldCode) return null;
  const members = membersOf(model, code);
  const named = targets.map((target) => (target.ownsRest ? [] : membersOf(model, seatOf(model, target.code))));
  const group = targets.findIndex(({ designer }, k) => !designer && members.every((member) => named[k]!.includes(member)));
  if (group >= 0) return { question, target: group, group: targets[group]!.code };
  if (named.some((each) => members.some((member) => each.includes(member)))) return null;
  const world = targets.findIndex(({ ownsRest }) => ownsRest);
  const apart = world < 0 ? members : targets[world]!.leaves.flatMap((each) => membersOf(model, seatOf(model, each)));
  const outside = members.filter((member) => apart.includes(member)).length;
  if (outside > 0 && outside < members.length) return null;
  return { question: added(question, code, outside === 0 ? world : -1), target: targets.length, group: null };
}

/**
 * Adds a target: outages hit it like everyone, acts hit it as they hit the world target it is part of.
 * @param world index of that target, -1: none
 */
function added(question: CourseQuestion, code: string, world: number): CourseQuestion {
  const { model, targets, stops, parties } = question;
  const left = targets.map((target, k) => (k === world ? worldParty(model, [...target.leaves, code]) : target));
  return {
    ...question,
    targets: [...left, targetParty(model, code)],
    stops: stops.map((stop) =>
      stop.class === null || stop.targets.includes(world) ? { ...stop, targets: [...stop.targets, targets.length] } : stop,
    ),
    parties: [...new Set([...parties, code])],
  };
}
