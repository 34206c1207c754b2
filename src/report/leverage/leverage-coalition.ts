import type { CoalitionReport, LeverageReport } from "../../answers/leverage/leverage-report.ts";
import { present } from "../../base/collections.ts";
import { counted, percent, usdBn, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { atLeast, boundOf, listed, spaced, sumOf } from "../../base/words.ts";
import { note, table } from "../blocks.ts";
import { cellOf, sourceCell, technologyCell } from "../cell.ts";
import { aloneName, economyCell } from "../supply/chokepoint-score.ts";
import type { Block, TableBlock } from "../view.ts";
import { boundedTable, estimateIn, estimateWords } from "./estimate.ts";
import { moveBlocks } from "./leverage-moves.ts";

type Shapley = Readonly<Record<string, readonly [number, number, number]>>;
type Gaps = Pick<LeverageReport, "unvalued" | "leftOut">;
type Named = Pick<LeverageReport, "names">;
type Standing = Pick<LeverageReport, "asOf" | "evidence">;
type Controls = NonNullable<CoalitionReport["inForce"]>["controls"];

/** Why figures of a coalition are bounds: what is left out of supply makes losses lower bounds, products without a value those in USD. */
function boundsOf({ unit, unknownMembers, replyUnknown, replyLeavesOut }: CoalitionReport, { unvalued, leftOut }: Gaps) {
  const lossOfUnvalued = unvalued.length > 0 && unit === "USD bn a year";
  const unknown = unknownMembers.length > 0 || leftOut.length > 0;
  return {
    loss: unknown || lossOfUnvalued,
    sum: sumOf(unknown, lossOfUnvalued),
    left: (reply: boolean): string => boundOf(unknown || lossOfUnvalued, reply || unknown),
    reply: replyUnknown.length > 0 || replyLeavesOut > 0 || unvalued.length > 0,
    replySum: sumOf(replyLeavesOut > 0, replyUnknown.length > 0 || unvalued.length > 0),
    moves: sumOf(unknown || replyLeavesOut > 0, replyUnknown.length > 0 || unvalued.length > 0),
    known: leftOut.length > 0 ? ", of what is known" : "",
  };
}

const unitWords = (unit: CoalitionReport["unit"]): string => (unit === "part of output" ? unit : "USD B a year");

/** What members take together, by what all others do. */
export function togetherTable(report: CoalitionReport, gaps: Gaps & Pick<LeverageReport, "asOf">): TableBlock {
  const { unit, value, afterReply, inForce } = report;
  const bounds = boundsOf(report, gaps);
  return boundedTable(
    table(
      say("leverage-coalition.what-all-take-together", { unit: unitWords(unit) }),
      ["a ban on everything within reach, if all others", "loss>"],
      [
        ...outsiderWays.map(([way, words]) => [words, `${bounds.sum}${estimateIn(unit)(value[way])}`]),
        ...(afterReply === null ? [] : [["less the best reply", estimateWords(afterReply, bounds.left(bounds.reply))]]),
        [
          inForce === null ? standing(gaps.asOf) : `${standing(gaps.asOf)}, ${counted(inForce.controls.length, "control")}`,
          inForce === null ? "none recorded" : inForce.value === null ? "unknown" : `${bounds.sum}${estimateIn(unit)(inForce.value)}`,
        ],
      ],
    ),
  );
}

/** Who of the members how much, which sets suffice, and how the target could reply. */
export const coalitionDetails = (report: CoalitionReport, shapley: Shapley, gaps: Gaps & Named & Standing): readonly Block[] => [
  ...(report.inForce === null ? [] : [controlTable(report, report.inForce.controls, gaps)]),
  shareTable(report, shapley, boundsOf(report, gaps).known, gaps),
  ...setBlocks(report, boundsOf(report, gaps).known, gaps),
  ...replyBlocks(report, boundsOf(report, gaps), gaps),
  ...moveBlocks(report, boundsOf(report, gaps).moves),
];

/** The controls that stand between them, each with its document. */
const controlTable = ({ on }: CoalitionReport, controls: Controls, { asOf, names, evidence }: Named & Standing): TableBlock =>
  table(
    say("leverage-coalition.controls-of-day", { asOf }),
    ["issuer", "withheld~", "what", "since", "against", "state~", "citation~", "source~"],
    controls.map((each) => [
      economyCell(each.issuer, names),
      cellOf(each.technologies.map((id) => technologyCell(id))),
      spaced(each.class),
      each.since ?? "unknown",
      each.everyone ? "everyone" : economyCell(on, names),
      present(
        each.lapsed !== null && say("leverage-coalition.suspended-until", { day: each.lapsed }),
        !each.counted && "not counted: no supply of its issuer is known",
      ).join("; ") || "in force",
      each.citation,
      sourceCell(each.source, evidence.documents) ?? "",
    ]),
  );

function shareTable(
  { unit, members, joining, last, shapleyMiddle }: CoalitionReport,
  shapley: Shapley,
  known: string,
  { names }: Named,
): TableBlock {
  const words = estimateIn(unit);
  return table(
    say("leverage-coalition.share-of-each-member", { unit: unitWords(unit), known }),
    ["member", "fair share (Shapley)>", "added to those before it>", "added to all others>"],
    members.map((code) => {
      const interval = shapley[code];
      const cell = economyCell(code, names);
      if (interval === undefined) return [cell, "unknown", "", ""];
      return [cell, words({ middle: shapleyMiddle[code]!, interval }), words(joining[code]!), words(last[code]!)];
    }),
  );
}

/** The measure that is in force, beside the ban that is not. */
const standing = (asOf: string): string => say("leverage-coalition.not-a-ban-controls", { asOf });

/** In one order wherever the answer comes from: JSON keeps another. */
const outsiderWays = [
  ["backfilling", "fill in (backfilling)"],
  ["following", "join in (following)"],
  ["neutral", "keep still (neutral)"],
] as const;

function setBlocks(
  { smallest, pareto, threshold, thresholdGiven, unit, value }: CoalitionReport,
  known: string,
  { names }: Named,
): readonly Block[] {
  const told = (members: readonly string[]): string => members.map((code) => aloneName(names, code)).join(", ");
  const words = estimateIn(unit);
  const least =
    unit === "part of output"
      ? say("leverage-coalition.of-output", { threshold: percent(threshold) })
      : say("leverage-coalition.a-year", { threshold: usdBn(threshold) });
  const half = thresholdGiven ? "" : " (half of what all do)";
  const few = smallest
    ? say("leverage-coalition.smallest-set-that-harms", { least, half, members: told(smallest.members), words: words(smallest.harm) })
    : say("leverage-coalition.not-even-all-together", { least });
  const harmless = Object.values(value).every((each) => ["0", "0%"].includes(words(each)));
  const valueToo = unit === "part of output" ? ", or the target's output has no known value" : "";
  const noMarket = say("leverage-coalition.unknown-since-what-they", { valueToo });
  return [
    table(
      say("leverage-coalition.most-efficient-sets-none", { known }),
      ["members~", "harm>", "cost, USD B>"],
      pareto.map(({ members, harm, cost, unpriced }) => [
        cellOf(members.map((code) => economyCell(code, names))),
        words(harm),
        estimateWords(cost, atLeast(unpriced > 0)),
      ]),
      { none: harmless ? (known === "" ? "none harms it" : "none is known to harm it") : noMarket },
    ),
    ...(harmless ? [] : [note(few)]),
  ];
}

function replyBlocks(
  { replies, replyUnknown, replyPatents, replyLeavesOut }: CoalitionReport,
  bounds: ReturnType<typeof boundsOf>,
  { names }: Named,
): readonly Block[] {
  const patents = Object.entries(replyPatents).flatMap(([code, beside]) =>
    beside?.usd ? [say("leverage-coalition.from", { names: names[code] ?? code, usdRange: usdRange(0, beside.usd.high) })] : [],
  );
  return [
    table(
      "How the target could reply, USD B a year",
      ["withholding", "senders lose>", "target loses>", "difference>"],
      replies.map(({ technology, name, harm, cost, net, unpriced }) => {
        const atMost = unpriced > 0 || replyLeavesOut > 0;
        return [
          technology === null || name === null ? "all that it holds" : technologyCell(technology, name),
          estimateWords(harm, bounds.replySum),
          estimateWords(cost, sumOf(replyLeavesOut > 0, unpriced > 0)),
          net === null ? "unknown" : estimateWords(net, boundOf(bounds.reply, atMost)),
        ];
      }),
      { none: "no known reply would cost them" },
    ),
    {
      kind: "list",
      items: [
        ...(replyUnknown.length > 0
          ? [say("leverage-coalition.what-would-lose-by", { replyUnknown: listed(replyUnknown.map((code) => names[code] ?? code)) })]
          : []),
        patents.length > 0
          ? say("leverage-coalition.by-patents-the-target", { patents: patents.join(", ") })
          : "A reply by patents is unknown: load patents and run `levermap measure`.",
      ],
    },
  ];
}
