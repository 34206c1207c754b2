import type { CaseRow } from "../../corpus/block-rows.ts";
import type { CaseHolder, CaseHolders } from "../../corpus/case-holders.ts";
import { caseOutcome } from "../../measure/patents/base-rates.ts";
import { caseOpponent, caseOwner, type DistinctCase } from "../../measure/patents/distinct-cases.ts";
import type { CaseHolderCount } from "./freedom-report.ts";

/** Holders on both sides of a case: who owns the patents, and whom they are used against or who attacks them. */
export interface CaseSides {
  readonly owners: readonly CaseHolder[];
  readonly others: readonly CaseHolder[];
}

/** The sides of a case as all its records name them, each holder once. */
export function caseSides({ records }: DistinctCase<CaseRow>, holders: CaseHolders): CaseSides {
  const of = (side: (row: CaseRow) => string | null): readonly CaseHolder[] => {
    const found = records.flatMap((row) => holders.get(side(row) ?? "") ?? []);
    return [...new Map([...found].reverse().map((each) => [each.holder, each])).values()].reverse();
  };
  return { owners: of(caseOwner), others: of(caseOpponent) };
}

/** How often each holder stands on either side, most cases first, of equals by name. */
export function countByHolder(cases: readonly { readonly kept: CaseRow; readonly sides: CaseSides }[]): readonly CaseHolderCount[] {
  const counts = new Map<string, { -readonly [K in keyof CaseHolderCount]: CaseHolderCount[K] }>();
  const of = ({ holder, name, organisation, known }: CaseHolder) => {
    const count = counts.get(holder) ?? { holder, name, organisation, known, asOwner: 0, won: 0, lost: 0, asOther: 0 };
    counts.set(holder, count);
    return count;
  };
  for (const { kept, sides } of cases) {
    const ended = caseOutcome(kept.outcome);
    for (const count of sides.owners.map(of)) {
      count.asOwner += 1;
      if (ended === "won" || ended === "lost") count[ended] += 1;
    }
    for (const count of sides.others.map(of)) count.asOther += 1;
  }
  const size = ({ asOwner, asOther }: CaseHolderCount): number => asOwner + asOther;
  return [...counts.values()].sort((a, b) => size(b) - size(a) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
