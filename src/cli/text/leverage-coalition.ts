import type { CoalitionReport, LeverageReport } from "../../answers/leverage/leverage-report.ts";
import { percent, usdBn, usdRange } from "../../base/format.ts";
import { atLeast, boundOf } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import type { TableColumn } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";
import { range, toldIn } from "./leverage-range.ts";

const right = (title: string): TableColumn => ({ title, align: "right" });
const shownPareto = 12;

/**
 * What members do together, who of them how much, which sets suffice, and how the target could reply. What is left out of supply makes
 * losses lower bounds, and final products without a published value those in USD.
 */
export function leverageCoalition(
  report: CoalitionReport,
  shapley: Readonly<Record<string, readonly [number, number, number]>>,
  { unvalued, leftOut }: Pick<LeverageReport, "unvalued" | "leftOut">,
  page: Page,
): string[] {
  const { unit, value, members, joining, last } = report;
  const told = toldIn(unit);
  const moreTaken = report.unknownMembers.length > 0 || leftOut.length > 0 || (unvalued.length > 0 && unit === "USD bn a year");
  const moreByReply = report.replyUnknown.length > 0 || report.replyLeavesOut > 0 || unvalued.length > 0;
  const known = leftOut.length > 0 ? ", of what is known" : "";
  const ways = Object.entries(value).map(([way, estimate]) => [`outsiders ${way}`, `${atLeast(moreTaken)}${told(estimate)}`]);
  const left = boundOf(moreTaken, moreByReply);
  const after = report.afterReply === null ? [] : [["after the best reply", range(report.afterReply, left)]];
  const split = members
    .filter((code) => shapley[code])
    .map((code) => {
      const part = { middle: report.shapleyMiddle[code]!, interval: shapley[code]! };
      return [code, told(part), told(joining[code]!), told(last[code]!)];
    });
  return [
    ...section({ title: `Together, ${unitWords(unit)}`, columns: [{ title: "" }, right("loss")], rows: [...ways, ...after] }, page),
    ...section(
      {
        title: `Who of them, ${unitWords(unit)}${known}`,
        columns: [{ title: "who" }, right("part by Shapley"), right("adds to those before"), right("adds to all others")],
        rows: split,
      },
      page,
    ),
    ...(report.unknownMembers.length > 0
      ? [paragraph(`Unknown, as no share and no rule of theirs is known: what ${report.unknownMembers.join(", ")} could add.`, page.width)]
      : []),
    ...setsSection(report, known, page),
    ...repliesSection(report, moreByReply, page),
  ];
}

const unitWords = (unit: CoalitionReport["unit"]): string => (unit === "part of output" ? unit : "USD B a year");

function setsSection({ smallest, pareto, threshold, thresholdGiven, unit, value }: CoalitionReport, known: string, page: Page): string[] {
  const told = toldIn(unit);
  const least = unit === "part of output" ? `${percent(threshold)} of output` : `${usdBn(threshold)} a year`;
  const half = thresholdGiven ? "" : " (half of what all do)";
  const few = smallest
    ? `Fewest that harm more than ${least}${half}: ${smallest.members.join(", ")}, ${told(smallest.harm)}.`
    : `Not even all together harm more than ${least}.`;
  const harmless = Object.values(value).every((each) => ["0", "0%"].includes(told(each)));
  const rest = pareto.length > shownPareto ? ` (the ${shownPareto} that harm most of ${pareto.length})` : "";
  return [
    ...section(
      {
        title: `Sets that no other harms as much for less${known}${rest}`,
        none: harmless
          ? known === ""
            ? "none harms it"
            : "none is known to harm it"
          : `unknown, since no market of what they withhold is known${unit === "part of output" ? ", or not what the target's output is worth" : ""}`,
        columns: [{ title: "who", flexible: true }, right("harm"), right("cost USD B")],
        rows: pareto
          .slice(-shownPareto)
          .map(({ members, harm, cost, unpriced }) => [members.join(", "), told(harm), range(cost, atLeast(unpriced > 0))]),
      },
      page,
    ),
    ...(harmless ? [] : [paragraph(few, page.width)]),
  ];
}

function repliesSection({ replies, replyUnknown, replyPatents, replyLeavesOut }: CoalitionReport, least: boolean, page: Page): string[] {
  const patents = Object.entries(replyPatents).flatMap(([code, beside]) =>
    beside?.usd ? [`from ${code} ${usdRange(0, beside.usd.high)}`] : [],
  );
  return [
    ...section(
      {
        title: "How the target could reply, USD B a year",
        columns: [{ title: "withholding" }, right("they lose"), right("it costs"), right("net")],
        rows: replies.map(({ name, harm, cost, net, unpriced }) => [
          name ?? "all that it holds",
          range(harm, atLeast(least)),
          range(cost, atLeast(unpriced > 0 || replyLeavesOut > 0)),
          range(net, boundOf(least, unpriced > 0 || replyLeavesOut > 0)),
        ]),
        none: "nothing known that would cost them",
      },
      page,
    ),
    ...(replyUnknown.length > 0
      ? [paragraph(`Unknown, as no source says what they make: the loss of ${replyUnknown.join(", ")} by a reply.`, page.width)]
      : []),
    paragraph(
      patents.length > 0
        ? `By patents, market access at most, never added: ${patents.join(", ")} a year.`
        : "By patents: unknown; `levermap measure` makes it known where patents are loaded.",
      page.width,
    ),
  ];
}
