import { percent, usdM, usdRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { TargetKind } from "../../plan/make-problem/plan-facts.ts";
import { gainWords } from "./plan-labels.ts";
import type { PlanHead, PlanReport } from "./plan-report.ts";

type Told = Pick<PlanReport, "plan" | "programmes" | "candidates" | "targets" | "worth" | "presentCost" | "interval">;

/** The plan in two sentences. @param shortest years that the shortest programme takes; infinite where there is none */
export function planFinding({ plan, programmes, candidates, ...report }: Told, shortest: number): string {
  if (programmes.length === 0) return `Nothing is begun: ${whyNothing(plan, candidates, shortest)}.`;
  const names = [...new Set(programmes.map(({ name }) => name))];
  const first = names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : listed(names);
  return `${programmes.length} of ${candidates} programmes selected: ${first}. ${netWords(report)}`;
}

function whyNothing(plan: PlanHead, candidates: number, shortest: number): string {
  if (plan.money.every((money) => money === 0)) return "there is no money";
  if (candidates === 0) return "there is no programme to choose from";
  if (shortest > plan.years.length) return `a programme takes ${shortest} years, the plan has ${plan.years.length}`;
  return `none of ${candidates} programmes fits and has a known value ${plan.unspent > 0 ? "that covers its cost" : "at all"}`;
}

/** What the plan brings and costs, both as present values. */
function netWords({ targets, worth, presentCost, interval: { lessCost, held } }: Omit<Told, "plan" | "programmes" | "candidates">): string {
  if (targets.every((each) => each.worth <= 0))
    return `They cost ${usdM(presentCost)} in present value and bring nothing of known value in USD.`;
  const range = usdRange(lessCost.low * 1e6, lessCost.high * 1e6);
  return `They bring ${usdM(worth)} for ${usdM(presentCost)}, present value: net ${usdM(worth - presentCost)} (${range} in ${percent(held)} of draws).`;
}

/** What is not counted of a home of which too little is known; "" where enough is. */
export function homeWords({ homeKnown, salesKnown, homeName }: PlanHead): string {
  if (!homeKnown) return `With no data on ${homeName}, this plan is generic: any actor with this budget would get it.`;
  return salesKnown
    ? ""
    : `The sales of ${homeName} are unknown: ${gainWords.exposure} and ${gainWords.freedom} are not counted, which is not 0.`;
}

/** Worth by kind of gain, the most first. */
export function kindSums(targets: PlanReport["targets"]): readonly (readonly [TargetKind, number])[] {
  const sums = new Map<TargetKind, number>();
  for (const { kind, worth } of targets) sums.set(kind, (sums.get(kind) ?? 0) + worth);
  return [...sums].sort((a, b) => b[1] - a[1]);
}
