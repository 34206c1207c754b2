import type { HalfLifeScore } from "../../answers/half-life/half-life-score-report.ts";
import { count, number, percent, percentInterval, percentRange } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { sourcesLine } from "../page/sources.ts";
import { type TableColumn, table } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";

const columns: readonly TableColumn[] = [
  { title: "technology", flexible: true },
  { title: "holder" },
  { title: "share" },
  { title: "left, measured" },
  { title: "left, predicted (80%)" },
  { title: "80%" },
  { title: "CRPS", align: "right" },
  { title: "nothing changes", align: "right" },
  { title: "withheld" },
];

/** Predicted against measured for each top holder, then how all did, and the misses in words. */
export function halfLifeScoreText(score: HalfLifeScore, page: Page): string {
  const { style, width } = page;
  const { totals, withheldTotals, freeTotals, misses, evidence } = score;
  return [
    style.strong(paragraph(score.finding, width)),
    "",
    score.lines.length > 0 ? table(columns, score.lines.map(line), page) : "No technology could be matched.",
    "",
    paragraph(
      `All: ${words(totals)} With a control in that time: ${words(withheldTotals)} Without: ${words(freeTotals)} ` +
        `CRPS: 0 is a certain forecast that came true; "nothing changes" is the same of a forecast without change. ${count(score.draws)} draws, seed ${score.seed}, ${score.months} months.`,
      width,
    ),
    ...(misses.length > 0 ? [paragraph(`Misses: ${misses.join("; ")}.`, width)] : ["No misses."]),
    ...evidence.limits.map((limit) => paragraph(limit, width)),
    paragraph(sourcesLine(evidence), width),
  ].join("\n");
}

function line({
  name,
  holder,
  before,
  after,
  measured,
  predicted,
  hit,
  crps,
  crpsNothing,
  withheld,
}: HalfLifeScore["lines"][number]): string[] {
  return [
    name,
    holder,
    `${percentRange(before.low, before.high)}, ${percentRange(after.low, after.high)}`,
    percentRange(measured.low, measured.high),
    percentInterval([predicted.low, predicted.median, predicted.high]),
    hit ? "hit" : "missed",
    number(crps),
    number(crpsNothing),
    withheld ? "yes" : "",
  ];
}

function words({ scored, hits, meanWidth, skill }: HalfLifeScore["totals"]): string {
  if (scored === 0) return "none.";
  const against = skill.noLoss === null ? "none to be had" : number(skill.noLoss);
  return `${hits} of ${scored} in the 80% interval, mean width ${percent(meanWidth ?? 0)}, skill ${against}.`;
}
