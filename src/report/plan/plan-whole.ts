import { countsUsd, gainWords, kindSums, unspentWords, valueWords } from "../../answers/plan/plan-labels.ts";
import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { aboutUsd } from "../../answers/plan/plan-words.ts";
import { count, counted, number, percent, usdM, usdRange } from "../../base/format.ts";
import { sum } from "../../base/numbers.ts";
import { listed, said } from "../../base/words.ts";
import { facts } from "../blocks.ts";
import { type ColumnOf, flexible, right, tableOf } from "../table-of.ts";
import type { FactsBlock, TableBlock } from "../view.ts";
import type { NameOf } from "./plan-parts.ts";

/** The plan as a whole: what it brings, what it leaves over, and how near the best it is. */
export function wholeFacts(report: PlanReport): FactsBlock {
  const { plan, targets, programmes, more, left } = report;
  const kinds = kindSums(targets).filter(([, worth]) => worth > 0);
  const poor = programmes.filter(({ lessCost }) => lessCost < 0).length;
  return facts("The whole plan", [
    ["Brings", kinds.map(([kind, worth]) => `${gainWords[kind]} ${usdM(worth)}`).join("; ") || "nothing of known value in USD"],
    [
      "Cost more than they bring",
      poor === 0 ? "" : `${counted(poor, "programme")}${plan.unspent < 1 ? `, selected since ${unspentWords(plan)}` : ""}`,
    ],
    ["Not spent", leftWords(report)],
    ["Candidates", programmes.length === 0 ? counted(report.candidates, "programme") : ""],
    ["Compared with other plans", nearWords(report)],
    ["Custom value", countedWords(report)],
    [
      "With 5% more",
      `money would add ${aboutUsd(more.money.value, more.money.within)}${more.people === null ? "" : `; researchers would add ${aboutUsd(more.people.value, more.people.within)}`}`,
    ],
    ["Left out as unknown, not 0", leftCounts(left)],
  ]);
}

/** A smaller part of all money that is left over is not told. */
const leastLeft = 0.005;

function leftWords({ plan, resources }: PlanReport): string {
  const money = resources.find(({ id }) => id === "money");
  if (money === undefined) return "";
  const [spent, all] = [sum(money.used), sum(money.available ?? money.used)];
  return plan.unspent > 0 && all - spent > leastLeft * all ? `${usdM(all - spent)} of ${usdM(all)}` : "";
}

const leastGap = 1e-6;

/** How much better another plan may be, and how good a greedy one is. */
function nearWords({ gap, bound, stopped, greedy, value }: PlanReport): string {
  const more = value > 0 ? percent((bound - value) / value) : usdM(bound - value);
  const near =
    gap < leastGap ? "no plan is better" : `no plan is better by more than ${more}${stopped ? " (the time limit was reached)" : ""}`;
  const plain =
    greedy === null
      ? "a greedy plan misses what is required"
      : value <= 0
        ? ""
        : `a greedy plan (best value per cost) reaches ${percent(greedy / value)}`;
  return said(near, plain).join("; ");
}

/** What a plan is chosen by, and how near the best that is proved to be. */
export const choiceFacts = ({ plan, value, bound, gap, greedy, candidates }: PlanReport): FactsBlock =>
  facts(`Chosen by its ${valueWords(plan)}`, [
    ["Candidates", counted(candidates, "programme")],
    ["This plan", usdM(value)],
    ["No plan has more than", `${usdM(bound)} (gap ${percent(gap)})`],
    ["A greedy plan", greedy === null ? "misses what is required" : usdM(greedy)],
  ]);

/** What a plan is chosen by, where that is not its value in USD. */
function countedWords({ plan, value }: PlanReport): string {
  if (countsUsd(plan)) return "";
  const { objective, risk, unspent } = plan;
  const weights = (Object.entries(objective) as [keyof typeof gainWords, number][]).filter(([, weight]) => weight !== 1);
  const how = said(
    ...weights.map(([kind, weight]) => `counts ${gainWords[kind]} ${weight === 0 ? "not at all" : `${weight} times`}`),
    risk !== null && risk.weight !== 0 && `uses the mean of the worst ${percent(1 - risk.level)} of outcomes for ${percent(risk.weight)}`,
    unspent !== 0 && `takes off ${unspent === 1 ? "its cost" : `${percent(unspent)} of its cost`}`,
  );
  return `${usdM(value)}, which ${listed(how)}`;
}

function leftCounts({ exposureNoShares, exposureNoLoss, bargainingNoMarket, freedomNoPatents }: PlanReport["left"]): string {
  const counts: readonly (readonly [string, number])[] = [
    ["exposure", exposureNoShares.length + exposureNoLoss.length],
    ["royalties", bargainingNoMarket.length],
    ["freedom to operate", freedomNoPatents.length],
  ];
  const shown = counts.filter(([, of]) => of > 0).map(([kind, of]) => `${kind} of ${count(of)}`);
  return shown.length === 0 ? "" : `${listed(shown)} technologies`;
}

/** Targets of a kind that are named. */
const named = 3;

/** What the plan adds, by kind of gain. */
export function gainTable({ targets, worth, presentCost, interval }: PlanReport, nameOf: NameOf = (code) => code): TableBlock {
  const range = usdRange(interval.worth.low * 1e6, interval.worth.high * 1e6);
  const largest = (kind: string): string =>
    targets
      .filter((each) => each.kind === kind)
      .slice(0, named)
      .map((each) => `${each.name}${each.jurisdiction === null ? "" : ` in ${nameOf(each.jurisdiction)}`} ${number(each.worth)}`)
      .join("; ");
  return tableOf(
    {
      title: `The plan brings ${usdM(worth)} (${range} in ${Math.round(10 * interval.held)} of 10 draws) for ${usdM(presentCost)}, present value`,
      none: "nothing of known value in USD",
    },
    kindSums(targets),
    [
      ["gain", ([kind]) => gainWords[kind], flexible],
      ["USD M", ([, all]) => number(all), right],
      ["most of it", ([kind]) => largest(kind), flexible],
    ],
  );
}

type Resource = PlanReport["resources"][number];

/** `Money, USD M`, `Researchers of tool`. */
export const resourceName = ({ id }: Pick<Resource, "id">): string => (id === "money" ? "Money, USD M" : `Researchers of ${id}`);

/** Resources that are used, or of which there is a limit. */
export const shownResources = ({ resources }: Pick<PlanReport, "resources">): readonly Resource[] =>
  resources.filter(({ used, available }) => available !== null || used.some((each) => each > 0));

/** How much of a resource is used over the years. */
export function usedWords({ used, available }: Pick<Resource, "used" | "available">): string {
  if (available === null) return `${number(sum(used))} in all, no limit`;
  const all = sum(available);
  return all === 0 ? "none available" : `${percent(sum(used) / all)} of ${number(all)}`;
}

/** A lower price is shown as 0, USD m. */
const leastPrice = 0.005;

/** Money and researchers by year: used of available. */
export const resourceTable = (report: Pick<PlanReport, "resources" | "plan">): TableBlock => {
  const usedIn = ({ used, available }: Resource, at: number): string =>
    available === null ? number(used[at]!) : `${number(used[at]!)}/${number(available[at] ?? 0)}`;
  return tableOf("Used of available, by year", shownResources(report), [
    ["resource", resourceName, flexible],
    ["used", usedWords, flexible],
    ["one more each year, USD M", ({ price }) => (price !== null && price < leastPrice ? "0" : number(price)), flexible],
    ...report.plan.years.map((year, at): ColumnOf<Resource> => [String(year), (resource) => usedIn(resource, at), right]),
  ]);
};
