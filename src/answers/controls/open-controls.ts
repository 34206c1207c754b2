import { LevermapError } from "../../base/errors.ts";
import { nearName } from "../../link/near-name.ts";
import { editionsOf } from "../../screen/items/book.ts";
import type { AsOf } from "../../screen/lists/listing-status.ts";
import { ruleState } from "../../screen/rules/state.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import type { OpenDay } from "../day/open-day.ts";
import { watchedSearches } from "../patents/search/saved-searches.ts";
import { type ControlData, controlEvidence, itemTables, listTables } from "../screen/control-data.ts";
import { listLimits, noLists } from "../screen/lists-on.ts";
import { answerOwners, type Screen } from "../screen/owners.ts";
import { answerScreen } from "../screen/screen.ts";
import { withOwners } from "../screen/screen-owners.ts";
import type { owners, screen } from "../screen/screen-questions.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { requireEconomy, requireOrder } from "../shared/require-place.ts";
import type { controlQuestions, TimelineQuestion } from "./control-questions.ts";
import { answerDiff, ruleLine, rulesLimits } from "./controls-diff.ts";
import type { ControlsList, RuleLine, Timeline } from "./controls-report.ts";
import { answerControl } from "./controls-show.ts";
import { answerExposure } from "./exposure.ts";
import { answerItem } from "./item.ts";
import { answerWatch } from "./watch.ts";

type ControlQuestions = typeof controlQuestions & { readonly screen: typeof screen; readonly owners: typeof owners };

/** Answers on lists, items and rules; `asOf` is the day on which they are read where a question names no other. */
export function openControls({ workspace, data, asOf, read }: OpenDay): AnswersTo<ControlQuestions> {
  const names: Screen = (question) => answerScreen(data, question, question.asOf ?? asOf);
  return {
    screen: async (question) => withOwners(data, names, await names(question)),
    owners: (question) => answerOwners(data, names, question, question.asOf ?? asOf),
    item: (question) => answerItem(data, question, question.asOf ?? asOf),
    controlsList: (question) => answerControlsList(data, question, asOf),
    control: ({ id }) => answerControl(read, data, id, asOf),
    timeline: (question) => answerTimeline(data, question, asOf),
    controlsDiff: (question) => answerDiff(data, question),
    watch: (question) => answerWatch(workspace, question, () => watchedSearches(workspace, read)),
    exposureToControls: async (question) => answerExposure(await read(), data, question),
  };
}

/** What is loaded of lists, control lists and rules, and how much of it is in force on the day. */
async function answerControlsList(
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

/** The kinds of rules that the atlas and titles of documents tell. */
const kinds = [
  "item",
  "listed-party",
  "end-use",
  "direct-product",
  "tariff",
  "suspension",
  "licence-policy",
  "investment",
  "procurement",
  "requisition",
  "court",
];

function requireKind(kind: string | undefined): void {
  if (kind === undefined || kinds.includes(kind)) return;
  const near = nearName(kind, kinds);
  const hint = near === null ? `Kinds are ${kinds.join(", ")}.` : `Did you mean ${near}?`;
  throw new LevermapError("LM_USAGE", `There is no kind of rule "${kind}". ${hint}`, { kind, kinds });
}

/** Rules and notices known by the day asked for, in the order of their days, each as it stands on it. Throws LM_USAGE and LM_ECONOMY_UNKNOWN for what cannot be. */
async function answerTimeline(data: ControlData, question: TimelineQuestion, day: string): Promise<Timeline> {
  const { kind, from, to, all = false } = question;
  requireOrder(from, to);
  requireKind(kind);
  const issuer = requireEconomy(question.issuer) ?? undefined;
  const timeline = await data.timeline();
  const wanted = (line: RuleLine): boolean =>
    (all || line.kind !== null) &&
    (issuer === undefined || line.issuer === issuer) &&
    (kind === undefined || (line.kind?.split(";").includes(kind) ?? false)) &&
    (from === undefined || (line.since !== null && line.since >= from)) &&
    (to === undefined || (line.since !== null && line.since <= to));
  const asked = timeline.rules.map((rule) => ruleLine(rule, timeline, day)).filter(wanted);
  const lines = asked.filter(({ state }) => state !== "not known yet");
  return {
    asOf: day,
    from: from ?? null,
    to: to ?? null,
    rules: lines,
    publishedLater: asked.length - lines.length,
    dataEnd: timeline.end,
    evidence: await controlEvidence(data, {
      tables: ["control_rule"],
      rules: ["method:a-rule-on-a-day"],
      sources: lines.map(({ source }) => source),
      limits: rulesLimits(timeline, day),
    }),
  };
}
