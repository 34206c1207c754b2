import type { HalfLifeScore } from "../../answers/half-life/half-life-report.ts";
import { count, number, percent, percentInterval, percentRange } from "../../base/format.ts";
import { facts, list, table } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import type { TableBlock, View } from "../view.ts";

/** Predicted compared with measured for each top holder, then how all did, and the misses in words. */
export function halfLifeScoreView(score: HalfLifeScore): View {
  const { totals, withheldTotals, freeTotals, misses, evidence, draws, seed, months, from, to } = score;
  return {
    finding: score.finding,
    limit: "The prediction assumes that every holder had withheld since the older edition, which few did.",
    blocks: [
      table(
        "How good the predictions are",
        ["technologies~", "in the 80% interval>", "mean width>", "skill (1 perfect, 0 no better than no change)~"],
        [totalsRow("all", totals), totalsRow("withheld in that time", withheldTotals), totalsRow("not known to be withheld", freeTotals)],
      ),
      linesTable(score),
    ],
    details: [
      list("Misses", misses.length > 0 ? misses : ["none"]),
      facts("How it was scored", [
        ["Time", `${from} to ${to}, ${months} months`],
        ["Draws", `${count(draws)}, seed ${seed}`],
        ["CRPS", "error of the whole forecast: 0 is a certain one that came true"],
        ["CRPS, no change", "the same of a forecast that nothing changes"],
      ]),
    ],
    evidence,
  };
}

function totalsRow(of: string, { scored, hits, meanWidth, skill }: HalfLifeScore["totals"]): readonly string[] {
  if (scored === 0) return [of, "none", "", ""];
  return [of, `${hits} of ${scored}`, percent(meanWidth ?? 0), skill.noLoss === null ? "unknown: nothing changed" : number(skill.noLoss)];
}

const linesTable = ({ lines }: HalfLifeScore): TableBlock =>
  table(
    "Part of the hold that is left",
    ["technology~", "holder", "share, then and now", "measured", "predicted (80%)", "80%", "CRPS>", "no change>", "withheld"],
    lines.map(({ technology, name, holder, before, after, measured, predicted, hit, crps, crpsNothing, withheld }) => [
      technologyCell(technology, name),
      holder,
      `${percentRange(before.low, before.high)}, ${percentRange(after.low, after.high)}`,
      percentRange(measured.low, measured.high),
      percentInterval([predicted.low, predicted.median, predicted.high]),
      hit ? "hit" : "missed",
      number(crps),
      number(crpsNothing),
      withheld ? "yes" : "",
    ]),
    { none: "no technology could be matched", most: 12 },
  );
