import { number, percentInterval, usdBnInterval } from "../../base/format.ts";
import { atLeast, boundOf, listed, lowered } from "../../base/words.ts";
import { partyName } from "../scenario/planned-scenario.ts";
import { drawnMix, makingGap } from "../shared/making-gap.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { leftOutFinding } from "./leverage-left-out.ts";
import type { CoalitionReport, LeverageCell, LeverageReport } from "./leverage-report.ts";

type Told = Omit<LeverageReport, "finding" | "evidence">;

/** The answer in a sentence or three. */
export function leverageFinding(read: ReadModel, report: Told): string {
  const { on, coalition, shapley, cells, leftOut, technologies, from } = report;
  const left = leftOutFinding(read, leftOut, technologies !== null, from);
  if (on === null) return matrixFinding(read, report) + left;
  if (coalition === null || shapley === null) return noCoalition(read, report, on);
  return coalitionFinding(read, coalition, shapley, report) + left + lackOfUse(read, cells);
}

/** What users there would lack of final products that are withheld themselves, by each sender alone: no loss of output. */
function lackOfUse(read: ReadModel, cells: readonly LeverageCell[]): string {
  const lacking = cells.flatMap(({ from, useUsd }) =>
    useUsd !== null && number(useUsd.interval[2]) !== "0" ? [`${usdBnInterval(useUsd.interval)} by ${partyName(read, from)} alone`] : [],
  );
  return lacking.length > 0 ? ` Beside it users there would lack final products withheld themselves, a year: ${listed(lacking)}.` : "";
}

/** Why nothing is told of a target. */
function noCoalition(read: ReadModel, { from, technologies, leftOut }: Told, on: string): string {
  const [target, gap] = [partyName(read, on), makingGap(read, on)];
  if (gap === "makes-nothing")
    return `${target.replace(/^the /, "The ")} makes no final product, so there is no output of its own to lose.`;
  const whom = listed(from.map((code) => partyName(read, code)));
  const asked =
    technologies === null ? "" : ` of what is asked${leftOut.length > 0 ? ` (${listed(leftOut.map(({ name }) => lowered(name)))})` : ""}`;
  return `No share and no rule${asked} is known of ${whom}, so what could be withheld from ${target} is unknown.`;
}

function matrixFinding(read: ReadModel, { cells, months, unvalued }: Told): string {
  const known = cells.filter(({ usd }) => usd !== null).sort((a, b) => b.usd!.interval[1] - a.usd!.interval[1]);
  const unknown = cells.length - known.length;
  const rest = unknown > 0 ? ` Of ${unknown} of ${cells.length} pairs the loss in USD is unknown.` : "";
  const [most] = known;
  if (!most) return `Nobody's loss in USD is known.${rest}`;
  const least = unvalued.length > 0 || most.leavesOut > 0;
  const cost =
    most.cost === null
      ? "at a cost that is unknown"
      : `at a cost to itself of ${atLeast(most.unpriced.length > 0 || most.leavesOut > 0)}${usdBnInterval(most.cost.interval)}`;
  const gdp = most.ofGdp === null ? "" : `, ${atLeast(least)}${percentInterval(most.ofGdp.interval)} of its GDP`;
  return (
    `In the model, ${partyName(read, most.from)} could take most from another: ${atLeast(least)}${usdBnInterval(most.usd!.interval)} a year of the final chip output of ` +
    `${partyName(read, most.on)}${gdp}, over ${months} months, ${cost}.${rest}`
  );
}

function coalitionFinding(
  read: ReadModel,
  { members, unknownMembers, on, unit, value, outsiders, afterReply, reply, replyUnknown, replyLeavesOut }: CoalitionReport,
  shapley: Readonly<Record<string, readonly [number, number, number]>>,
  { months, unvalued, leftOut, cells }: Told,
): string {
  const told = (interval: readonly [number, number, number]): string =>
    unit === "part of output" ? percentInterval(interval) : usdBnInterval(interval);
  const known = members.filter((code) => shapley[code] !== undefined);
  const [first] = [...known].sort((a, b) => shapley[b]![1] - shapley[a]![1]);
  const split =
    known.length > 1 && number(shapley[first!]![1]) !== "0"
      ? ` Most of it is due to ${partyName(read, first!)}: ${told(shapley[first!]!)}.`
      : "";
  const unknown =
    unknownMembers.length > 0
      ? ` What ${listed(unknownMembers.map((code) => partyName(read, code)))} could add is unknown: no share and no rule of theirs is known.`
      : "";
  const what = reply && `withholding ${reply.name === null ? "all that it holds" : lowered(reply.name)}`;
  const mix = cells.some(({ gap }) => gap === "making-unknown") ? ` (${drawnMix})` : "";
  const least = unvalued.length > 0;
  const moreByReply = replyUnknown.length > 0 || replyLeavesOut > 0 || least;
  const moreTaken = unknownMembers.length > 0 || leftOut.length > 0 || (least && unit !== "part of output");
  const whom = replyUnknown.length > 0 ? "those senders whose making is known" : "the senders";
  const answer = reply === null ? ` No reply by supply is known that would cost ${whom} more than itself.` : "";
  const after =
    reply && afterReply
      ? ` The best reply of ${partyName(read, on)}, ${what}, would cost them ${atLeast(moreByReply)}${usdBnInterval(reply.harm.interval)} and itself ${reply.cost === null ? "what is unknown" : `${atLeast(reply.unpriced > 0 || replyLeavesOut > 0)}${usdBnInterval(reply.cost.interval)}`}; ${remaining(afterReply.interval, boundOf(moreTaken, moreByReply))}.`
      : answer;
  return (
    `In the model, ${listed(known.map((code) => partyName(read, code)))} could take ${atLeast(moreTaken)}${told(value[outsiders].interval)}` +
    `${unit === "part of output" ? "" : " a year"} of ${read.map.economyOf.has(on) ? firmBase : "the final chip output of"} ${partyName(read, on)}${mix} over ${months} months, outsiders ${outsiders}.${split}${unknown}${after}`
  );
}

/** What they take less what they lose by the reply, which may be more. */
const remaining = (left: readonly [number, number, number], bound: string): string =>
  left[0] >= 0
    ? `${bound}${usdBnInterval(left)} would remain`
    : `what they take less what they then lose is ${bound}${usdBnInterval(left)}, below 0 where they lose more`;

/** What the loss of a firm is a part of. */
const firmBase = "what can be made of the final products touched, in a mix that nobody knows, for";
