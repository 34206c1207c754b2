import type { Row } from "../base/tables.ts";
import { bookOn, type ItemRows } from "./items/book.ts";
import { readReason } from "./items/reasons.ts";
import { type Coverage, coverage } from "./items/scope.ts";
import type { Rule } from "./rules/merge.ts";
import { type RuleState, ruleState } from "./rules/state.ts";

/** What is known of controls on technologies. `families` gives the family of a member: what binds a family binds what folds into it. */
export interface ControlRows {
  readonly withheld: readonly Row<"withheld">[];
  readonly reach: readonly Row<"reach">[];
  readonly codes: readonly Row<"code">[];
  readonly families: ReadonlyMap<string, string>;
  readonly rules: readonly Rule[];
  readonly items: ItemRows;
}

/**
 * A control that bites on a technology. `kind`: `withheld` keeps it from a target, `reach` takes in what others make abroad. `on` is the
 * technology that the row names: the one asked for, a family of it, or `*`. `basis` tells which date was used.
 */
export interface TechnologyControl {
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
  readonly basis: "effective" | "publication" | null;
  readonly source: string | null;
  readonly grade: string;
  readonly note: string | null;
  /** How the rule of this citation stands, where it is in the timeline. */
  readonly rule: { readonly id: string; readonly state: RuleState["state"] } | null;
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
  /** Those that no longer hold on the day. */
  readonly ended: readonly TechnologyControl[];
  readonly items: readonly TechnologyItem[];
  /** Customs codes through which tariffs and national lists name it. */
  readonly customs: readonly { readonly code: string; readonly scheme: string; readonly on: string; readonly relation: string }[];
}

/** Which controls of whom bite on a technology on a day. Absence of a control here is no clearance. */
export function technologyControls(rows: ControlRows, technology: string, day: string): TechnologyControls {
  const names = lineage(technology, rows.families);
  const known = [...withheldOn(rows, names), ...reachOn(rows, names)].map((control) => withRule(control, rows.rules, day));
  const isOver = ({ until }: TechnologyControl): boolean => until !== null && until <= day;
  const all = known.filter((control) => !isOver(control));
  const started = ({ effective, published }: TechnologyControl): boolean => (effective ?? published ?? day) <= day;
  const linked = rows.codes.filter((row) => names.includes(row.technology));
  return {
    technology,
    day,
    byIssuer: byIssuer(all.filter(started)),
    toCome: all.filter((control) => !started(control)),
    ended: known.filter(isOver),
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

const shared = ({ id, issuer, citation, published, effective, until, source, grade, note }: Row<"withheld"> | Row<"reach">) => ({
  id,
  issuer,
  citation,
  published,
  effective,
  until,
  basis: effective !== null ? ("effective" as const) : published !== null ? ("publication" as const) : null,
  source,
  grade,
  note,
  rule: null,
});

const withheldOn = ({ withheld }: ControlRows, names: readonly string[]): readonly TechnologyControl[] =>
  withheld
    .filter((row) => names.includes(row.technology))
    .map((row) => ({ kind: "withheld", on: row.technology, what: row.class, against: row.target, ...shared(row) }));

const reachOn = ({ reach }: ControlRows, names: readonly string[]): readonly TechnologyControl[] =>
  reach
    .filter((row) => names.includes(row.technology) && row.high !== 0)
    .map((row) => ({
      kind: "reach",
      on: row.technology,
      what: `${row.rule}: ${row.provider} made in ${row.made_in}`,
      against: row.customers,
      ...shared(row),
    }));

function withRule(control: TechnologyControl, rules: readonly Rule[], day: string): TechnologyControl {
  const rule = rules.find(({ citation, issuer }) => citation === control.citation && issuer === control.issuer);
  return rule === undefined ? control : { ...control, rule: { id: rule.id, state: ruleState(rule, rules, day).state } };
}

function byIssuer(controls: readonly TechnologyControl[]): TechnologyControls["byIssuer"] {
  const first = ({ effective, published }: TechnologyControl): string => effective ?? published ?? "";
  const sorted = [...controls].sort((a, b) => first(a).localeCompare(first(b)) || a.id.localeCompare(b.id));
  return [...new Set(sorted.map(({ issuer }) => issuer))].map((issuer) => ({
    issuer,
    controls: sorted.filter((each) => each.issuer === issuer),
  }));
}

function itemOf({ code, technology, relation, source, note }: Row<"code">, items: ItemRows, day: string): TechnologyItem {
  const [item, paragraph] = [code.slice(0, 5), code.slice(6) || null];
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
