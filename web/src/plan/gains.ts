import type { TargetWorth } from "../../../src/answers/plan/plan-report.ts";
import { gained } from "../../../src/report/plan/plan-parts.ts";

type Kind = TargetWorth["kind"];

/** Kinds of gain in the order in which they are drawn. */
export const gainKinds: readonly Kind[] = ["exposure", "bargaining", "option", "freedom"];

/** A part of a bar: where it begins, and how long it is, USD m. */
interface GainPart {
  readonly kind: Kind;
  readonly from: number;
  readonly worth: number;
}

/** What is gained by kind, one after the other; kinds of which there is nothing are left out. */
export function gainParts(worths: readonly Pick<TargetWorth, "kind" | "worth">[]): readonly GainPart[] {
  let from = 0;
  return gainKinds.flatMap((kind) => {
    const worth = gained(worths.filter((each) => each.kind === kind));
    if (worth === 0) return [];
    from += worth;
    return [{ kind, from: from - worth, worth }];
  });
}
