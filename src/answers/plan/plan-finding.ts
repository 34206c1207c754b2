import { percent, usdM } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { TargetKind } from "../../plan/make-problem/plan-facts.ts";
import { countsUsd, gainWords, unspentWords } from "./plan-labels.ts";
import type { PlanHead, PlanReport } from "./plan-report.ts";

const leastGap = 1e-6;

/** The plan in a few sentences. @param shortest years that the shortest programme takes; infinite where there is none */
export function planFinding(report: Omit<PlanReport, "finding">, shortest: number): string {
  const { programmes, plan, candidates } = report;
  if (programmes.length === 0)
    return `Nothing is begun: ${
      plan.money.every((money) => money === 0)
        ? "there is no money"
        : candidates === 0
          ? "there is no programme to choose from"
          : shortest > plan.years.length && candidates > 0
            ? `a programme takes ${shortest} years, the plan has ${plan.years.length}`
            : `none of the ${candidates} programmes that there are to choose from fits and is worth ${plan.unspent > 0 ? `${plan.unspent === 1 ? "" : `${percent(plan.unspent)} of `}what it costs, as far as its worth is known in USD; with \`unspent: 0\` in the file they are chosen from all the same` : "anything"}`
    }.`;
  const names = [...new Set(programmes.map(({ name }) => name))];
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  return [
    `${programmes.length} of ${candidates} programmes: ${more === "" ? listed(names) : names.slice(0, 3).join(", ")}${more}.`,
    worthWords(report),
    leftWords(report),
    countedWords(report),
    nearWords(report),
    "All of it rests on assumed inputs.",
    homeWords(plan),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

/** What the plan brings and costs, both as present values, and of which kind most of it is. */
function worthWords({ plan, worth, presentCost, interval, targets, programmes }: Omit<PlanReport, "finding">): string {
  const kinds = kindSums(targets).filter(([, each]) => each > 0);
  if (kinds.length === 0)
    return `Nothing that they bring has a worth known in USD; they cost ${usdM(presentCost)} in present value, and ${unspentWords(plan)}.`;
  const most = kinds.slice(0, 2).map(([kind, each]) => `${gainWords[kind]} (${usdM(each)})`);
  const poor = programmes.filter(({ lessCost }) => lessCost < 0).length;
  return (
    `Worth ${usdM(worth)} in present value before cost, on average over what may turn out otherwise, most of it ${listed(most)}; ${usdM(Math.abs(worth - presentCost))} ${worth < presentCost ? "less" : "more"} than it costs, from ${usdM(interval.lessCost.low)} to ${usdM(interval.lessCost.high)} in ${Math.round(10 * interval.held)} of 10 draws of the inputs.` +
    `${poor > 0 ? ` ${poor} of the programmes ${poor === 1 ? "brings" : "bring"} less than ${poor === 1 ? "it costs" : "they cost"}${plan.unspent < 1 ? `, and ${poor === 1 ? "is" : "are"} in since ${unspentWords(plan)}` : ""}.` : ""}`
  );
}

/** Money that is not spent, where that is a choice. */
function leftWords({ plan, resources }: Omit<PlanReport, "finding">): string {
  const money = resources.find(({ id }) => id === "money")!;
  const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
  const [spent, all] = [total(money.used), total(money.available ?? money.used)];
  return plan.unspent > 0 && all - spent > leastLeft * all ? `${usdM(all - spent)} of ${usdM(all)} is not spent.` : "";
}

/** The part of all money from which on it is told that it is left over. */
const leastLeft = 0.005;

/** What a plan is chosen by, where that is not its worth. */
function countedWords({ plan, value }: Pick<PlanReport, "plan" | "value">): string {
  if (countsUsd(plan)) return "";
  const weights = (Object.entries(plan.objective) as [TargetKind, number][]).filter(([, weight]) => weight !== 1);
  const { risk, unspent } = plan;
  const counted = [
    ...weights.map(([kind, weight]) => `counts ${gainWords[kind]} ${weight === 0 ? "not at all" : `${weight} times`}`),
    ...(risk === null || risk.weight === 0
      ? []
      : [`goes by the mean of the worst ${percent(1 - risk.level)} of outcomes${risk.weight < 1 ? ` for ${percent(risk.weight)}` : ""}`]),
    ...(unspent === 0 ? [] : [`takes off ${unspent === 1 ? "its cost" : `${percent(unspent)} of its cost`}`]),
  ];
  return `The plan ${listed(counted)}: so counted it is ${usdM(value)}.`;
}

/** What is not counted of a home of which too little is known; where nothing is, that a plan would be the same for anybody. */
export function homeWords({ homeKnown, salesKnown, homeName }: PlanHead): string {
  if (!homeKnown)
    return `Nothing is known of ${homeName} itself: no sales of known value and no loaded patent, so that neither its exposure nor what it holds is counted. It is the plan of anybody with this money.`;
  return salesKnown
    ? ""
    : `No source tells what ${homeName} sells and what that is worth: neither ${gainWords.exposure} nor ${gainWords.freedom} is counted, which is not 0.`;
}

/** Worth by kind of gain, the most first. */
export function kindSums(targets: PlanReport["targets"]): readonly (readonly [TargetKind, number])[] {
  const sums = new Map<TargetKind, number>();
  for (const { kind, worth } of targets) sums.set(kind, (sums.get(kind) ?? 0) + worth);
  return [...sums].sort((a, b) => b[1] - a[1]);
}

/** How much better the best plan may be: as a part of what this one is worth, where it is worth anything. */
function nearWords({ gap, bound, stopped, greedy, value }: Pick<PlanReport, "gap" | "bound" | "stopped" | "greedy" | "value">): string {
  const more = value > 0 ? percent((bound - value) / value) : usdM(bound - value);
  const near = gap < leastGap ? "No plan is better" : `No plan is better by more than ${more}${stopped ? ", when time was up" : ""}`;
  const plain = greedy === null || value <= 0 ? "" : `; the plain way, best for its cost first, gets ${percent(greedy / value)} of it`;
  return `${near}${plain}.`;
}
