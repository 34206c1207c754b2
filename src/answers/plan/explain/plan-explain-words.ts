import { percent, usdM } from "../../../base/format.ts";
import { listed } from "../../../base/words.ts";
import { programmeName } from "../plan-labels.ts";
import { aboutUsd } from "../plan-words.ts";
import type { PlanExplanation } from "./plan-explain-report.ts";

type Told = Pick<PlanExplanation, "programme" | "inAnotherWay" | "part" | "prices" | "otherwise">;

/** What may make a programme be in whatever it earns. */
export interface ExplainCauses {
  /** What it takes and there is nothing of, `money` or researchers of a field; `null`: there is some of all. */
  readonly noneOf: string | null;
  readonly isRequired: boolean;
  /** Programmes that are in and stand on it. */
  readonly neededBy: readonly string[];
}

/** What terms are worth together. */
export const sumOf = (terms: readonly { readonly value: number }[]): number => terms.reduce((total, { value }) => total + value, 0);

/** Whether a programme is in, what it brings and takes, and what the plan is worth if it had to be otherwise. */
export function explainFinding(
  { programme, part, prices, otherwise: { change, within }, inAnotherWay }: Told,
  noneOf: string | null,
): string {
  const name = programmeName(programme);
  const state = part > 0 ? `${name} is ${part < 0.995 ? `${percent(part)} ` : ""}selected` : `${name} is not selected`;
  return `${state}${causeWords(prices, noneOf, inAnotherWay)}.${changeWords(part > 0, change, within)}`;
}

function causeWords(prices: Told["prices"], noneOf: string | null, inAnotherWay: string | null): string {
  if (noneOf !== null) return `: there is no ${noneOf}`;
  if (inAnotherWay !== null) return `: the same cell is selected as ${inAnotherWay}`;
  if (prices === null) return "";
  const elsewhere = sumOf(prices.costs) + sumOf(prices.limits) + prices.charge;
  return `: it would bring ${usdM(sumOf(prices.gains))}, its money and people ${usdM(elsewhere)} elsewhere${prices.charge > 0 ? " or left over" : ""}`;
}

function changeWords(isIn: boolean, change: number | null, within: number): string {
  if (change === null) return ` No plan ${isIn ? "without" : "with"} it keeps to all bounds.`;
  return ` ${isIn ? "Without it" : "With it"} the best plan loses ${aboutUsd(Math.max(0, -change), within)}.`;
}

/** What keeps it in or out, and how much would have to change: what the best plan loses otherwise, as a part of what it brings. */
export function explainChanges(told: Told, causes: ExplainCauses): readonly string[] {
  return told.part > 0
    ? [...whyIn(told, causes), ...untilOut(told)]
    : [...whyOut(told, causes), ...(causes.noneOf === null ? untilIn(told) : [])];
}

/** What earns less than this beyond what it takes, as a part of what it brings, is at the margin. */
const margin = 1e-6;

const atMargin = ({ net, gains }: NonNullable<Told["prices"]>): boolean => net <= margin * sumOf(gains);

function whyIn({ prices, part }: Told, { isRequired, neededBy }: ExplainCauses): readonly string[] {
  if (prices === null || !atMargin(prices)) return [];
  if (isRequired) return ["It is selected because the file requires it: at the margin it earns no more than others."];
  if (neededBy.length > 0)
    return [
      `It is selected because ${listed(neededBy)} ${neededBy.length === 1 ? "needs" : "need"} it: at the margin it earns no more than others.`,
    ];
  if (part < 0.995) return ["Marginal: a part of it is selected, with what the others leave."];
  return ["Marginal: if programmes were divisible, it would earn no more than its money and people earn elsewhere."];
}

/** What is counted of a programme beside what it brings, where its money would be worth something left over. */
const lessLeftOver = ({ prices }: Told): string =>
  prices !== null && prices.charge > 0 ? " (net of what its money is worth left over)" : "";

function untilOut(told: Told): readonly string[] {
  const { part, otherwise } = told;
  const { change, within, brings } = otherwise;
  if (change === null || brings === null || brings <= 0) return [];
  if (-change <= within) return [`A plan without it is as good, within the gap (${usdM(within)}): it may drop out if it brought any less.`];
  const less = -change / brings;
  if (less >= 0.995) return [`Nothing would take its place: it stays selected as long as it brings anything${lessLeftOver(told)}.`];
  const what = part < 0.995 ? "the selected part of it" : "it";
  return [
    `It would drop out if ${what} brought ${percent(less)} less than the ${usdM(brings)} at risk without it${lessLeftOver(told)}: what takes its place brings the rest.`,
  ];
}

function whyOut({ prices, inAnotherWay }: Told, { noneOf }: ExplainCauses): readonly string[] {
  if (noneOf !== null) return [`It is not selected because there is no ${noneOf}.`];
  if (inAnotherWay !== null) return [`It is not selected because its cell is already taken by ${inAnotherWay}.`];
  if (prices === null || prices.net < 0) return [];
  return ["It would pay at the margin. It is not selected because programmes are whole and have a least size, for which there is no room."];
}

function untilIn(told: Told): readonly string[] {
  const { prices, otherwise } = told;
  const { change, within, brings } = otherwise;
  if (prices !== null && sumOf(prices.gains) <= 0) return ["It adds to nothing that has a value here."];
  if (change === null || brings === null) return [];
  if (-change <= within) return [`A plan with it is as good, within the gap (${usdM(within)}).`];
  if (brings <= 0) return [];
  return [
    `It would be selected if it brought ${usdM(-change)} more than the ${usdM(brings)} it would bring${lessLeftOver(told)}: ${percent(-change / brings)} more.`,
  ];
}
