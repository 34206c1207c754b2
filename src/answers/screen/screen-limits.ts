import { ruleState } from "../../screen/rules/state.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import type { ListsOn } from "./lists-on.ts";

/** The rule by which firms owned by listed parties are bound as these are; see `data/atlas/rules.csv`. */
const affiliatesRule = "2025-19001";

export const noLists = "No list of parties is loaded.";

/** What a screening cannot know, each in one sentence. */
export const screenLimits = (on: ListsOn, timeline: RuleTimeline): readonly string[] => [
  ...listLimits(on),
  affiliates(timeline, on.asOf.day),
  "A score compares names only. Whether two parties are the same is for you to decide.",
];

/** What an answer from lists cannot know of the day. */
export function listLimits({ screened, asOf }: ListsOn): readonly string[] {
  const readings = screened.flatMap(({ list, readings: own }) => own.map((reading) => ({ list, ...reading })));
  const undated = readings.reduce((sum, { startUnknown }) => sum + startUnknown, 0);
  return [
    asOf.by === "effective"
      ? "A row counts from its day of effect where one is known, else from the day of its publication, else from its edition."
      : "A row counts from the day of its publication where one is known, else from its day of effect, else from its edition.",
    undated > 0 ? `${undated} rows in force have no date: they count as listed, with an unknown start.` : "",
    ...[...new Set(readings.flatMap(({ caveats }) => caveats))].map((caveat) => {
      const of = readings.filter((reading) => reading.caveats.includes(caveat)).map(({ list, origin }) => `${list} (${origin})`);
      return `${of.join(", ")}: ${caveat}.`;
    }),
  ].filter((text) => text !== "");
}

/** Ownership is a flag with its date, never a finding. */
function affiliates(timeline: RuleTimeline, day: string): string {
  const rule = timeline.rules.find(({ id }) => id === affiliatesRule);
  if (rule === undefined) return "Firms owned by listed parties are not found through their owners.";
  const { state, until } = ruleState(rule, timeline, day);
  const { end } = timeline;
  const told = state === "suspended" && until !== null ? `suspended until ${until}` : state;
  return `Firms owned by listed parties are not found through their owners. The US rule on affiliates owned 50% or more (${affiliatesRule}): ${told} on ${day}${end === null ? "" : `, data end ${end}`}.`;
}
