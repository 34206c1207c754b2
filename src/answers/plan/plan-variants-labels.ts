import { usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed, said } from "../../base/words.ts";
import type { PlanSetting, PlanVariant, PlanVariants } from "./plan-variants-report.ts";

type Told = Pick<PlanVariants, "plan" | "settings" | "variants">;

/** The kind of worth by which plans of other means are compared, the first that any of them has. */
interface Compared {
  readonly label: string;
  readonly of: (variant: PlanVariant) => PlanVariant["income"];
}

export function comparedBy({ plan, variants }: Told): Compared {
  const kinds: readonly Compared[] = [
    { label: "own losses avoided", of: ({ resilience }) => resilience },
    { label: say("plan-variants-labels.sales-of-that-claims", { againstName: plan.againstName ?? "others" }), of: ({ rights }) => rights },
    { label: "royalties and sales of new products", of: ({ income }) => income },
  ];
  const counts = kinds.filter((_, at) => [plan.objective.resilience, plan.objective.clout, plan.objective.income][at]! > 0);
  return counts.find(({ of }) => variants.some((each) => (of(each)?.mean ?? 0) > 0)) ?? kinds.at(-1)!;
}

/** `half the money`, `the money of the plan`. */
export const partOf = (part: number, what: string): string =>
  part === 1
    ? say("plan-variants-labels.the-of-the-plan", { what })
    : say("plan-variants-labels.the", { part: partWords(part), partOther: part === 0.25 ? " of" : "", what });

/** `half`, `as planned`, `twice`. */
export const partWords = (part: number): string => parts.get(part) ?? say("plan-variants-labels.times", { part: String(part) });

const parts: ReadonlyMap<number, string> = new Map([
  [0.25, "a quarter"],
  [0.5, "half"],
  [1, "as planned"],
  [2, "twice"],
  [4, "four times"],
]);

/** What half and twice of the money, and of the researchers, would be worth beside the plan. */
export function variantsFinding(told: Told): string {
  const { label, of } = comparedBy(told);
  const worth = ({ variant }: PlanSetting): string => {
    const known = variant === null ? null : of(told.variants[variant]!);
    return variant === null ? "nothing that keeps to what is required" : known === null ? "an unknown amount" : usdM(known.mean);
  };
  const at = (money: number, people: number): PlanSetting | undefined =>
    told.settings.find((each) => each.money === money && each.people === people);
  const part = (setting: PlanSetting | undefined, words: string): string | false =>
    setting !== undefined && say("plan-variants-labels.with", { worth: worth(setting), words });
  const own = at(1, 1)!;
  const others = said(
    part(at(0.5, 1), partOf(0.5, "money")),
    part(at(2, 1), partOf(2, "money")),
    part(at(1, 0.5), partOf(0.5, "researchers")),
    part(at(1, 2), partOf(2, "researchers")),
  );
  return say("plan-variants-labels.of-the-best-plans", { label, others: listed(others), worth: worth(own) });
}
