import { listed } from "../../base/words.ts";
import { doubt, type FactDoubt } from "./fact-doubt.ts";

/** What is read of a rule here. */
export interface DatedRule {
  readonly id: string;
  readonly effective: string | null;
  readonly ends: string | null;
  readonly suspends: string | null;
  readonly source: string | null;
}

export function ruleDoubts(rules: readonly DatedRule[]): readonly FactDoubt[] {
  const known = new Set(rules.map(({ id }) => id));
  return rules.flatMap((rule): readonly FactDoubt[] => {
    const { id, effective, ends, suspends } = rule;
    const missing =
      suspends
        ?.split(";")
        .map((each) => each.trim())
        .filter((each) => !known.has(each)) ?? [];
    if (missing.length > 0) return [doubt("rules", id, `suspends ${listed(missing)}, which is not there`, [rule])];
    const isOver = effective !== null && ends !== null && ends < effective;
    return isOver ? [doubt("rules", id, `takes effect on ${effective} and ends on ${ends}`, [rule])] : [];
  });
}
