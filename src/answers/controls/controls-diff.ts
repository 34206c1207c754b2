import { pick } from "../../base/collections.ts";
import { say } from "../../base/message.ts";
import type { Row } from "../../base/tables.ts";
import { said } from "../../base/words.ts";
import { nameKey } from "../../link/name-key.ts";
import { bookOn, type Entry, type ItemBook } from "../../screen/items/book.ts";
import { type ListDifference, listDifference } from "../../screen/lists/difference.ts";
import { partyTexts } from "../../screen/lists/party-texts.ts";
import { knownFrom } from "../../screen/rules/known-from.ts";
import { ruleAsKnown, ruleState } from "../../screen/rules/state.ts";
import type { Rule, RuleTimeline } from "../../screen/rules/timeline.ts";
import { type ControlData, controlEvidence, itemTables, listTables, requireLists } from "../screen/control-data.ts";
import { editionsOf, noLists, requireListIds } from "../screen/lists-on.ts";
import { requireOrder } from "../shared/require-place.ts";
import type { DiffQuestion } from "./control-questions.ts";
import type { ChangedRow, ControlsDiff, RuleLine } from "./controls-report.ts";

const noTexts = { names: new Map(), places: new Map(), links: new Map(), facts: new Map() };

/** Rows of lists that came, went and changed between two days; where no lists are named, entries and rules too. Throws LM_USAGE, and LM_NO_LISTS where lists are named. */
export async function answerDiff(data: ControlData, { from, to, lists: wanted, by = "effective" }: DiffQuestion): Promise<ControlsDiff> {
  requireOrder(from, to);
  const lists = wanted === undefined || wanted.length === 0 ? await data.lists() : await requireLists(data);
  const [timeline, items] = [await data.timeline(), await data.items()];
  const only = lists === null ? undefined : requireListIds(lists, wanted);
  const parties = lists?.parties.filter(({ list }) => only === undefined || only.has(list)) ?? [];
  const textsOf = partyTexts(lists ?? noTexts);
  const difference = listDifference(parties, editionsOf(lists?.editions ?? [], only), from, to, by, textsOf);
  const wholeLimits = said(
    ...rulesLimits(timeline, to),
    chartLimit,
    bookOn(items, from) === null && say("controls-diff.no-edition-of-the", { from }),
  );
  return {
    from,
    to,
    by,
    ...changedRows(difference),
    undated: difference.undated,
    hasLists: lists !== null,
    items: only === undefined ? changedItems(bookOn(items, from), bookOn(items, to)) : null,
    rules: only === undefined ? changedRules(timeline, from, to) : [],
    evidence: await controlEvidence(data, {
      tables: only === undefined ? [...listTables, ...itemTables] : listTables,
      rules: ["method:a-list-on-a-day", "method:a-rule-on-a-day"],
      limits: [
        ...difference.caveats.map((caveat) => `${caveat}.`),
        lists === null ? noLists : "Several readings of one list can each show the same change, so it may be listed more than once.",
        ...(only === undefined ? wholeLimits : []),
      ],
    }),
  };
}

export const chartLimit = "The Country Chart and the country groups are not compared.";

/** The rows of a difference for the answer. */
export const changedRows = ({ added, removed, changed }: Pick<ListDifference, RowChange>): Pick<ControlsDiff, RowChange> => ({
  added: added.map(rowLine),
  removed: removed.map(rowLine),
  changed: changed.map(({ after, changes }) => ({ ...pick(after, "entry", "list", "origin", "name"), changes })),
});

type RowChange = "added" | "removed" | "changed";

const rowLine = (row: Row<"party_entry">): ChangedRow => pick(row, "entry", "list", "origin", "name", "economy", "citation");

/** Entries of two editions that came, went, or say something else. `null` where one of the two is not there. */
export function changedItems(before: ItemBook | null, after: ItemBook | null): ControlsDiff["items"] {
  if (before === null || after === null) return null;
  const [old, now] = [before.entries, after.entries];
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: [...now].flatMap(([id, entry]) => {
      const known = old.get(id);
      return known !== undefined && textOf(known) !== textOf(entry) ? [id] : [];
    }),
  };
}

/** All that an entry says, related controls included. */
const textOf = ({ item, paragraphs, reasons, exceptions }: Entry): string =>
  JSON.stringify([
    item.heading,
    item.related,
    paragraphs.map(({ paragraph, text }) => [paragraph, text]),
    reasons.map(({ applies, destinations }) => [applies, destinations]),
    exceptions.map(({ exception, text }) => [exception, text]),
  ]);

function changedRules(timeline: RuleTimeline, from: string, to: string): ControlsDiff["rules"] {
  return timeline.rules.flatMap((rule) => {
    const [before, after] = [from, to].map((day) => ruleState(rule, timeline, day).state) as [string, string];
    return before === after || rule.kind === null ? [] : [{ id: rule.id, issuer: rule.issuer, title: rule.title, before, after }];
  });
}

/** A rule as it was known and as it stands on a day; notes are of today, so an earlier day has none. */
export function ruleLine(rule: Rule, timeline: RuleTimeline, day: string): RuleLine {
  const known = ruleAsKnown(rule, timeline, day);
  const about = pick(known, "id", "issuer", "kind", "type", "title", "citation", "published", "effective", "ends", "suspends");
  const told = pick(known, "url", "source", "origins", "disputed");
  const note = isBeforeNewest(timeline, day) ? null : known.note;
  return { ...about, ...told, note, known: knownFrom(rule), ...ruleState(rule, timeline, day) };
}

const isBeforeNewest = ({ newest }: RuleTimeline, day: string): boolean => newest !== null && day < newest;

/** What the timeline cannot tell of a day. */
export function rulesLimits(timeline: RuleTimeline, day: string): readonly string[] {
  const { end } = timeline;
  if (end === null) return ["No timeline of rules is loaded: only rules of the atlas are shown."];
  return said(
    day > end && `${say("controls-diff.the-loaded-timeline-of", { end })} ${say("controls-diff.later-changes-suspensions-and")}`,
    isBeforeNewest(timeline, day) && "Notes on rules are of today, and are left out for an earlier day.",
    "The timeline has gaps and holds no texts of rules. A rule that is missing from it may be in force.",
  );
}

/** The rule of an id or a citation, however it is written; `null` if there is none. Several have one citation where they are parts of it: the first. */
export function findRule(rules: readonly Rule[], wanted: string): Rule | null {
  const key = nameKey(wanted);
  if (key === "") return null;
  return (
    rules.find(({ id }) => nameKey(id) === key) ?? rules.find(({ citation }) => citation !== null && nameKey(citation) === key) ?? null
  );
}
