import { percent, usdM, usdRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { TargetKind } from "../../plan/make-problem/plan-facts.ts";
import type { PlanHead, PlannedProgramme, PlanReport } from "./plan-report.ts";

/** What each kind of gain is called. */
export const gainWords: Readonly<Record<TargetKind, string>> = {
  exposure: "exposure removed",
  freedom: "freedom to operate",
  bargaining: "royalties and bargaining",
  option: "option value",
};

/** `Photoresists, G03F 7, with DE`; where no class tells the approach, it says so. */
export const programmeName = ({ name, group, partner }: Pick<PlannedProgramme, "name" | "group" | "partner">): string =>
  [name, group === "" ? "no approach known" : group, ...(partner === null ? [] : [`with ${partner}`])].join(", ");

/** What money left over counts as. */
export const unspentWords = ({ unspent }: PlanHead): string =>
  `money left over counts as ${unspent === 0 ? "lost" : unspent === 1 ? "kept" : `${percent(unspent)} of itself`}`;

/** Whether a plan is chosen by its mean worth in USD, before cost or less cost. */
export const countsUsd = ({ objective, risk, unspent }: PlanHead): boolean =>
  (unspent === 0 || unspent === 1) && (risk === null || risk.weight === 0) && Object.values(objective).every((weight) => weight === 1);

/** What a plan is chosen by. */
export const valueWords = (plan: PlanHead): string =>
  !countsUsd(plan) ? "worth as the plan counts" : plan.unspent === 1 ? "worth less cost" : "worth";

/** What limits every answer on a plan. */
export const modelLimit =
  "This is what the model gives for these inputs, not a forecast. Most costs and gains of research are not published: a plan is only as good as the intervals it assumes.";

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
