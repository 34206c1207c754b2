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

const sum = (terms: readonly { readonly value: number }[]): number => terms.reduce((total, { value }) => total + value, 0);

/** Whether a programme is in, what it brings and takes, and what the plan is worth if it had to be otherwise. */
export function explainFinding(
  { programme, part, prices, otherwise: { change, within }, inAnotherWay }: Told,
  noneOf: string | null,
): string {
  const name = programmeName(programme);
  const state = part > 0 ? `${name} is in${part < 0.995 ? `, ${percent(part)} of it` : ""}` : `${name} is out`;
  const by =
    noneOf !== null
      ? `: there is no ${noneOf}`
      : prices
        ? `: at the plan's prices all of it would bring ${usdM(sum(prices.gains))} and take what would bring ${usdM(sum(prices.costs) + sum(prices.limits) + prices.charge)} elsewhere${prices.charge > 0 ? " or left over" : ""}`
        : "";
  const same = inAnotherWay === null ? "" : ` The same cell is in as ${inAnotherWay}: a cell is taken once.`;
  return `${state}${by}.${same}${changeWords(part > 0, change, within)}`;
}

function changeWords(isIn: boolean, change: number | null, within: number): string {
  if (change === null) return ` Nothing keeps to the bounds if it has to be ${isIn ? "out" : "in"}.`;
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

const atMargin = ({ net, gains }: NonNullable<Told["prices"]>): boolean => net <= margin * sum(gains);

function whyIn({ prices, part }: Told, { isRequired, neededBy }: ExplainCauses): readonly string[] {
  if (prices === null || !atMargin(prices)) return [];
  if (isRequired) return ["It is in because the file requires it: at the margin it earns no more than others."];
  if (neededBy.length > 0)
    return [
      `It is in because ${listed(neededBy)} ${neededBy.length === 1 ? "stands" : "stand"} on it: at the margin it earns no more than others.`,
    ];
  if (part < 0.995) return ["Marginal: it is in by part, with what the others leave."];
  return ["Marginal: were programmes divisible it would earn no more than what it takes earns elsewhere."];
}

/** What is counted of a programme beside what it brings, where its money would be worth something left over. */
const lessLeftOver = ({ prices }: Told): string =>
  prices !== null && prices.charge > 0 ? ", less what its money would be worth left over" : "";

function untilOut(told: Told): readonly string[] {
  const { part, otherwise } = told;
  const { change, within, brings } = otherwise;
  if (change === null || brings === null || brings <= 0) return [];
  if (-change <= within)
    return [`A plan without it is as good, as far as the gap tells (${usdM(within)}): it may be out if it brought any less.`];
  const less = -change / brings;
  if (less >= 0.995) return [`Nothing would take its place: it is in as long as it brings anything${lessLeftOver(told)}.`];
  const what = part < 0.995 ? "the part of it that is in" : "it";
  return [
    `It would be out if ${what} brought ${percent(less)} less than the ${usdM(brings)} that would be missed without it${lessLeftOver(told)}: what takes its place brings the rest.`,
  ];
}

function whyOut({ prices, inAnotherWay }: Told, { noneOf }: ExplainCauses): readonly string[] {
  if (noneOf !== null) return [`It is out because there is no ${noneOf}.`];
  if (inAnotherWay !== null) return [`It is out because the same cell is in as ${inAnotherWay}, and a cell is taken once.`];
  if (prices === null || prices.net < 0) return [];
  return ["It would pay at the margin, and is out because programmes are whole and have a least size: there is no room for that of it."];
}

function untilIn(told: Told): readonly string[] {
  const { prices, otherwise } = told;
  const { change, within, brings } = otherwise;
  if (prices !== null && sum(prices.gains) <= 0) return ["It adds to nothing that has a worth here."];
  if (change === null || brings === null) return [];
  if (-change <= within) return [`A plan with it is as good, as far as the gap tells (${usdM(within)}).`];
  if (brings <= 0) return [];
  return [
    `It would be in if as much of it as would be taken brought ${percent(-change / brings)} more than the ${usdM(brings)} that this would bring${lessLeftOver(told)}: ${usdM(-change)} more.`,
  ];
}
