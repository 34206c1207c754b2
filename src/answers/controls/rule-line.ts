import { pick } from "../../base/collections.ts";
import { said } from "../../base/words.ts";
import { nameKey } from "../../link/name-key.ts";
import { knownFrom } from "../../screen/rules/known-from.ts";
import type { Rule } from "../../screen/rules/merge.ts";
import { ruleAsKnown, ruleState } from "../../screen/rules/state.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import type { RuleLine } from "./controls-report.ts";

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
    day > end && `The loaded timeline of rules ends on ${end}. Later changes, suspensions and extensions are missing.`,
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
