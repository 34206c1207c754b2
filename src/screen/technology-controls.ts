import type { Row } from "../base/tables.ts";
import { splitEccn } from "../link/eccn.ts";
import { type ControlState, controlState, isBinding } from "./control-state.ts";
import { bookOn, type ItemRows } from "./items/book.ts";
import { readReason } from "./items/reasons.ts";
import { type Coverage, coverage } from "./items/scope.ts";
import type { RuleTimeline } from "./rules/timeline.ts";

/**
 * What is known of controls on technologies. `families` gives the family of a member: what binds a family binds what folds into it, and what
 * binds a member binds a part of its family.
 */
export interface ControlRows {
  readonly withheld: readonly Row<"withheld">[];
  readonly reach: readonly Row<"reach">[];
  readonly codes: readonly Row<"code">[];
  readonly families: ReadonlyMap<string, string>;
  readonly timeline: RuleTimeline;
  readonly items: ItemRows;
}

/**
 * A control that bites on a technology. `kind`: `withheld` keeps it from a target, `reach` takes in what others make abroad. `on` is the
 * technology that the row names: the one asked for, a family of it, what folds into it, or `*`. `until` is a last day of its own, not that of its rule.
 */
export interface TechnologyControl extends ControlState {
  readonly kind: "withheld" | "reach";
  readonly id: string;
  readonly issuer: string;
  readonly on: string;
  readonly what: string;
  readonly against: string;
  readonly citation: string;
  readonly published: string | null;
  readonly effective: string | null;
  readonly until: string | null;
  readonly source: string | null;
  readonly grade: string;
  readonly note: string | null;
}

/** An entry of a control list that a technology is linked to. `reasons` is `null` where no edition of the day is loaded. */
export interface TechnologyItem {
  readonly item: string;
  readonly on: string;
  readonly relation: string;
  readonly edition: string | null;
  readonly reasons: readonly { readonly reason: string | null; readonly covers: Coverage; readonly destinations: string }[] | null;
  readonly source: string | null;
  readonly note: string | null;
}

export interface TechnologyControls {
  readonly technology: string;
  readonly day: string;
  /** Those in force, by issuer in the order of their first day. A control without a day is in force, its start unknown. */
  readonly byIssuer: readonly { readonly issuer: string; readonly controls: readonly TechnologyControl[] }[];
  /** Published or announced, but not in force yet. */
  readonly toCome: readonly TechnologyControl[];
  /** Those suspended, and those whose suspension has ended unless somebody extended it. */
  readonly suspended: readonly TechnologyControl[];
  /** Those that no longer hold on the day. */
  readonly ended: readonly TechnologyControl[];
  readonly items: readonly TechnologyItem[];
  /** Customs codes through which tariffs and national lists name it. */
  readonly customs: readonly { readonly code: string; readonly scheme: string; readonly on: string; readonly relation: string }[];
}

/** Which controls of whom bite on a technology on a day. Absence of a control here is no clearance. */
export function technologyControls(rows: ControlRows, technology: string, day: string): TechnologyControls {
  const names = [...lineage(technology, rows.families), ...membersOf(technology, rows.families)];
  const known = [...withheldOn(rows, names, day), ...reachOn(rows, names, day)];
  const standing = (...states: readonly ControlState["state"][]) => known.filter(({ state }) => states.includes(state));
  const linked = rows.codes.filter((row) => names.includes(row.technology));
  return {
    technology,
    day,
    byIssuer: byIssuer(known.filter(({ state }) => isBinding(state))),
    toCome: standing("not yet in force"),
    suspended: standing("suspended", "suspension ended unless extended"),
    ended: standing("ended"),
    items: linked.filter(({ scheme }) => scheme === "eccn").map((row) => itemOf(row, rows.items, day)),
    customs: linked
      .filter(({ scheme }) => scheme === "hs6" || scheme === "cn8")
      .map(({ code, scheme, technology: on, relation }) => ({ code, scheme, on, relation })),
  };
}

/** The technology and the families it folds into, and `*`, which stands for all. */
function lineage(technology: string, families: ReadonlyMap<string, string>): readonly string[] {
  const names = [technology];
  for (let family = families.get(technology); family !== undefined && !names.includes(family); family = families.get(family))
    names.push(family);
  return [...names, "*"];
}

/** What folds into a technology, and into that. */
export function membersOf(family: string, families: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set([family]);
  for (const each of found) for (const [member, of] of families) if (of === each) found.add(member);
  return [...found].slice(1);
}

const shared = ({ id, issuer, citation, published, effective, until, source, grade, note }: Row<"withheld"> | Row<"reach">) => ({
  id,
  issuer,
  citation,
  published,
  effective,
  until,
  source,
  grade,
  note,
});

const withheldOn = ({ withheld, timeline }: ControlRows, names: readonly string[], day: string): readonly TechnologyControl[] =>
  withheld
    .filter((row) => names.includes(row.technology))
    .map((row) => ({
      kind: "withheld",
      on: row.technology,
      what: row.class,
      against: row.target,
      ...shared(row),
      ...controlState(row, timeline, day),
    }));

const reachOn = ({ reach, timeline }: ControlRows, names: readonly string[], day: string): readonly TechnologyControl[] =>
  reach
    .filter((row) => names.includes(row.technology) && row.high !== 0)
    .map((row) => ({
      kind: "reach",
      on: row.technology,
      what: `${row.rule}: ${row.provider} made in ${row.made_in}`,
      against: row.customers,
      ...shared(row),
      ...controlState(row, timeline, day),
    }));

function byIssuer(controls: readonly TechnologyControl[]): TechnologyControls["byIssuer"] {
  const first = ({ effective, published }: TechnologyControl): string => effective ?? published ?? "";
  const sorted = [...controls].sort((a, b) => first(a).localeCompare(first(b)) || a.id.localeCompare(b.id));
  return [...new Set(sorted.map(({ issuer }) => issuer))].map((issuer) => ({
    issuer,
    controls: sorted.filter((each) => each.issuer === issuer),
  }));
}

function itemOf({ code, technology, relation, source, note }: Row<"code">, items: ItemRows, day: string): TechnologyItem {
  const { item, paragraph } = splitEccn(code);
  const book = bookOn(items, day);
  const reasons = book?.entries
    .get(item)
    ?.reasons.map(readReason)
    .map(({ reason, scope, row }) => ({
      reason,
      covers: coverage(scope, paragraph),
      destinations: row.destinations,
    }));
  return {
    item: code,
    on: technology,
    relation,
    edition: book?.edition ?? null,
    reasons: reasons?.filter(({ covers }) => covers !== "none") ?? null,
    source,
    note,
  };
}
