import { addYears, dayOf } from "../../base/days.ts";

/** Inputs of a term; days since 1970-01-01, `null` unknown. */
export interface TermRecord {
  /** WIPO ST.3 code. */
  readonly office: string;
  /** As in the table `patent`; `null` counts as an invention. */
  readonly type: string | null;
  readonly grantDay: number | null;
  /** Of a reissue: grant of the patent that was reissued. */
  readonly originalGrant: number | null;
  /** Filing of the application itself: of a national stage the international filing, of a reissue that of the original, if a link tells it. */
  readonly filedDay: number | null;
  /** Earliest filing that the term counts from: that of a parent, if links are loaded, else `filedDay`. */
  readonly filingDay: number | null;
  /** Adjustment and extension in days; unknown is 0. */
  readonly termDays: number | null;
  /** Terminal disclaimer: the day after which the term is disclaimed, `null` where it is that of a patent not named; `false` without one. */
  readonly disclaimed: number | null | false;
  /** Latest end of the loaded patents that a terminal disclaimer or a reissue ties it to; `null` none, or unknown. */
  readonly tiedEnd: number | null;
}

/** What a term counts from (docs/method/patent-status.md). */
export const termRules = ["filing", "earliest-claimed", "grant", "earlier-patent", "disclaimer"] as const;
export type TermRule = (typeof termRules)[number];

export interface Term {
  /** Last day, fees aside. */
  readonly end: number;
  /** Last day at the latest: later than `end` where a terminal disclaimer leaves open how much of an adjustment counts. */
  readonly latest: number;
  readonly rule: TermRule;
  /** Years that the rule counts; `null` where another patent or a disclaimer sets the end. */
  readonly years: number | null;
}

const from = (date: string): number => dayOf(date)!;

/** Since then 20 years from the earliest filing claimed; before, the longer of that and 17 from grant (35 USC 154(a)(2), (c)(1)). */
const uruguayRound = from("1995-06-08");
/** US designs filed since then have 15 years from grant, before 14 (35 USC 173; MPEP 1505). */
const hague = from("2015-05-13");

/** Term of a patent; `null` where its filing, grant or rule is unknown. */
export function termOf(record: TermRecord): Term | null {
  const own = ownTerm(record);
  if (own === null) return null;
  return record.office === "US" ? limited(record, own) : own;
}

/** Last day of the term ignoring fees; `null` unknown. */
export const termEnd = (record: TermRecord): number | null => termOf(record)?.end ?? null;

/** Latest possible end of term: without a filing day, counted from grant. `null` if grant or term is unknown. */
export function latestTermEnd(record: TermRecord): number | null {
  const { filingDay, filedDay, grantDay } = record;
  if (filedDay !== null && filingDay !== null) return termOf(record)?.latest ?? null;
  return termOf({ ...record, filingDay: filingDay ?? filedDay ?? grantDay, filedDay: filedDay ?? grantDay })?.latest ?? null;
}

const ended = (end: number, rule: TermRule, years: number | null, latest = end): Term => ({ end, latest, rule, years });

function ownTerm(record: TermRecord): Term | null {
  const { office, type } = record;
  if (type === "utility-model") return otherTerm(record, utilityModels[office] ?? []);
  if (type === "design") return otherTerm(record, designs[office] ?? []);
  if (type === "statutory") return null;
  if (type === "reissue" && record.tiedEnd !== null) return ended(record.tiedEnd, "earlier-patent", null);
  return inventionTerm(record);
}

/** 20 years from filing (TRIPS article 33); in the US from the earliest filing claimed under 35 USC 120, 121 or 365(c). */
function inventionTerm(record: TermRecord): Term | null {
  const { office, type, filedDay, filingDay, termDays } = record;
  if (filingDay === null) return null;
  const grantDay = type === "reissue" ? record.originalGrant : record.grantDay;
  const twenty = addYears(filingDay, 20);
  const rule = filedDay !== null && filingDay < filedDay ? "earliest-claimed" : "filing";
  if (office !== "US" || isNew(record)) return ended(twenty + (termDays ?? 0), rule, 20);
  if (type === "reissue" && grantDay === null) return null;
  const seventeen = grantDay === null ? null : addYears(grantDay, 17);
  const isLonger = seventeen !== null && (seventeen > twenty || seventeen < uruguayRound);
  return isLonger ? ended(seventeen, "grant", 17) : ended(twenty, rule, 20);
}

/**
 * A terminal disclaimer ends a term with that of another patent: on the day it names; with the loaded parents; else without adjustment,
 * which cannot reach beyond it (35 USC 154(b)(2)(B), 253), though how far it may is not known.
 */
function limited(record: TermRecord, own: Term): Term {
  const { disclaimed, tiedEnd, termDays, grantDay } = record;
  if (disclaimed === false || own.rule === "earlier-patent") return own;
  if (disclaimed !== null && (grantDay === null || disclaimed > grantDay)) {
    return disclaimed < own.end ? ended(disclaimed, "disclaimer", null) : own;
  }
  if (tiedEnd !== null) return tiedEnd < own.end ? ended(tiedEnd, "earlier-patent", null, own.latest) : own;
  return ended(own.end - (isNew(record) ? (termDays ?? 0) : 0), own.rule, own.years, own.latest);
}

/** Whether a term counts from filing alone, and may be adjusted. */
const isNew = ({ type, filedDay, filingDay }: TermRecord): boolean => type !== "design" && (filedDay ?? filingDay ?? 0) >= uruguayRound;

/** Years from filing or grant of what is filed since a day. */
interface DatedYears {
  readonly since: number;
  readonly years: number;
  readonly of: "filing" | "grant";
}

const years = (count: number, of: DatedYears["of"], since = Number.NEGATIVE_INFINITY): DatedYears => ({ years: count, of, since });

/** Offices without a rule have an unknown term; the latest rule first. */
const utilityModels: Readonly<Record<string, readonly DatedYears[]>> = {
  CN: [years(10, "filing")],
  DE: [years(10, "filing")],
  JP: [years(10, "filing", from("2005-04-01"))],
  KR: [years(10, "filing", from("1999-07-01"))],
};

const designs: Readonly<Record<string, readonly DatedYears[]>> = {
  CN: [years(15, "filing", from("2021-06-01")), years(10, "filing")],
  JP: [years(25, "filing", from("2020-04-01")), years(20, "grant", from("2007-04-01")), years(15, "grant")],
  KR: [years(20, "filing", from("2014-07-01")), years(15, "grant")],
  US: [years(15, "grant", hague), years(14, "grant")],
};

function otherTerm({ filedDay, grantDay }: TermRecord, rules: readonly DatedYears[]): Term | null {
  const rule = filedDay === null ? oldestBefore(grantDay, rules) : rules.find(({ since }) => filedDay >= since);
  const start = rule?.of === "grant" ? grantDay : filedDay;
  if (rule === undefined || start === null) return null;
  return ended(addYears(start, rule.years), rule.of, rule.years);
}

/** The oldest rule, of what was granted before the next began. */
function oldestBefore(grantDay: number | null, rules: readonly DatedYears[]): DatedYears | undefined {
  const next = rules.at(-2);
  return grantDay !== null && (next === undefined || grantDay < next.since) ? rules.at(-1) : undefined;
}
