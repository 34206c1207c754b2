import type { Row } from "../../base/tables.ts";
import { type Bounds, usualLevel } from "../bootstrap.ts";
import { normalQuantile, rootOf } from "../normal.ts";

/** Columns as in the table `exclusion_case`. */
export type ExclusionCase = Pick<Row<"exclusion_case">, "id" | "forum" | "kind" | "jurisdiction" | "outcome">;

/** Outcome for the patent owner. */
export type CaseOutcome = "won" | "lost" | "settled" | "mixed" | "open" | "unclear";

export interface WinRate {
  readonly cases: number;
  readonly outcomes: Readonly<Record<CaseOutcome, number>>;
  /** Share of decided cases that the owner won; `null` below `fewestDecided`. */
  readonly rate: number | null;
  readonly wilson: Bounds | null;
  readonly exact: Bounds | null;
}

export interface CaseTraits<C> {
  readonly holderKind: (exclusionCase: C) => string | null;
  readonly aboutChips: (exclusionCase: C) => boolean;
}

/** Fewest decided cases for a rate. */
export const fewestDecided = 5;

const words: readonly (readonly [RegExp, CaseOutcome])[] = [
  [/\bmixed\b|\bin part\b/, "mixed"],
  [/settle|cross-licen|\blicen[cs]e\b(?! defence)|^granted licen/, "settled"],
  [/pending|stayed|not found|not decided|not readable|preliminary|initial determination|^instituted/, "open"],
  [/no violation|not infringed|\bvacated\b|unenforceable|unpatentable|adverse judgment|\binvalid(ated)?\b/, "lost"],
  [/violation|exclusion order|injunction|damages|\bupheld\b|\binfringed\b|institution denied|not instituted/, "won"],
];

/** Outcome in words to the owner's outcome (a denied review is a win). Preliminary outcomes are open; ambiguous words are unclear. */
export function caseOutcome(outcome: string | null): CaseOutcome {
  if (outcome === null) return "open";
  const text = outcome.toLowerCase();
  return words.find(([shape]) => shape.test(text))?.[1] ?? "unclear";
}

/** Whether a decided case led to exclusion (order, injunction or ITC violation, not damages); `null` if not decided one way. */
export function exclusionGranted(outcome: string | null): boolean | null {
  const ended = caseOutcome(outcome);
  if (ended === "lost") return false;
  return ended === "won" ? /violation|exclusion order|injunction/i.test(outcome ?? "") : null;
}

/** `US ITC`, `US PTAB`, else the jurisdiction's courts (`DE courts`); `several` or `none`. */
export function forumClass({ forum, jurisdiction }: ExclusionCase): string {
  const places = (jurisdiction ?? "").split(";").filter((place) => place !== "");
  const itc = /\bITC\b/.test(forum);
  if (/\bPTAB\b/.test(forum)) return "US PTAB";
  if (itc && places.length <= 1) return "US ITC";
  if (forum === "none" || places.length === 0) return "none";
  return places.length === 1 ? `${places[0]} courts` : "several";
}

/**
 * Owners' win rates by forum and kind of holder with Wilson and Clopper–Pearson intervals. Patent cases only. Settled cases are not a random
 * sample and are not covered. Ordered by forum, then kind, unknown last. `chips`: those known to be about chips.
 */
export function baseRates<C extends ExclusionCase>(
  cases: readonly C[],
  { holderKind, aboutChips }: CaseTraits<C>,
): readonly (WinRate & { readonly forum: string; readonly holderKind: string | null; readonly chips: WinRate })[] {
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
      ...rateOf(group.cases),
      chips: rateOf(group.cases.filter(aboutChips)),
    }))
    .sort((a, b) => compare(a.forum, b.forum) || compare(a.holderKind ?? "\uffff", b.holderKind ?? "\uffff"));
}

function rateOf(group: readonly ExclusionCase[]): WinRate {
  const outcomes: Record<CaseOutcome, number> = { won: 0, lost: 0, settled: 0, mixed: 0, open: 0, unclear: 0 };
  for (const { outcome } of group) outcomes[caseOutcome(outcome)] += 1;
  const { won, lost } = outcomes;
  const decided = won + lost;
  const enough = decided >= fewestDecided;
  return {
    cases: group.length,
    outcomes,
    rate: enough ? won / decided : null,
    wilson: enough ? wilsonInterval(won, decided, usualLevel) : null,
    exact: enough ? clopperPearsonInterval(won, decided, usualLevel) : null,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Wilson score interval of a proportion (1927) at confidence `level`. */
export function wilsonInterval(successes: number, trials: number, level: number): Bounds {
  const z2 = normalQuantile((1 + level) / 2) ** 2;
  const middle = (successes + z2 / 2) / (trials + z2);
  const half = Math.sqrt(z2 * ((successes * (trials - successes)) / trials + z2 / 4)) / (trials + z2);
  return { low: successes === 0 ? 0 : middle - half, high: successes === trials ? 1 : middle + half };
}

/** Exact interval of a proportion (Clopper and Pearson 1934). */
export function clopperPearsonInterval(successes: number, trials: number, level: number): Bounds {
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : rootOf((p) => upperTail(successes, trials, p) - tail),
    high: successes === trials ? 1 : rootOf((p) => tail - (1 - upperTail(successes + 1, trials, p))),
  };
}

/** Binomial `P(X ≥ count)`, summed from the greatest term. */
function upperTail(count: number, trials: number, p: number): number {
  let sum = 0;
  for (let k = count; k <= trials; k++) sum += Math.exp(logChoose(trials, k) + k * Math.log(p) + (trials - k) * Math.log1p(-p));
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= Math.min(k, n - k); i++) sum += Math.log(n - i + 1) - Math.log(i);
  return sum;
}
