import type { Row } from "../base/tables.ts";
import { isKnownOn } from "./rules/known-from.ts";
import { type RuleState, ruleState } from "./rules/state.ts";
import type { RuleTimeline } from "./rules/timeline.ts";

export type Control = Row<"withheld"> | Row<"reach">;

/** State of a control on a day. */
export interface ControlState {
  readonly state: RuleState["state"];
  /** The date used. */
  readonly basis: RuleState["basis"];
  /** The cited rule, if in the timeline; its state is `null` where the row ends on a day of its own and the rule continues. */
  readonly rule: { readonly id: string; readonly state: RuleState["state"] | null } | null;
  /** The suspending rule, and the last day of the suspension. */
  readonly suspendedBy: string | null;
  readonly suspendedUntil: string | null;
}

/**
 * State of a control on a day: its own dates give its start (and an end before the rule's); the timeline gives end and suspension of the
 * rule. One published later is not known yet.
 */
export function controlState(control: Control, timeline: RuleTimeline, day: string): ControlState {
  const { effective, published, until } = control;
  const basis = effective !== null ? "effective" : published !== null ? "publication" : null;
  const cited = timeline.cited(control);
  const citedState = cited && ruleState(cited, timeline, day);
  const rule = cited && citedState && { id: cited.id, state: citedState.state };
  const own = { basis, rule, suspendedBy: null, suspendedUntil: null } as const;
  if (!isKnownOn(control, day)) return { ...own, state: "not known yet" };
  if (until !== null && until <= day)
    return { ...own, state: "ended", rule: rule && { ...rule, state: rule.state === "ended" ? "ended" : null } };
  if (citedState?.state === "ended") return { ...own, state: "ended" };
  if (citedState?.state === "suspended" || citedState?.state === "suspension ended unless extended")
    return { ...own, state: citedState.state, suspendedBy: citedState.suspendedBy, suspendedUntil: citedState.until };
  const since = effective ?? published;
  return { ...own, state: since === null ? "start unknown" : since <= day ? "in force" : "not yet in force" };
}

/** Whether a control in this state binds; undated ones do. */
export const isBinding = (state: RuleState["state"]): boolean => state === "in force" || state === "start unknown";

/** Whether it binds, or would if an expired suspension was not extended. */
export const mayBind = (state: RuleState["state"]): boolean => isBinding(state) || state === "suspension ended unless extended";

/** First of these names that a control is against; `*` for everyone (never the issuer's own economy); `null` if none. */
export function hits(control: Control, names: readonly string[]): string | null {
  const against = ("target" in control ? control.target : control.customers).split(";").map((name) => name.trim());
  const named = names.find((name) => against.includes(name));
  if (named !== undefined) return named;
  return against.includes("*") && !names.includes(control.issuer) ? "*" : null;
}

/** A control that binds, or may bind, whom it is against. */
export interface Standing<C extends Control> {
  readonly control: C;
  /** Against everyone, and not by name. */
  readonly everyone: boolean;
  /** Last day of a suspension that is over and may have been extended: it binds or does not. `null`: it binds. */
  readonly lapsed: string | null;
}

/** The rules of a day: controls against any of these names or everyone that bind, and those whose suspension is over unless it was extended. */
export function controlsOn<C extends Control>(
  controls: readonly C[],
  timeline: RuleTimeline,
  names: readonly string[],
  day: string,
): readonly Standing<C>[] {
  return controls.flatMap((control) => {
    const hit = hits(control, names);
    const { state, suspendedUntil } = controlState(control, timeline, day);
    if (hit === null || !mayBind(state)) return [];
    return [{ control, everyone: hit === "*", lapsed: isBinding(state) ? null : suspendedUntil }];
  });
}
