import { number, percentInterval, usdBnInterval } from "../../base/format.ts";
import { present } from "../../base/present.ts";
import { atLeast, boundOf, capital, listed, lowered } from "../../base/words.ts";
import { partyName } from "../scenario/planned-scenario.ts";
import { drawnMix, makingGap } from "../shared/making-gap.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { CoalitionReport, LeverageCell, LeverageReport } from "./leverage-report.ts";

type Told = Omit<LeverageReport, "finding" | "evidence">;

/** The answer in two sentences at most. */
export function leverageFinding(read: ReadModel, report: Told): string {
  const { on, coalition, shapley } = report;
  if (on === null) return matrixFinding(read, report);
  return coalition === null || shapley === null ? noCoalition(read, report, on) : coalitionFinding(read, coalition, shapley, report);
}

/** Why nothing is known of a target. */
function noCoalition(read: ReadModel, { from, technologies, leftOut }: Told, on: string): string {
  const [target, gap] = [partyName(read, on), makingGap(read, on)];
  if (gap === "makes-nothing")
    return `${target.replace(/^the /, "The ")} makes no final product, so there is no output of its own to lose.`;
  const whom = listed(from.map((code) => partyName(read, code)));
  const asked =
    technologies === null ? "" : ` of what is asked${leftOut.length > 0 ? ` (${listed(leftOut.map(({ name }) => lowered(name)))})` : ""}`;
  return `No share and no rule${asked} is known of ${whom}, so what could be withheld from ${target} is unknown.`;
}

function matrixFinding(read: ReadModel, { cells, unvalued }: Told): string {
  const known = cells.filter(({ usd }) => usd !== null).sort((a, b) => b.usd!.interval[1] - a.usd!.interval[1]);
  const [most] = known;
  if (!most) return `No loss in USD is known, of ${cells.length} pairs.`;
  const least = unvalued.length > 0 || most.leavesOut > 0;
  const gdp = most.ofGdp === null ? "" : `, or ${atLeast(least)}${percentInterval(most.ofGdp.interval)} of its GDP`;
  const loss = `${atLeast(least)}${usdBnInterval(most.usd!.interval)} a year of the final chip output of ${partyName(read, most.on)}${gdp}`;
  const unknown = cells.length - known.length;
  const rest = unknown > 0 ? ` For ${unknown} of ${cells.length} pairs the loss in USD is unknown.` : "";
  return `In the model ${partyName(read, most.from)} could take most: ${loss}.${rest}`;
}

function coalitionFinding(
  read: ReadModel,
  { members, unknownMembers, on, unit, value, outsiders }: CoalitionReport,
  shapley: Readonly<Record<string, readonly [number, number, number]>>,
  { months, unvalued, leftOut }: Told,
): string {
  const inUsd = unit !== "part of output";
  const words = (interval: readonly [number, number, number]): string => (inUsd ? usdBnInterval(interval) : percentInterval(interval));
  const known = members.filter((code) => shapley[code] !== undefined);
  const [first] = [...known].sort((a, b) => shapley[b]![1] - shapley[a]![1]);
  const hasSplit = known.length > 1 && number(shapley[first!]![1]) !== "0";
  const split = hasSplit ? ` Most of it is due to ${partyName(read, first!)}: ${words(shapley[first!]!)}.` : "";
  const least = unknownMembers.length > 0 || leftOut.length > 0 || (unvalued.length > 0 && inUsd);
  const taken = `${atLeast(least)}${words(value[outsiders].interval)}${inUsd ? " a year" : ""}`;
  const base = read.map.economyOf.has(on) ? firmBase : "the final chip output of";
  const whom = listed(known.map((code) => partyName(read, code)));
  return `In the model ${whom} could take ${taken} of ${base} ${partyName(read, on)} over ${months} months.${split}`;
}

/** What is unknown or left out of the answer on one target, and its best reply, a sentence each. */
export function leverageRemarks(read: ReadModel, { coalition, cells, unvalued, leftOut }: Told): readonly string[] {
  if (coalition === null) return [];
  const { unknownMembers, on, unit, afterReply, reply, replyUnknown, replyLeavesOut } = coalition;
  const least = unvalued.length > 0;
  const moreByReply = replyUnknown.length > 0 || replyLeavesOut > 0 || least;
  const moreTaken = unknownMembers.length > 0 || leftOut.length > 0 || (least && unit !== "part of output");
  return present(
    cells.some(({ gap }) => gap === "making-unknown") && `What ${partyName(read, on)} loses is of ${drawnMix}.`,
    unknownMembers.length > 0 &&
      `What ${listed(unknownMembers.map((code) => partyName(read, code)))} could add is unknown: no share and no rule of theirs is known.`,
    reply && afterReply
      ? `The best reply of ${partyName(read, on)}, withholding ${reply.name === null ? "all that it holds" : lowered(reply.name)}, would cost them ${atLeast(moreByReply)}${usdBnInterval(reply.harm.interval)}, and itself ${reply.cost === null ? "an unknown sum" : `${atLeast(reply.unpriced > 0 || replyLeavesOut > 0)}${usdBnInterval(reply.cost.interval)}`}. ${capital(remaining(afterReply.interval, boundOf(moreTaken, moreByReply)))}.`
      : `No reply by supply is known that would cost ${replyUnknown.length > 0 ? "those senders whose products are known" : "the senders"} more than itself.`,
    lackOfUse(read, cells),
  );
}

/** What users there would lack of final products that are withheld themselves, by each sender alone: no loss of output. */
function lackOfUse(read: ReadModel, cells: readonly LeverageCell[]): string | null {
  const lacking = cells.flatMap(({ from, useUsd }) =>
    useUsd !== null && number(useUsd.interval[2]) !== "0" ? [`${usdBnInterval(useUsd.interval)} by ${partyName(read, from)} alone`] : [],
  );
  return lacking.length > 0 ? `Users there would also lack final products that are withheld, a year: ${listed(lacking)}.` : null;
}

/** What they take less what they lose by the reply, which may be more. */
const remaining = (left: readonly [number, number, number], bound: string): string =>
  left[0] >= 0
    ? `${bound}${usdBnInterval(left)} would remain`
    : `what they take less what they lose is ${bound}${usdBnInterval(left)}; below 0 they lose more`;

/** What the loss of a firm is a part of. */
const firmBase = "the affected final products made (in an unknown mix) for";
