import { forceOf } from "./force.ts";
import type { Rule } from "./merge.ts";
import type { RuleTimeline } from "./timeline.ts";

/** How a rule, or a control that cites it, can stand on a day. */
export const ruleStates = [
  "in force",
  "not yet in force",
  "suspended",
  "suspension ended unless extended",
  "ended",
  "published, not binding by itself",
  "not known whether it still binds",
  "start unknown",
] as const;

/** How a rule stands on a day; `basis` tells which date was used. `until` is its last day, or that of its suspension. */
export interface RuleState {
  readonly state: (typeof ruleStates)[number];
  readonly basis: "effective" | "publication" | null;
  readonly since: string | null;
  readonly until: string | null;
  /** The rule that suspends it. */
  readonly suspendedBy: string | null;
  readonly caveats: readonly string[];
}

/**
 * How a rule stands on a day among all rules, those that suspend it included. One that was suspended before it took effect is suspended
 * from then on: it will not take effect on its day. Only what is a rule is in force: `forceOf`.
 */
export function ruleState(rule: Rule, timeline: RuleTimeline, day: string): RuleState {
  const { since, basis } = startOf(rule);
  const { end } = timeline;
  const late = end === null || day > end ? [end === null ? "no timeline is loaded" : `data end ${end}`] : [];
  const own = { basis, since, until: rule.ends, suspendedBy: null, caveats: late };
  if (since === null) return { ...own, state: "start unknown" };
  // A suspension that is over may have been extended, as what it suspends may still be.
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

const stateOfForce = {
  rule: "in force",
  none: "published, not binding by itself",
  "not known": "not known whether it still binds",
} as const;

/** Of the suspensions that have begun the one that lasts longest. */
const lastSuspension = (rule: Rule, timeline: RuleTimeline, day: string): Rule | null =>
  timeline
    .suspensionsOf(rule.id)
    .filter((each) => started(each, day))
    .reduce<Rule | null>((last, each) => (last === null || lastDay(each) >= lastDay(last) ? each : last), null);

const startOf = ({ effective, published }: Rule): Pick<RuleState, "since" | "basis"> =>
  effective !== null ? { since: effective, basis: "effective" } : { since: published, basis: published === null ? null : "publication" };

const started = (rule: Rule, day: string): boolean => {
  const { since } = startOf(rule);
  return since !== null && since <= day;
};

const lastDay = ({ ends }: Rule): string => ends ?? "9999";
