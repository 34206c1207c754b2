import type { Row } from "../base/tables.ts";
import { type RuleState, ruleState } from "./rules/state.ts";
import type { RuleTimeline } from "./rules/timeline.ts";

/** A control of the atlas: it keeps a technology from somebody, or takes in what others make. */
export type Control = Row<"withheld"> | Row<"reach">;

/** How a control of the atlas stands on a day. */
export interface ControlState {
  readonly state: RuleState["state"];
  /** The date that was used. */
  readonly basis: RuleState["basis"];
  /** The rule that it cites, where the timeline has it; its state is `null` where the row ends by a day of its own and the rule goes on. */
  readonly rule: { readonly id: string; readonly state: RuleState["state"] | null } | null;
  /** The rule that suspends it, and the last day of that. */
  readonly suspendedBy: string | null;
  readonly suspendedUntil: string | null;
}

/**
 * How a control stands on a day. Its own dates tell when the part of the rule that it is begins, and ends if it ends before the rule; whether
 * the rule has ended or is suspended is told by the timeline, where that has the rule.
 */
export function controlState(control: Control, timeline: RuleTimeline, day: string): ControlState {
  const { effective, published, until } = control;
  const basis = effective !== null ? "effective" : published !== null ? "publication" : null;
  const cited = timeline.cited(control);
  const citedState = cited && ruleState(cited, timeline, day);
  const rule = cited && citedState && { id: cited.id, state: citedState.state };
  const own = { basis, rule, suspendedBy: null, suspendedUntil: null } as const;
  if (until !== null && until <= day)
    return { ...own, state: "ended", rule: rule && { ...rule, state: rule.state === "ended" ? "ended" : null } };
  if (citedState?.state === "ended") return { ...own, state: "ended" };
  if (citedState?.state === "suspended" || citedState?.state === "suspension ended unless extended")
    return { ...own, state: citedState.state, suspendedBy: citedState.suspendedBy, suspendedUntil: citedState.until };
  const since = effective ?? published;
  return { ...own, state: since === null ? "start unknown" : since <= day ? "in force" : "not yet in force" };
}

/** Whether a control with this state binds on the day. One without a day does, its start unknown. */
export const isBinding = (state: RuleState["state"]): boolean => state === "in force" || state === "start unknown";

/** Whether it binds, or does unless somebody extended the suspension that has ended. */
export const mayBind = (state: RuleState["state"]): boolean => isBinding(state) || state === "suspension ended unless extended";

/**
 * Which of these names a control is against, the first of them; `*` where it is against everyone. Nobody's rule is against its own economy
 * by being against everyone. `null` where it hits none.
 */
export function hits(control: Control, names: readonly string[]): string | null {
  const against = ("target" in control ? control.target : control.customers).split(";").map((name) => name.trim());
  const named = names.find((name) => against.includes(name));
  if (named !== undefined) return named;
  return against.includes("*") && !names.includes(control.issuer) ? "*" : null;
}
