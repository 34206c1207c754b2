import { editionsOf } from "../../screen/items/book.ts";
import type { AsOf } from "../../screen/lists/listing-status.ts";
import { ruleState } from "../../screen/rules/state.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import { type ControlData, controlEvidence, itemTables, listTables } from "../screen/control-data.ts";
import { listLimits, noLists } from "../screen/lists-on.ts";
import type { ControlsList } from "./controls-report.ts";
import { rulesLimits } from "./rule-line.ts";

/** What is loaded of lists, control lists and rules, and how much of it is in force on the day. */
export async function answerControlsList(
  data: ControlData,
  { by = "effective" }: { readonly by?: AsOf["by"] | undefined },
  day: string,
): Promise<ControlsList> {
  const [timeline, items] = [await data.timeline(), await data.items()];
  const on = (await (await data.lists())?.on({ day, by })) ?? null;
  const editions = editionsOf(items);
  const inUse = editions.filter((edition) => edition <= day).at(-1);
  return {
    asOf: day,
    by,
    lists: on?.screened ?? [],
    itemEditions: editions.map((edition) => ({
      edition,
      items: items.items.filter((item) => item.edition === edition).length,
      inUse: edition === inUse,
    })),
    rules: ruleCounts(timeline, day),
    dataEnd: timeline.end,
    evidence: await controlEvidence(data, {
      tables: [...listTables, ...itemTables],
      rules: ["method:a-list-on-a-day"],
      limits: [...(on === null ? [noLists] : listLimits(on)), ...rulesLimits(timeline, day)],
    }),
  };
}

function ruleCounts(timeline: RuleTimeline, day: string): ControlsList["rules"] {
  const counts = new Map<string, Map<string, number>>();
  for (const rule of timeline.rules) {
    const { state } = ruleState(rule, timeline, day);
    const own = counts.get(rule.issuer) ?? new Map<string, number>();
    const told = state === "not known yet" ? "published later" : state;
    counts.set(rule.issuer, own.set(told, (own.get(told) ?? 0) + 1));
  }
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([issuer, states]) => ({ issuer, states: [...states].sort().map(([state, count]) => ({ state, rules: count })) }));
}
