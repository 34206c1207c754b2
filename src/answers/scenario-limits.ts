import { dateOf } from "../base/days.ts";
import { membersOf, seatOf } from "../leverage/members.ts";
import type { PlannedScenario } from "./planned-scenario.ts";
import type { ReadModel } from "./read-model.ts";
import type { CitedControl } from "./scenario-control.ts";
import type { NamedMeasure } from "./scenario-measures.ts";
import { listed, lowered } from "./words.ts";

/** Where a scenario departs from what was asked of it or from the rules that it cites. */
export function scenarioLimits(read: ReadModel, { head, dayNotUsed, named }: PlannedScenario): readonly string[] {
  const day =
    dayNotUsed === null ? [] : [`Read as known on ${head.asOf}, as the scenario says; the day asked for, ${dayNotUsed}, is not used.`];
  return [...day, ...named.supply.flatMap((each) => controlLimits(read, each))];
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
