import type { BacktestReport, EventRowReport, ShockEvent } from "../../answers/backtest/backtest-report.ts";
import { count, number, numberInterval, numberRange, percent, percentInterval, percentRange } from "../../base/format.ts";
import { listed, spaced } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { sourcesLine } from "../page/sources.ts";
import { type TableColumn, table } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";
import { patentCasesText } from "./patent-cases.ts";

const columns: readonly TableColumn[] = [
  { title: "what", flexible: true },
  { title: "when" },
  { title: "measured" },
  { title: "predicted", flexible: true },
  { title: "lost %", align: "right" },
  { title: "predicted % (80%)", align: "right" },
  { title: "off", align: "right" },
  { title: "80%" },
  { title: "direction" },
];

/** One table an event, misses and what is not scored in plain words, then all together. */
export function backtestText(report: BacktestReport, page: Page): string {
  const { style, width } = page;
  const { totals, warnings, evidence } = report;
  return [
    style.strong(paragraph(report.finding, width)),
    "",
    paragraph(
      "Measured and predicted are in the unit of the row. Lost: the part that is gone of what was before, a rise being none; of months, the part of five years. Off: median of the prediction minus what was measured, in points. 80%: whether the measurement lies in the middle 80% of the draws.",
      width,
    ),
    ...report.events.flatMap((event) => ["", ...eventLines(event, page)]),
    "",
    style.strong("All events"),
    paragraph(
      `${totals.scored} rows scored, ${totals.hits} hits, ${totals.directionsRight} directions right; mean width of the 80% intervals ${percent(totals.meanWidth)}. Skill ${number(totals.skill.noLoss)} against "no loss", ${number(totals.skill.fullLoss)} against "full loss" (1 perfect, 0 no better). ${count(report.draws)} draws, seed ${report.seed}.`,
      width,
    ),
    "",
    ...patentCasesText(report.patentCases, page),
    "",
    ...warnings.map((warning) => paragraph(`Not read: ${warning}.`, width)),
    ...evidence.limits.map((limit) => paragraph(limit, width)),
    paragraph(sourcesLine(evidence), width),
  ].join("\n");
}

function eventLines(event: ShockEvent, page: Page): string[] {
  const { style, width } = page;
  const { id, what, kind, senders, targets, announced, date, rows, misses } = event;
  const scored = rows.filter(({ status }) => status === "scored");
  const since = announced === null || announced === date ? date : `${date}, announced ${announced}`;
  const by = senders.length > 0 ? `${kind === "outage" ? "at" : "by"} ${listed(senders)}` : "";
  return [
    style.strong(paragraph(`${id}: ${what}`, width)),
    paragraph(`${spaced(kind)} ${by} on ${listed(targets)}, ${since}: ${event.technologies.map(({ name }) => name).join(", ")}`, width),
    scored.length > 0 ? table(columns, scored.map(line), page) : "No row could be scored.",
    ...overLines(scored, width),
    ...assumedLines(scored, width),
    ...(misses.length > 0 ? [paragraph("Misses:", width), ...misses.map((miss) => `  ${paragraph(miss, width, "  ")}`)] : []),
    ...(scored.length > 0 && misses.length === 0 ? ["No misses."] : []),
    ...unscoredLines(rows, width),
  ];
}

function line({ of, what, unit, from, last, score }: EventRowReport): string[] {
  if (score === null || last === null) return [];
  const { predicted, predictedLoss, measuredLoss, magnitude, hit, direction } = score;
  const bare = (text: string): string => text.replace(" to ", "-").replaceAll("%", "");
  return [
    `${of}: ${what}`,
    last.date,
    `${from ? `${range(from)} to ` : ""}${range(last)} ${unit}`,
    `${numberInterval([predicted.low, predicted.median, predicted.high])}`,
    bare(percentRange(measuredLoss.low, measuredLoss.high)),
    bare(percentInterval([predictedLoss.low, predictedLoss.median, predictedLoss.high])),
    signed(magnitude),
    hit ? "hit" : "missed",
    direction.right ? "right" : "wrong",
  ];
}

/** What an output loses over time by the model, how wide that is, and what of it was measured. */
function overLines(rows: readonly EventRowReport[], width: number): string[] {
  return rows.flatMap(({ of, over, last, score }) => {
    if (over.length === 0 || last === null || score === null) return [];
    const { low, high } = score.measuredLoss;
    const told = over.map(
      (at) =>
        `${at.month === 0 ? "at once" : `after ${at.month} months`} ${percentInterval([at.low, at.median, at.high])}, width ${percent(at.width)}`,
    );
    const measured = percent(high) === "0%" ? "none" : percentRange(low, high);
    return [paragraph(`Loss of ${of} in the model: ${told.join("; ")}. Measured: ${measured} (${last.date}).`, width)];
  });
}

function assumedLines(rows: readonly EventRowReport[], width: number): string[] {
  const notes = [...new Set(rows.flatMap(({ assumed }) => assumed))];
  return notes.length === 0 ? [] : [paragraph(`Assumed: ${notes.join("; ")}.`, width)];
}

const headings = { input: "Given to the model", outside: "Outside the model", "not scored": "Not scored" } as const;

function unscoredLines(rows: readonly EventRowReport[], width: number): string[] {
  return (["input", "outside", "not scored"] as const).flatMap((status) => {
    const of = rows.filter((row) => row.status === status);
    if (of.length === 0) return [];
    return [`${headings[status]}:`, ...of.map((row) => `  ${paragraph(unscored(row), width, "  ")}`)];
  });
}

function unscored({ of, what, unit, from, last, status, reason }: EventRowReport): string {
  const earlier = from ? `${range(from)} (${from.date}) to ` : "";
  const value = last ? `${earlier}${range(last)} (${last.date}) ${unit}` : "";
  return `${of}: ${what}: ${value}${status === "not scored" ? `; ${reason}` : ""}`;
}

const range = ({ low, high }: { readonly low: number; readonly high: number }): string => numberRange(low, high);

/** In percentage points of the loss. */
const signed = (fraction: number): string => {
  const points = Math.round(100 * fraction);
  return points > 0 ? `+${points}` : String(points);
};
