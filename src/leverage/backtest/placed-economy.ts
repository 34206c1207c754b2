import type { CourseQuestion } from "../course/course.ts";
import { targetParty, worldParty } from "../course/parties.ts";
import { membersOf, seatOf } from "../members.ts";
import { worldCode } from "../scenario/scenario.ts";

/** An economy among the targets of a course. */
export interface PlacedEconomy {
  readonly question: CourseQuestion;
  /** Its place among the targets. */
  readonly target: number;
  /** What is read in its stead. */
  readonly group: string | null;
}

/**
 * Finds an economy or group among the targets of a course: itself, the group that is hit as one, or a part of all the world, which is then told
 * apart; who is no target becomes one from which no act keeps anything. `null` where it is a target in part only.
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
 * The question with one target more: an outage hits it as everybody, an act as it hits all the world if that is a target that it is taken from.
 * @param world place of that target, -1: none
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
