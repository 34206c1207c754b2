import { pick } from "../base/collections.ts";
import type { Row } from "../base/tables.ts";
import { splitEccn } from "../link/numbers/eccn.ts";
import { type ControlState, controlState, isBinding } from "./control-state.ts";
import { bookOn, type ItemRows } from "./items/book.ts";
import { readReason } from "./items/reasons.ts";
import { type Coverage, coverage } from "./items/scope.ts";
import type { RuleTimeline } from "./rules/timeline.ts";

/**
 * Controls on technologies. `families`: families of each member; a control on a family binds its members, one on a member binds part of the
 * family.
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
 * A control on a technology. `kind`: `withheld` from a target, or `reach` over foreign production. `on`: the row's technology: itself, a
 * family, a member or `*`. `until`: its own last day.
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

/** A linked control-list entry. `reasons`: `null` without an edition of the day. */
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
  /** In force, by issuer and first day; undated ones included. */
  readonly byIssuer: readonly { readonly issuer: string; readonly controls: readonly TechnologyControl[] }[];
  /** Announced, not yet in force. */
  readonly toCome: readonly TechnologyControl[];
  /** Suspended, or with an expired suspension. */
  readonly suspended: readonly TechnologyControl[];
  /** No longer in force. */
  readonly ended: readonly TechnologyControl[];
  readonly items: readonly TechnologyItem[];
  /** Customs codes used by tariffs and national lists. */
  readonly customs: readonly { readonly code: string; readonly scheme: string; readonly on: string; readonly relation: string }[];
}

/** Controls on a technology on a day. Absence here is no clearance. */
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

/** The technology, its families, and `*`. */
function lineage(technology: string, families: ReadonlyMap<string, string>): readonly string[] {
  const names = [technology];
  for (let family = families.get(technology); family !== undefined && !names.includes(family); family = families.get(family))
    names.push(family);
  return [...names, "*"];
}

/** Members of a technology, recursively. */
export function membersOf(family: string, families: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set([family]);
  for (const each of found) for (const [member, of] of families) if (of === each) found.add(member);
  return [...found].slice(1);
}

const shared = (row: Row<"withheld"> | Row<"reach">) =>
  pick(row, "id", "issuer", "citation", "published", "effective", "until", "source", "grade", "note");

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

/** Rules on what others make of a technology. One for all items to a customer is on the customer, not on each technology. */
const reachOn = ({ reach, timeline }: ControlRows, names: readonly string[], day: string): readonly TechnologyControl[] =>
  reach
    .filter((row) => row.technology !== "*" && names.includes(row.technology) && row.high !== 0)
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
  const reasons = book?.entries.get(item)?.reasons.map((printed) => {
    const { reason, scope, row } = readReason(printed);
    return { reason, covers: coverage(scope, paragraph), destinations: row.destinations };
  });
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
