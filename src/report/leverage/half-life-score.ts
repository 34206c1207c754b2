import type { HalfLifeScore } from "../../answers/half-life/half-life-report.ts";
import { count, number, percent, percentInterval, percentRange } from "../../base/format.ts";
import { technologyCell } from "../cell.ts";
import { columns } from "../columns.ts";
import type { TableBlock, View } from "../view.ts";

/** Predicted compared with measured for each top holder, then how all did, and the misses in words. */
export function halfLifeScoreView(score: HalfLifeScore): View {
  const { totals, withheldTotals, freeTotals, misses, evidence, draws, seed, months, from, to } = score;
  return {
    finding: score.finding,
    limit: "The prediction assumes that every holder had withheld since the older edition, which few did.",
    blocks: [
      {
        kind: "table",
        title: "How good the predictions are",
        columns: columns("technologies~", "in the 80% interval>", "mean width>", "skill (1 perfect, 0 no better than no change)~"),
        rows: [
          totalsRow("all", totals),
          totalsRow("withheld in that time", withheldTotals),
          totalsRow("not known to be withheld", freeTotals),
        ],
      },
      linesTable(score),
    ],
    details: [
      { kind: "list", title: "Misses", items: misses.length > 0 ? misses : ["none"] },
      {
        kind: "facts",
        title: "How it was scored",
        facts: [
          { label: "Time", value: `${from} to ${to}, ${months} months` },
          { label: "Draws", value: `${count(draws)}, seed ${seed}` },
          { label: "CRPS", value: "error of the whole forecast: 0 is a certain one that came true" },
          { label: "CRPS, no change", value: "the same of a forecast that nothing changes" },
        ],
      },
    ],
    evidence,
  };
}

function totalsRow(of: string, { scored, hits, meanWidth, skill }: HalfLifeScore["totals"]): readonly string[] {
  if (scored === 0) return [of, "none", "", ""];
  return [of, `${hits} of ${scored}`, percent(meanWidth ?? 0), skill.noLoss === null ? "unknown: nothing changed" : number(skill.noLoss)];
}

const linesTable = ({ lines }: HalfLifeScore): TableBlock => ({
  kind: "table",
  title: "Part of the hold that is left",
  none: "no technology could be matched",
  most: 12,
  columns: columns("technology~", "holder", "share, then and now", "measured", "predicted (80%)", "80%", "CRPS>", "no change>", "withheld"),
  rows: lines.map(({ technology, name, holder, before, after, measured, predicted, hit, crps, crpsNothing, withheld }) => [
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
});
