import type { Rule } from "./merge.ts";

/** How a rule stands on a day; `basis` tells which date was used. `ends` is its last day. */
export interface RuleState {
  readonly state: "in force" | "not yet in force" | "suspended" | "suspension ended unless extended" | "ended" | "start unknown";
  readonly basis: "effective" | "publication" | null;
  readonly since: string | null;
  readonly until: string | null;
  /** The rule that suspends it. */
  readonly suspendedBy: string | null;
  readonly caveats: readonly string[];
}

/** The last day of which the loaded timeline tells: that of the latest document in it. `null` if nothing is loaded. */
export function dataEnd(rules: readonly Rule[]): string | null {
  const days = rules.flatMap(({ origins, published }) =>
    origins.some((origin) => origin !== "atlas") && published !== null ? [published] : [],
  );
  return days.sort().at(-1) ?? null;
}

/** How a rule stands on a day among all rules, those that suspend it included. */
export function ruleState(rule: Rule, rules: readonly Rule[], day: string): RuleState {
  const { since, basis } = startOf(rule);
  const end = dataEnd(rules);
  const late = end === null || day > end ? [end === null ? "no timeline is loaded" : `data end ${end}`] : [];
  const own = { basis, since, until: rule.ends, suspendedBy: null, caveats: late };
  if (since === null) return { ...own, state: "start unknown" };
  if (day < since) return { ...own, state: "not yet in force" };
  if (rule.ends !== null && rule.ends < day) return { ...own, state: "ended" };
  const suspension = rules
    .filter((each) => each.suspends === rule.id && started(each, day))
    .sort((a, b) => lastDay(a).localeCompare(lastDay(b)))
    .at(-1);
  if (suspension === undefined) return { ...own, state: "in force" };
  const over = suspension.ends !== null && suspension.ends < day;
  return {
    ...own,
    state: over ? "suspension ended unless extended" : "suspended",
    until: suspension.ends,
    suspendedBy: suspension.id,
  };
}

const startOf = ({ effective, published }: Rule): Pick<RuleState, "since" | "basis"> =>
  effective !== null ? { since: effective, basis: "effective" } : { since: published, basis: published === null ? null : "publication" };

const started = (rule: Rule, day: string): boolean => {
  const { since } = startOf(rule);
  return since !== null && since <= day;
};

const lastDay = ({ ends }: Rule): string => ends ?? "9999";
