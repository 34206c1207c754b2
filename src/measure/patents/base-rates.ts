import { type Bounds, usualLevel } from "../bootstrap.ts";
import { clopperPearsonInterval, wilsonInterval } from "./base-rates-interval.ts";

/** What a case tells, columns as in the table `exclusion_case`. */
export interface ExclusionCase {
  readonly id: string;
  readonly forum: string;
  readonly kind: string;
  readonly jurisdiction: string | null;
  readonly outcome: string | null;
}

/** How a case ended for the one who owns the patents. */
export type CaseOutcome = "won" | "lost" | "settled" | "mixed" | "open" | "unclear";

/** How a set of cases ended. */
export interface WinRate {
  readonly cases: number;
  readonly outcomes: Readonly<Record<CaseOutcome, number>>;
  /** Part of the decided cases (won or lost) that the owner won; `null` below `fewestDecided`. */
  readonly rate: number | null;
  readonly wilson: Bounds | null;
  readonly exact: Bounds | null;
}

/** Cases of one forum and kind of holder: all of them, and those that are known to be about chips. */
export interface BaseRate extends WinRate {
  readonly forum: string;
  readonly holderKind: string | null;
  readonly chips: WinRate;
}

/** What is known of a case beside its record. */
export interface CaseTraits<C> {
  readonly holderKind: (exclusionCase: C) => string | null;
  readonly aboutChips: (exclusionCase: C) => boolean;
}

/** Below so many decided cases there is no rate. */
export const fewestDecided = 5;

const words: readonly (readonly [RegExp, CaseOutcome])[] = [
  [/\bmixed\b|\bin part\b/, "mixed"],
  [/settle|cross-licen|\blicen[cs]e\b(?! defence)|^granted licen/, "settled"],
  [/pending|stayed|not found|not decided|not readable|preliminary|initial determination|^instituted/, "open"],
  [/no violation|not infringed|\bvacated\b|unenforceable|unpatentable|adverse judgment|\binvalid(ated)?\b/, "lost"],
  [/violation|exclusion order|injunction|damages|\bupheld\b|\binfringed\b|institution denied|not instituted/, "won"],
];

/**
 * The end of a case by the words of its outcome, as the owner of the patents sees it (a review that is denied is won). What is
 * only preliminary is open; words that tell neither way are unclear.
 */
export function caseOutcome(outcome: string | null): CaseOutcome {
  if (outcome === null) return "open";
  const text = outcome.toLowerCase();
  return words.find(([shape]) => shape.test(text))?.[1] ?? "unclear";
}

/**
 * Whether a case that was decided ended with somebody kept out: an exclusion order, an injunction or a violation found by the ITC, which
 * orders exclusion then. Damages alone are none. `null` where the case is not decided one way (settled, mixed, open, unclear).
 */
export function exclusionGranted(outcome: string | null): boolean | null {
  const ended = caseOutcome(outcome);
  if (ended === "lost") return false;
  return ended === "won" ? /violation|exclusion order|injunction/i.test(outcome ?? "") : null;
}

/** `US ITC`, `US PTAB`, else the courts of the one jurisdiction (`DE courts`); `several` or `none` where there is not just one. */
export function forumClass({ forum, jurisdiction }: ExclusionCase): string {
  const places = (jurisdiction ?? "").split(";").filter((place) => place !== "");
  const itc = /\bITC\b/.test(forum);
  if (/\bPTAB\b/.test(forum)) return "US PTAB";
  if (itc && places.length <= 1) return "US ITC";
  if (forum === "none" || places.length === 0) return "none";
  return places.length === 1 ? `${places[0]} courts` : "several";
}

/**
 * How often owners of patents win, by forum and kind of holder, with the Wilson and the Clopper–Pearson interval. Trade secrets and
 * licences without a suit are no cases of patents and left out. Cases that end in a settlement are not a sample of the rest: the
 * rate says nothing about them. Order of forum, then kind of holder, unknown last.
 */
export function baseRates<C extends ExclusionCase>(
  cases: readonly C[],
  { holderKind, aboutChips }: CaseTraits<C>,
  level = usualLevel,
): readonly BaseRate[] {
  const groups = new Map<string, { forum: string; kind: string | null; cases: C[] }>();
  for (const each of cases) {
    if (each.kind === "trade-secret" || each.kind === "licence") continue;
    const [forum, kind] = [forumClass(each), holderKind(each)];
    const key = `${forum}\t${kind ?? ""}`;
    const group = groups.get(key) ?? { forum, kind, cases: [] };
    group.cases.push(each);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({
      forum: group.forum,
      holderKind: group.kind,
      ...rateOf(group.cases, level),
      chips: rateOf(group.cases.filter(aboutChips), level),
    }))
    .sort((a, b) => compare(a.forum, b.forum) || compare(a.holderKind ?? "\uffff", b.holderKind ?? "\uffff"));
}

function rateOf(group: readonly ExclusionCase[], level: number): WinRate {
  const outcomes: Record<CaseOutcome, number> = { won: 0, lost: 0, settled: 0, mixed: 0, open: 0, unclear: 0 };
  for (const { outcome } of group) outcomes[caseOutcome(outcome)] += 1;
  const { won, lost } = outcomes;
  const decided = won + lost;
  const enough = decided >= fewestDecided;
  return {
    cases: group.length,
    outcomes,
    rate: enough ? won / decided : null,
    wilson: enough ? wilsonInterval(won, decided, level) : null,
    exact: enough ? clopperPearsonInterval(won, decided, level) : null,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
