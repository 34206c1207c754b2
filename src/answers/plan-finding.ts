import type { TargetKind } from "../plan/make-problem/plan-facts.ts";
import type { PlanReport } from "./plan-report.ts";
import { amount, listed } from "./words.ts";

/** What each kind of gain is called. */
export const gainWords: Readonly<Record<TargetKind, string>> = {
  exposure: "exposure removed",
  freedom: "freedom to operate",
  bargaining: "royalties and bargaining",
  option: "options",
};

/** `USD 123 m`; from a thousand millions on in billions. */
export const usdM = (value: number): string => (Math.abs(value) >= 1000 ? `USD ${amount(value / 1000)} bn` : `USD ${amount(value)} m`);

/** A part as per cent with two digits, `0.08 %`, `12 %`. */
export const gapWords = (gap: number): string => `${Number((gap * 100).toPrecision(2))} %`;

/** The plan in a few sentences. @param shortest years that the shortest programme takes; infinite where there is none */
export function planFinding(report: Omit<PlanReport, "finding">, shortest: number): string {
  const { programmes, plan, value, candidates, targets } = report;
  if (programmes.length === 0)
    return `Nothing is begun: ${
      plan.money.every((money) => money === 0)
        ? "there is no money"
        : shortest > plan.years.length && candidates > 0
          ? `a programme takes ${shortest} years, the plan has ${plan.years.length}`
          : `none of the ${candidates} programmes that there are to choose from fits and is worth anything`
    }.`;
  const names = [...new Set(programmes.map(({ name }) => name))];
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  const kinds = kindSums(targets).filter(([, worth]) => worth > 0);
  const most = kinds.slice(0, 2).map(([kind, worth]) => `${gainWords[kind]} (${usdM(worth)})`);
  return (
    `${programmes.length} of ${candidates} programmes, worth ${usdM(value)} in present value: ${more === "" ? listed(names) : names.slice(0, 3).join(", ")}${more}. ` +
    `Most of it is ${listed(most)}. ${nearWords(report)} All of it rests on assumed inputs.`
  );
}

/** Worth by kind of gain, the most first. */
export function kindSums(targets: PlanReport["targets"]): readonly (readonly [TargetKind, number])[] {
  const sums = new Map<TargetKind, number>();
  for (const { kind, worth } of targets) sums.set(kind, (sums.get(kind) ?? 0) + worth);
  return [...sums].sort((a, b) => b[1] - a[1]);
}

function nearWords({ gap, stopped, greedy, value }: Pick<PlanReport, "gap" | "stopped" | "greedy" | "value">): string {
  const near = gap === 0 ? "No plan is better" : `No plan is better by more than ${gapWords(gap)}${stopped ? ", when time was up" : ""}`;
  const plain = greedy === null || value <= 0 ? "" : `; the plain way, best for its cost first, gets ${gapWords(greedy / value)} of it`;
  return `${near}${plain}.`;
}
