import type { TargetWorth } from "../../../src/answers/plan/plan-report.ts";
import { gained } from "../../../src/report/plan/plan-parts.ts";

type Kind = TargetWorth["kind"];

/** Kinds of gain in the order in which they are drawn. */
export const gainKinds: readonly Kind[] = ["exposure", "bargaining", "option", "freedom"];

/** What is gained by kind, USD m, one after the other; kinds of which there is nothing are left out. */
export function gainParts(
  worths: readonly Pick<TargetWorth, "kind" | "worth">[],
): readonly { readonly kind: Kind; readonly from: number; readonly worth: number }[] {
  let from = 0;
  return gainKinds.flatMap((kind) => {
    const worth = gained(worths.filter((each) => each.kind === kind));
    if (worth === 0) return [];
    from += worth;
    return [{ kind, from: from - worth, worth }];
  });
}
