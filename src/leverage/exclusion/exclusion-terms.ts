import type { Row } from "../../base/tables.ts";
import { forumRates, forumsOf, type Rate, ratesOf } from "./forum-rates.ts";
import { type Term, termOf } from "./term.ts";

/** What is known of a holder that decides whether courts exclude for it: an entity that only asserts, one that makes or sells, unknown. */
export type HolderKind = "assertion-entity" | "practising" | null;

/** The terms of exclusion exposure from base rates, each with what it rests on. Throws nothing: what has no row is [0, 1], grade assumed. */
export interface ExclusionTerms {
  /** `v`: valid if tested at the offices and courts of a jurisdiction, in whole (low) or in part (high). */
  readonly valid: (offices: readonly string[]) => Term;
  /** `x`: read on and detectable, by kind of technology. */
  readonly readOn: (kind: string) => Term;
  /** `g`: designed around, by kind of technology. */
  readonly designAround: (kind: string) => Term;
  /** `u`: exclusion granted when infringed. */
  readonly granted: (offices: readonly string[], kind: HolderKind) => Term;
  /** Part of the value of the product; `null` without a row. */
  readonly royalty: () => Term | null;
  /** Years until a product that avoids the claims of technologies of some kinds is there: least to greatest; `null` without a row. */
  readonly delay: (kinds: Iterable<string>) => Term | null;
}

const nothing = (key: string): Term => ({ key, low: 0, high: 1, grade: "assumed", sources: [], note: "no rate is known" });

/**
 * Reads the terms from rows of base rates; intervals of a jurisdiction are the hull of those of its forums, since the holder chooses the
 * court and the other side the office. A jurisdiction without a rate of its own has the hull of all others for `v`, and the assumed row
 * without a forum for `u`.
 */
export function createExclusionTerms(rows: readonly Row<"base_rate">[]): ExclusionTerms {
  const known = (key: string, rates: readonly Rate[]): Term | null => (rates.length > 0 ? termOf(key, rates) : null);
  const byKind = (quantity: string, kind: string): Term => {
    const key = `${quantity}|${kind}`;
    const own = ratesOf(rows, quantity).filter(({ scope }) => scope === kind);
    return known(key, own) ?? nothing(key);
  };
  return {
    valid: kept((offices: readonly string[]) => validTerm(rows, offices)),
    readOn: kept((kind: string) => byKind("read on and detectable", kind)),
    designAround: kept((kind: string) => byKind("designed around", kind)),
    granted: kept((offices: readonly string[], kind: HolderKind) => grantedTerm(rows, offices, kind)),
    royalty: () => known("royalty", ratesOf(rows, "royalty on sales")),
    delay: (kinds) => {
      const wanted = [...new Set(kinds)].sort();
      const own = ratesOf(rows, "time to design around").filter(({ scope }) => wanted.includes(scope));
      return known(`delay|${wanted.join("+")}`, own);
    },
  };
}

/** A term is asked for by every claim; each is made once. */
function kept<A extends readonly unknown[]>(make: (...of: A) => Term): (...of: A) => Term {
  const made = new Map<string, Term>();
  return (...of) => {
    const key = JSON.stringify(of);
    const known = made.get(key) ?? make(...of);
    made.set(key, known);
    return known;
  };
}

const validity = "valid when challenged";
const invalidity = "wholly invalid when challenged";

/** Valid in whole to not wholly invalid, of each forum and scope. */
function validTerm(rows: readonly Row<"base_rate">[], offices: readonly string[]): Term {
  const all = ratesOf(rows, validity);
  const invalid = ratesOf(rows, invalidity);
  const partly = (rate: Rate): Rate => {
    const same = invalid.filter(({ forum, scope }) => forum === rate.forum && scope === rate.scope);
    const high = same.reduce((most, { low }) => Math.max(most, 1 - low), rate.high);
    return { ...rate, high };
  };
  const key = `valid|${offices.join("+")}`;
  const own = forumRates(all, offices);
  if (own.length > 0) return termOf(key, own.map(partly));
  if (all.length === 0) return nothing(key);
  return { ...termOf(key, all.map(partly)), grade: "assumed", note: "no rate of this jurisdiction: the hull of those of all others" };
}

const exclusion = "exclusion granted when infringed";

/** Rates of all kinds of cases, and those of the kind of holder; of an unknown kind all of both. */
function grantedTerm(rows: readonly Row<"base_rate">[], offices: readonly string[], kind: HolderKind): Term {
  const key = `granted|${offices.join("+")}|${kind ?? "unknown"}`;
  const all = ratesOf(rows, exclusion).filter(({ holderKind, scope }) => holderKind !== null || scope.startsWith("all "));
  const perForum = forumsOf(forumRates(all, offices)).map((forum) => {
    const own = all.filter((rate) => rate.forum === forum);
    const special = own.filter(({ holderKind }) => holderKind !== null && holderKind === kind);
    if (special.length > 0) return special;
    return kind === null ? own : own.filter(({ holderKind }) => holderKind === null);
  });
  const found = perForum.flat();
  if (found.length > 0) return termOf(key, found);
  const elsewhere = all.filter(({ forum }) => forum === null);
  return elsewhere.length > 0 ? termOf(key, elsewhere) : nothing(key);
}
