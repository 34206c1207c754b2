import type { Clout } from "../../answers/plan/clout/clout-report.ts";
import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { counted, number, usdInterval, usdM, usdRange } from "../../base/format.ts";
import type { Interval } from "../../base/numbers.ts";
import { capital, listed, lowered, said } from "../../base/words.ts";
import { listOf, note } from "../blocks.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";

/** An interval held in millions of USD. */
export const usdMInterval = (ends: Interval): string => usdInterval([1e6 * ends[0], 1e6 * ends[1], 1e6 * ends[2]]);

/** Clout of today and the most that the plan adds to it, in one line. */
export function cloutLine({ onName, byYear, supplyGap, cost }: Clout): string {
  const now = byYear[0]!;
  const most = byYear.reduce((best, point) => (point.rightsAdded[1] > best.rightsAdded[1] ? point : best), now);
  const [held, kept] = [now.supplyHeld, byYear.map(({ supplyHeld, supplyWith }) => (supplyWith?.[1] ?? 0) - (supplyHeld?.[1] ?? 0))];
  const supply =
    held === null
      ? `by supply unknown (${supplyGap?.replaceAll("-", " ") ?? "no reason"})`
      : `by supply ${usdMInterval(held)} a year today, ${cost === null ? "at an unknown own loss" : `for an own loss of ${usdMInterval(cost)}`}, and the plan adds ${usdM(Math.max(0, ...kept))}`;
  const rights = `by rights ${now.rightsHeld === null ? "an unknown part" : usdMInterval(now.rightsHeld)} of what ${onName} sells a year today, and the plan adds ${most.rightsAdded[1] > 0 ? `${usdMInterval(most.rightsAdded)} in ${most.year}` : "nothing"}`;
  return `${rights}; ${supply}`;
}

const cellOf = (ends: Interval | null): string => (ends === null ? "unknown" : usdMInterval(ends).replace(/^USD /, ""));

/** Clout by year, by rights and by supply beside one another, and what would have to be true for more. */
export function cloutBlocks({ clout, against }: Pick<PlanReport, "clout" | "against">): readonly Block[] {
  if (clout === null) return [];
  return [
    tableOf(`Clout on ${clout.onName} by year, USD a year; rights and supply are never summed`, clout.byYear, [
      ["year", ({ year }) => String(year), right],
      ["rights held today", ({ rightsHeld }) => cellOf(rightsHeld), flexible],
      ["rights the plan adds", ({ rightsAdded }) => cellOf(rightsAdded), flexible],
      ["supply held today", ({ supplyHeld }) => cellOf(supplyHeld), flexible],
      ["supply with the plan", ({ supplyWith }) => cellOf(supplyWith), flexible],
    ]),
    note(rightsOfWords(clout, against)),
    ...[supplyOfWords(clout)].filter((words) => words !== "").map(note),
    ...listOf("What would have to be true for more clout", clout.conditions),
  ];
}

/** Of which sales rights are, and which figure is another question. */
export function rightsOfWords({ onName, rightsIn }: Clout, against: PlanReport["against"]): string {
  const names = (isLoaded: boolean): string => listed(rightsIn.filter(({ loaded }) => loaded === isLoaded).map(({ name }) => name));
  const [loaded, none] = [names(true), names(false)];
  const market = against?.usd == null ? "unknown" : `${usdRange(0, against.usd.high)} a year`;
  return said(
    rightsIn.length === 0
      ? `Where ${onName} sells what is not known, so that no right is counted.`
      : `Rights are of what makers of ${onName} sell in ${listed(rightsIn.map(({ name }) => name))}, by claims that run there.`,
    none !== "" &&
      `Of today's, ${loaded === "" ? "none is counted" : `those in ${loaded} alone are counted`}: no patent of the home on it is loaded in ${none}, which is unknown, not 0.`,
    `What anybody sells in the market of ${onName} is another question, which \`leverage\` and \`portfolio\` answer: ${market}.`,
  ).join(" ");
}

/** Technologies that are named. */
const mostNamed = 6;

/** What is withheld for the figure of supply, and of which output it is. */
export function supplyOfWords({ onName, byYear, moves, products, leavesOut }: Clout): string {
  if (byYear[0]!.supplyHeld === null || moves.length === 0) return "";
  const named = moves.slice(0, mostNamed).map(lowered);
  const more = moves.length - named.length;
  return said(
    `Supply is what ${onName} then makes less of ${listed(products.map(lowered)) || "chips"}, in twelve months, if all that the home holds a part of is withheld together: ${listed([...named, ...(more > 0 ? [`${more} more`] : [])])}.`,
    leavesOut > 0 &&
      `Of ${counted(leavesOut, "technology", "technologies")} its part is unknown and left out, so that it is at least that.`,
  ).join(" ");
}

const moveWords: Readonly<Record<PlanReport["replies"][number]["move"], string>> = {
  usual: "rivals add what is usual, as in all figures of the plan",
  none: "rivals add nothing",
  matches: "rivals add as much effort as the home",
  "designs-around": "its claims are designed around as far as they may be",
  invalidates: "its claims are declared invalid as far as courts do",
  withholds: "the target withholds all it can from the first year on",
};

/** The plan where rivals and the target answer, and the target's best reply by supply. */
export const replyTable = ({ replies, plan }: PlanReport): TableBlock =>
  tableOf("If others answer, USD M in present value", replies, [
    ["move", ({ move }) => moveWords[move], flexible],
    ["lost with the plan", ({ lost }) => (lost === null ? "unknown" : number(lost.with)), right],
    ["saved by the plan", ({ resilience }) => (resilience === null ? "unknown" : number(resilience)), right],
    ["income", ({ income }) => number(income), right],
    ...(plan.against === null ? [] : [["rights", ({ rights }: PlanReport["replies"][number]) => number(rights), right] as const]),
  ]);

/** The target's best reply by supply to the home's withholding; none where no target is named. */
export function supplyReply({ clout }: Pick<PlanReport, "clout">): string {
  if (clout === null) return "";
  const { reply, onName, cost } = clout;
  const own = cost === null ? "" : ` Withholding all it can costs the home itself ${usdMInterval(cost)} a year in lost sales and products.`;
  if (reply === null) return `No reply of ${onName} by supply is known that would cost the home more than itself.${own}`;
  const what = reply.name === null ? "all that it holds" : lowered(reply.name);
  if (reply.cost === null)
    return `${capital(onName)} could answer by withholding ${what}: that takes ${usdMInterval(reply.harm)} a year from the home. What it costs ${onName} itself is unknown, so that no reply can be called the best.${own}`;
  const left =
    reply.left === null ? "" : `; clout by supply less that, draw by draw, is ${usdMInterval(reply.left)} a year (each figure is a median)`;
  return `${capital(onName)} would answer best by withholding ${what}: that takes ${usdMInterval(reply.harm)} a year from the home and costs ${onName} itself ${usdMInterval(reply.cost)}${left}.${own}`;
}
