import { weakest } from "../../base/grade.ts";
import type { Row } from "../../base/tables.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import { forumRates, forumsOf, type Rate, ratesOf } from "./forum-rates.ts";

/** Kind of holder in court: asserting only, making or selling, or unknown. */
export type HolderKind = "assertion-entity" | "practising" | null;

/** Terms of exclusion exposure from base rates, with their basis. Terms without a row are [0, 1], grade assumed. */
export interface ExclusionTerms {
  /** `v`: valid when challenged in a jurisdiction, in whole (low) or in part (high). */
  readonly valid: (offices: readonly string[]) => Term;
  /** `x`: read on and detectable, by kind of technology. */
  readonly readOn: (kind: string) => Term;
  /** `g`: designed around, by kind of technology. */
  readonly designAround: (kind: string) => Term;
  readonly granted: (offices: readonly string[], kind: HolderKind) => Term;
  /** Royalty as a share of the product's value; `null` without a row. */
  readonly royalty: () => Term | null;
  /** Years to a product that avoids claims on technologies of some kinds; `null` without a row. */
  readonly delay: (kinds: Iterable<string>) => Term | null;
}

const nothing = (key: string): Term => ({ key, low: 0, high: 1, grade: "assumed", sources: [], note: "no rate is known" });

/**
 * Reads the terms from base rates. A jurisdiction's interval is the hull over its forums, since holder and challenger choose them. Without
 * own rates: for `v` the hull of all others, for `u` the assumed general row.
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

/** Terms are cached: every claim asks for them. */
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

/** Wholly valid to not wholly invalid, by forum and scope. */
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

/** Rates of all cases and those of the kind of holder; for an unknown kind those of all kinds. */
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

/** An interval with its basis. Equal keys are one unknown number with one value per draw. */
export interface Term extends Bounds {
  readonly key: string;
  /** The weakest of its rows. */
  readonly grade: string;
  readonly sources: readonly string[];
  readonly note: string;
}

function termOf(key: string, rates: readonly Rate[]): Term {
  const terms = rates.map((rate): Term => {
    const { low, high, grade, source } = rate;
    return { key, low, high, grade, sources: source === null ? [] : [source], note: wordsOf(rate) };
  });
  return hull(key, terms);
}

const wordsOf = ({ forum, scope, year, note }: Rate): string =>
  [[forum, scope, year].filter((each) => each !== null).join(", "), note].filter((each) => each !== null && each !== "").join(": ");

/** The hull of one or more intervals. */
function hull(key: string, terms: readonly Term[]): Term {
  return {
    key,
    low: Math.min(...terms.map(({ low }) => low)),
    high: Math.max(...terms.map(({ high }) => high)),
    grade: weakest(terms.map(({ grade }) => grade)),
    sources: [...new Set(terms.flatMap(({ sources }) => sources))],
    note: [...new Set(terms.map(({ note }) => note))].join("; "),
  };
}
