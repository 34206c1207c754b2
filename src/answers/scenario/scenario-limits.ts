import { dateOf, dayOf } from "../../base/days.ts";
import { listed, lowered } from "../../base/words.ts";
import { membersOf, seatOf } from "../../leverage/members.ts";
import type { CompiledScenario } from "../../leverage/scenario/compile-scenario.ts";
import { type SupplyMeasure, startsOf } from "../../leverage/scenario/scenario.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { PlannedScenario } from "./planned-scenario.ts";
import type { CitedControl } from "./scenario-control.ts";
import type { NamedMeasure } from "./scenario-measures.ts";

/** Where a scenario departs from what was asked of it or from the rules that it cites. */
export function scenarioLimits(read: ReadModel, { head, dayNotUsed, named, compiled }: PlannedScenario): readonly string[] {
  const day =
    dayNotUsed === null ? [] : [`The data are those of ${head.asOf}, as the scenario says; the day asked for, ${dayNotUsed}, is not used.`];
  return [
    ...day,
    ...farLimits(head.asOf, named.scenario.measures),
    ...(compiled ? restLimits(compiled) : []),
    ...named.supply.flatMap((each) => controlLimits(read, each)),
  ];
}

/** Two years: within them the map of a day is taken for that of another without a word. */
const near = 731;

/** That shares, rules and needs are those of the day that the map is read on, where something begins on a day far from it. */
function farLimits(asOf: string, measures: readonly SupplyMeasure[]): readonly string[] {
  const far = measures.flatMap((measure) => startsOf(measure)).filter((day) => Math.abs(day - dayOf(asOf)!) > near);
  const days = [...new Set(far.map(dateOf))].sort();
  if (days.length === 0) return [];
  return [`The map is that of ${asOf}, but the scenario begins on ${listed(days)}: shares, rules and needs were different then.`];
}

/** What all others are, where some are listed apart from them. */
function restLimits({ targets }: CompiledScenario): readonly string[] {
  if (!targets.some(({ ownsRest }) => ownsRest)) return [];
  return [
    "All who are not listed apart are one target, which shares what is left among its parts. Supply of unnamed holders and idle capacity count as its own at once. So it loses less than its parts do if they are listed apart (`apart`, `targets`).",
  ];
}

function controlLimits(read: ReadModel, { measure, control }: NamedMeasure): readonly string[] {
  if (control === null || measure.kind === "capacity") return [];
  const strangers = measure.senders.filter((sender) => !issues(read, control, sender));
  const foreign =
    strangers.length === 0
      ? []
      : [
          `${control.citation} is a rule of ${listed(control.issuers)}; here ${listed(strangers)} would act by it, which the rule does not say.`,
        ];
  const early = measure.items.flatMap(({ technology, from }) => {
    const effect = control.effects.get(technology);
    return effect !== undefined && from < effect ? [{ technology, from: dateOf(from), effect: dateOf(effect) }] : [];
  });
  return [
    ...foreign,
    ...[...new Set(early.map(({ effect }) => effect))].sort().map((effect) => {
      const names = early.filter((each) => each.effect === effect).map(({ technology }) => read.map.technologies[technology]!.name);
      const from = early.find((each) => each.effect === effect)!.from;
      return `${control.citation} takes effect on ${effect} for ${listed(names.map(lowered))}; here from ${from} on.`;
    }),
  ];
}

/** Whether a sender, its economy or a member of it issued the control, or is a member of the group that did. */
function issues({ model }: ReadModel, { issuers }: CitedControl, sender: string): boolean {
  const names = [sender, seatOf(model, sender), ...membersOf(model, seatOf(model, sender))];
  return issuers.some((issuer) => names.includes(issuer) || membersOf(model, issuer).some((member) => names.includes(member)));
}
