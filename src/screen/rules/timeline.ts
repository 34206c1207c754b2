import type { Rule } from "./merge.ts";

/** Something that happens to a rule on a day. A suspension is told of the rule that it suspends. */
export interface RuleEvent {
  readonly day: string;
  readonly what: "published" | "takes effect" | "suspended" | "suspension ends unless extended" | "ends";
  readonly rule: Rule;
  /** The rule that suspends it. */
  readonly by: string | null;
}

/** What happens to rules from one day to another, both included, in order; `ends` and the end of a suspension are told on the last day. */
export function timeline(rules: readonly Rule[], from: string, to: string): readonly RuleEvent[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return rules
    .flatMap((rule) => [...eventsOf(rule), ...suspensionOf(rule, byId)])
    .filter(({ day }) => from <= day && day <= to)
    .sort((a, b) => a.day.localeCompare(b.day) || a.rule.id.localeCompare(b.rule.id) || a.what.localeCompare(b.what));
}

const event = (day: string | null, what: RuleEvent["what"], rule: Rule, by: string | null = null): readonly RuleEvent[] =>
  day === null ? [] : [{ day, what, rule, by }];

const eventsOf = (rule: Rule): readonly RuleEvent[] => [
  ...event(rule.published, "published", rule),
  ...event(rule.effective, "takes effect", rule),
  ...(rule.suspends === null ? event(rule.ends, "ends", rule) : []),
];

function suspensionOf(suspension: Rule, byId: ReadonlyMap<string, Rule>): readonly RuleEvent[] {
  const rule = byId.get(suspension.suspends ?? "");
  if (rule === undefined) return [];
  return [
    ...event(suspension.effective ?? suspension.published, "suspended", rule, suspension.id),
    ...event(suspension.ends, "suspension ends unless extended", rule, suspension.id),
  ];
}
