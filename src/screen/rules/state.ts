import { endOf, lastDay } from "../../base/days.ts";
import { isKnownOn } from "./known-from.ts";
import type { Rule, RuleTimeline } from "./timeline.ts";

/** States of a rule, or of a control citing it, on a day. */
export const ruleStates = [
  "in force",
  "not known yet",
  "not yet in force",
  "suspended",
  "suspension ended unless extended",
  "ended",
  "published, not binding by itself",
  "not known whether it still binds",
  "start unknown",
] as const;

/** State of a rule on a day. `basis`: the date used. `until`: its last day or that of its suspension. */
export interface RuleState {
  readonly state: (typeof ruleStates)[number];
  readonly basis: "effective" | "publication" | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly suspendedBy: string | null;
  readonly caveats: readonly string[];
}

/**
 * State of a rule on a day, given all rules: what was published later, its suspensions too, is not used. One suspended before its effective
 * day stays suspended. Only rules are in force: `forceOf`.
 */
export function ruleState(told: Rule, timeline: RuleTimeline, day: string): RuleState {
  const rule = ruleAsKnown(told, timeline, day);
  const { since, basis } = startOf(rule);
  const { end } = timeline;
  const late = end === null || day > end ? [end === null ? "no timeline is loaded" : `data end ${end}`] : [];
  const own = { basis, since, until: rule.ends, suspendedBy: null, caveats: late };
  if (since === null) return { ...own, state: "start unknown" };
  if (!isKnownOn(rule, day)) return { ...own, basis: null, state: "not known yet" };
  const nothingLeft = endOfSuspended(rule, timeline, day);
  if (nothingLeft !== null && nothingLeft < day) return { ...own, until: nothingLeft, state: "ended" };
  if (rule.ends !== null && rule.ends < day)
    return { ...own, state: rule.suspends === null ? "ended" : "suspension ended unless extended" };
  const suspension = lastSuspension(rule, timeline, day);
  const over = suspension !== null && suspension.ends !== null && suspension.ends < day;
  const suspended = suspension && { ...own, until: suspension.ends, suspendedBy: suspension.id };
  if (suspended && !over) return { ...suspended, state: "suspended" };
  if (day < since) return { ...own, state: "not yet in force" };
  if (suspended) return { ...suspended, state: "suspension ended unless extended" };
  return { ...own, state: stateOfForce[forceOf(rule)] };
}

/** A rule without a last day that was learnt later than on a day. */
export function ruleAsKnown(rule: Rule, timeline: RuleTimeline, day: string): Rule {
  return rule.ends === null || isEndKnown(rule, rule.ends, timeline, day) ? rule : { ...rule, ends: null };
}

/**
 * Whether the last day of a rule was known: by the day since which it was. Where that is not told, suspensions state it, that of others is
 * known once it is over, and from the newest rule on, by which all was collected.
 */
function isEndKnown({ end_known: known, suspends }: Rule, ends: string, { newest }: RuleTimeline, day: string): boolean {
  if (known !== null) return endOf(known) <= day;
  return suspends !== null || ends < day || (newest !== null && newest <= day);
}

/** The last day of all that a suspension suspends, since it ends with that; `null` where one of them lasts, and for any other rule. */
function endOfSuspended({ suspends }: Rule, timeline: RuleTimeline, day: string): string | null {
  const ids = suspends?.split(";") ?? [];
  const rules = ids.map((id) => timeline.rules.find((rule) => rule.id === id));
  const ends = rules.map((rule) => (rule ? ruleAsKnown(rule, timeline, day).ends : null));
  return lastDay(ends.includes(null) ? [] : ends);
}

const stateOfForce = {
  rule: "in force",
  none: "published, not binding by itself",
  "not known": "not known whether it still binds",
} as const;

const lastSuspension = (rule: Rule, timeline: RuleTimeline, day: string): Rule | null =>
  timeline
    .suspensionsOf(rule.id)
    .filter((each) => started(each, day) && isKnownOn(each, day))
    .reduce<Rule | null>((last, each) => (last === null || endsAt(each) >= endsAt(last) ? each : last), null);

const startOf = ({ effective, published }: Rule): Pick<RuleState, "since" | "basis"> =>
  effective !== null ? { since: effective, basis: "effective" } : { since: published, basis: published === null ? null : "publication" };

const started = (rule: Rule, day: string): boolean => {
  const { since } = startOf(rule);
  return since !== null && since <= day;
};

const endsAt = ({ ends }: Rule): string => ends ?? "9999";

/** Legal force of a document: a rule, not binding by itself, or unknown. */
type Force = "rule" | "none" | "not known";

/** Document types that make law. */
const lawmaking = /^(?:(?:interim )?(?:final )?rule|(?:ministerial )?(?:order|regulation|ordinance)|law|act)$/i;
const notBinding = /^proposed rule$|^(?:advance )?notice of proposed|^request for/i;
/** Title words of notices that inform, ask or propose. */
const tellsOnly =
  /\bproposed\b|\badvance notice\b|\brequest for (?:public )?comments?\b|\binvestigation\b|\bmeetings?\b|\binformation collection\b|^notice of\b|^publication of\b|\bhearings?\b|\binquiry\b/i;
/** Types of atlas rows on what was only proposed, announced, advised or opened. */
const onlyAnnounced = /^(?:proposal|guidance|investigation|announced .+)$/i;
/** Types of atlas rows on what no document or day of effect confirms. */
const unconfirmed = /^(?:unpublished|undated) /i;
/** Temporary orders without a loaded end. */
const forATime = /\btemporary\b.*\blicen[cs]es?\b|\btemporary denial\b/i;

/**
 * Legal force by type, else title. The atlas holds rules, but for types that say otherwise. Orders among notices, presidential documents and
 * untyped ones may bind.
 */
function forceOf({ origins, type, title, ends }: Rule): Force {
  if (forATime.test(title) && ends === null) return "not known";
  if (origins.includes("atlas")) return forceInAtlas(type ?? "");
  if (lawmaking.test(type ?? "")) return "rule";
  if (notBinding.test(type ?? "") || (!/\border\b/i.test(title) && (type === "Notice" || tellsOnly.test(title)))) return "none";
  return "not known";
}

function forceInAtlas(type: string): Force {
  if (onlyAnnounced.test(type)) return "none";
  return unconfirmed.test(type) ? "not known" : "rule";
}
