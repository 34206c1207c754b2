import type { Row } from "../base/tables.ts";
import { controlState, controlsOn, hits, isBinding, mayBind, type Standing } from "../screen/control-state.ts";
import { isKnownOn } from "../screen/rules/known-from.ts";
import { makersNeeding } from "./acts/needed-inputs.ts";
import type { End } from "./ends.ts";
import { type MadeInside, madeInside } from "./made-abroad.ts";
import { membersOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";

/** A rule reaching one provider economy's supply. */
export interface ReachRule {
  readonly low: number;
  readonly high: number;
  /** Whether it tells of all of the provider economy's supply, not of one firm's. */
  readonly whole: boolean;
  readonly row: Row<"reach">;
}

/** Finds the part of a provider's supply that a sender can stop. Indexed once. */
export interface Reach {
  /**
   * Rules of `issuer` on technology `t` in force against `target`, by the economy reached (`*`: any): place of production for production
   * shares, else the provider's seat.
   */
  rules(issuer: string, t: number): ReadonlyMap<string, ReachRule>;
  /** Issuers with any reach on technology `t`. */
  issuers(t: number): readonly string[];
  /** The part of what makers seated in an economy supply of `t` that is made in `inside`. */
  made(seat: string, t: number, inside: readonly string[]): MadeInside;
}

/** No rule reaches anything. */
export const noReach = (model: SupplyModel): Reach => ({
  rules: () => new Map(),
  issuers: () => [],
  made: (seat, t, inside) => madeInside(model, t, seat, inside),
});

/**
 * Reach rules in force on the map's day against one target, except single-customer rules. With a suspension possibly extended, the low end
 * is 0.
 */
export function reachAgainst(model: SupplyModel, target: string): Reach {
  const of = known.get(model) ?? new Map<string, Reach>();
  const reach = of.get(target) ?? reachOn(model, [target, ...membersOf(model, target)], model.map.asOf);
  known.set(model, of.set(target, reach));
  return reach;
}

/** Reach on the map's day by target: it is asked for by each holder of each technology. */
const known = new WeakMap<SupplyModel, Map<string, Reach>>();

/**
 * Reach rules in force on a day against any of these names (none: against everyone), as known on the map's day. A rule for all items to a
 * named customer that gives no part reaches all of what needs an input of the issuer.
 */
export function reachOn(model: SupplyModel, names: readonly string[], day: string): Reach {
  const { map } = model;
  const found = new Map<number, Map<string, Map<string, ReachRule>>>();
  const add = (row: Row<"reach">, t: number, bound: boolean, whole: boolean): void => {
    const seat = map.economyOf.get(row.provider) ?? row.provider;
    const byPlace = map.technologies[t]!.supply?.basis === "production" && row.made_in !== "*";
    const provider = byPlace ? row.made_in : seat;
    if (exempts(row, provider)) return;
    const wholeEconomy = row.provider === "*" || provider === row.provider;
    const least = row.low ?? (whole ? 1 : 0);
    const rule = { low: wholeEconomy && bound ? least : 0, high: row.high ?? 1, whole: wholeEconomy, row };
    const issuers = found.get(t) ?? found.set(t, new Map()).get(t)!;
    const rules = issuers.get(row.issuer) ?? issuers.set(row.issuer, new Map()).get(row.issuer)!;
    const before = rules.get(provider);
    if (!before || rule.high > before.high || (rule.high === before.high && rule.low > before.low)) rules.set(provider, rule);
  };
  for (const row of map.rows.reach) {
    if (!isKnownOn(row, map.asOf) || hits(row, names) === null) continue;
    const { state } = controlState(asKnownOn(row, map.asOf), model.timeline, day);
    if (!mayBind(state)) continue;
    const needing = row.rule === allItems ? makersNeeding(model, row.issuer) : nothing;
    const t = map.indexOf.get(row.technology);
    for (const each of row.technology === "*" ? needing : t === undefined ? nothing : [t])
      add(row, each, isBinding(state), needing.has(each));
  }
  const none: ReadonlyMap<string, ReachRule> = new Map();
  return {
    rules: (issuer, t) => found.get(t)?.get(issuer) ?? none,
    issuers: (t) => [...(found.get(t)?.keys() ?? [])],
    made: noReach(model).made,
  };
}

/** A rule of `reach.csv` for all items to a named customer. */
const allItems = "direct-product-all";

const nothing: ReadonlySet<number> = new Set();

/** The rule as known on a day: later ends are unknown. */
const asKnownOn = (row: Row<"reach">, day: string): Row<"reach"> => (row.until !== null && row.until > day ? { ...row, until: null } : row);

const exempts = (row: Row<"reach">, provider: string): boolean =>
  (row.exempt ?? "").split(";").some((economy) => economy.trim() === provider);

/** Part of `provider`'s supply that the senders can stop, 0..1: of their own what is made there, and what a rule reaches. */
export function reachOf(reach: Reach, senders: readonly string[], provider: string, t: number, end: End): number {
  const at = ({ low, high }: Pick<ReachRule, "low" | "high">): number => (end === 0 ? low : end === 2 ? high : (low + high) / 2);
  let most = senders.includes(provider) ? at(reach.made(provider, t, senders)) : 0;
  if (most === 1) return most;
  for (const sender of senders) {
    const rule = ruleOn(reach, sender, provider, t);
    if (rule) most = Math.max(most, at(rule));
  }
  return most;
}

/** The rule on a provider: its own, unless that tells of one firm alone and the rule on all reaches more. */
export function ruleOn(reach: Reach, issuer: string, provider: string, t: number): ReachRule | undefined {
  const rules = reach.rules(issuer, t);
  const [own, all] = [rules.get(provider), rules.get("*")];
  const any = all && exempts(all.row, provider) ? undefined : all;
  return own && any && !own.whole && any.high >= own.high ? any : (own ?? any);
}

/** A control of a day on a technology, against a target. */
export interface Withheld extends Pick<Standing<Row<"withheld">>, "everyone" | "lapsed"> {
  readonly issuer: string;
  readonly class: string;
  readonly since: string | null;
  readonly citation: string;
  readonly source: string | null;
}

/** The rules of the map's day against any of these names or everyone, by technology, oldest first. */
export function controlsAgainst(model: SupplyModel, names: readonly string[]): ReadonlyMap<number, readonly Withheld[]> {
  const found = new Map<number, Withheld[]>();
  const { rows, indexOf, asOf } = model.map;
  for (const { control, ...standing } of controlsOn(rows.withheld, model.timeline, names, asOf)) {
    const t = indexOf.get(control.technology);
    if (t === undefined) continue;
    const { issuer, class: of, citation, source, effective, published } = control;
    const withheld = { issuer, class: of, since: effective ?? published, citation, source, ...standing };
    found.get(t)?.push(withheld) ?? found.set(t, [withheld]);
  }
  for (const list of found.values()) list.sort((a, b) => (a.since ?? "").localeCompare(b.since ?? ""));
  return found;
}

/** Of these the controls that bind. @param byName those that name the target alone */
export function withheldFrom(model: SupplyModel, names: readonly string[], byName = false): ReadonlyMap<number, readonly Withheld[]> {
  const all = [...controlsAgainst(model, names)].map(
    ([t, controls]) => [t, controls.filter(({ everyone, lapsed }) => lapsed === null && !(byName && everyone))] as const,
  );
  return new Map(all.filter(([, controls]) => controls.length > 0));
}
