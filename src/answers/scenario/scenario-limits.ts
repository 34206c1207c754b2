import { groupBy, present } from "../../base/collections.ts";
import { dateOf, dayOf } from "../../base/days.ts";
import { say } from "../../base/message.ts";
import { capital, listed, lowered } from "../../base/words.ts";
import { membersOf, seatOf, slotsOf } from "../../leverage/members.ts";
import type { AskedTechnology } from "../../leverage/scenario/compile-scenario.ts";
import { type SupplyMeasure, startsOf } from "../../leverage/scenario/scenario.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { PlannedScenario } from "./planned-scenario.ts";
import type { CitedControl } from "./scenario-control.ts";
import type { NamedMeasure } from "./scenario-measures.ts";
import type { Series, TargetResult } from "./simulate-report.ts";

/** Where a scenario departs from what was asked of it or from the rules that it cites. */
export function scenarioLimits(read: ReadModel, { head, dayNotUsed, named, compiled }: PlannedScenario): readonly string[] {
  return present(
    dayNotUsed !== null && say("scenario-limits.the-data-are-those", { asOf: head.asOf, dayNotUsed }),
    farLimit(head.asOf, named.scenario.measures),
    compiled?.targets.some(({ ownsRest }) => ownsRest) && restLimit,
    named.supply.some(({ measure }) => measure.kind === "capacity" && measure.repair !== null) && repairLimit,
    ...(compiled?.asked ?? []).flatMap((asked) => unknownSenders(read, named.scenario.measures[asked.measure], asked)),
    ...named.supply.flatMap((each) => controlLimits(read, each)),
  );
}

/** Two years: within them the map of a day is taken for that of another without a word. */
const near = 731;

/** That shares, rules and needs are those of the day that the map is read on, where something begins on a day far from it. */
function farLimit(asOf: string, measures: readonly SupplyMeasure[]): string | null {
  const far = measures.flatMap((measure) => startsOf(measure)).filter((day) => Math.abs(day - dayOf(asOf)!) > near);
  const days = [...new Set(far.map(dateOf))].sort();
  if (days.length === 0) return null;
  return say("scenario-limits.the-map-is-that", { asOf, days: listed(days) });
}

/** Why an outage takes less than the same holder could by withholding, as other answers tell. */
const repairLimit =
  "What an outage stops comes back after months that are drawn; what a holder withholds, as in ranks of chokepoints and in leverage, stays away for the months that those answers say. The two losses are not of the same case.";

/** What all others are, where some are listed apart from them. */
const restLimit =
  "All who are not listed apart are one target. Among them each economy of which a source tells what it makes, uses or sells serves itself first, and has to qualify what others of them have idle; the rest counts as one home.";

/** Senders that no share is known of while some supply has no known holder: they add nothing to what is withheld. */
function unknownSenders({ map, model }: ReadModel, measure: SupplyMeasure | undefined, { technology, unnamed }: AskedTechnology): string[] {
  if (measure === undefined || measure.kind === "capacity" || unnamed.length === 0) return [];
  const isUnknown = (code: string): boolean =>
    !model.map.economyOf.has(code) && unnamed.every((t) => slotsOf(model, membersOf(model, code), t).length === 0);
  const names = measure.senders.filter(isUnknown);
  if (names.length === 0) return [];
  return [say("scenario-limits.no-share-of-is", { name: lowered(map.technologies[technology]!.name), names: listed(names) })];
}

function controlLimits(read: ReadModel, { measure, control }: NamedMeasure): readonly string[] {
  if (control === null || measure.kind === "capacity") return [];
  const strangers = measure.senders.filter((sender) => !issues(read, control, sender));
  const early = measure.items.flatMap(({ technology, from }) => {
    const effect = control.effects.get(technology);
    return effect !== undefined && from < effect ? [{ technology, from: dateOf(from), effect: dateOf(effect) }] : [];
  });
  return present(
    strangers.length > 0 &&
      say("scenario-limits.is-a-rule-of", { citation: control.citation, issuers: listed(control.issuers), strangers: listed(strangers) }),
    ...[...new Set(early.map(({ effect }) => effect))].sort().map((effect) => {
      const names = early.filter((each) => each.effect === effect).map(({ technology }) => read.map.technologies[technology]!.name);
      const from = early.find((each) => each.effect === effect)!.from;
      return say("scenario-limits.takes-effect-on-for", { citation: control.citation, effect, names: listed(names.map(lowered)), from });
    }),
  );
}

/** Whether a sender, its economy or a member of it issued the control, or is a member of the group that did. */
function issues({ model }: ReadModel, { issuers }: CitedControl, sender: string): boolean {
  const names = [sender, seatOf(model, sender), ...membersOf(model, seatOf(model, sender))];
  return issuers.some((issuer) => names.includes(issuer) || membersOf(model, issuer).some((member) => names.includes(member)));
}

type Short = Pick<TargetResult, "name" | "technologies">;

/** Why targets lack the same part of some technologies: said, since identical figures look like an error. */
export function sameShortfallLimits(targets: readonly Short[]): readonly string[] {
  return [...groupBy(sameShort(targets), ({ names }) => listed(names))].map(
    ([of, same]) =>
      `${say("scenario-limits.are-short-of-the", { ofIt: capital(of), same: listed(same.map(({ technology }) => lowered(technology))) })} ${say("scenario-limits.supply-with-no-named")} ${say("scenario-limits.without-trade-data-each")}`,
  );
}

/** Technologies by name with the targets that lack the same of each, whatever the order of sums leaves in the last digits. */
function sameShort(targets: readonly Short[]): readonly { readonly technology: string; readonly names: readonly string[] }[] {
  const short = targets.flatMap(({ name: target, technologies }) =>
    technologies.filter(({ shortfall }) => shortfall.some(({ drawn }) => drawn[2] > 0)).map((each) => ({ target, ...each })),
  );
  const rounded = (series: Series) => series.map(({ drawn }) => drawn.map((end) => end.toPrecision(6)));
  return [...groupBy(short, ({ technology, shortfall }) => JSON.stringify([technology, rounded(shortfall)])).values()]
    .filter((same) => same.length > 1)
    .map((same) => ({ technology: same[0].name, names: same.map(({ target }) => target) }));
}
