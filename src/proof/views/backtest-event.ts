import { numberInterval, numberRange, percent, percentInterval, percentPoints, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed, spaced } from "../../base/words.ts";
import { list, note, section, table } from "../../report/blocks.ts";
import type { Block, SectionBlock } from "../../report/view.ts";
import type { EventRowReport, ShockEvent } from "../answers/events/backtest-report.ts";

/** An event with all its rows: those that are scored, what is assumed, misses, and what is not scored. */
export function eventSection(event: ShockEvent): SectionBlock {
  const { id, what, kind, senders, targets, announced, date, rows, misses } = event;
  const scored = rows.filter(({ status }) => status === "scored");
  const since = announced === null || announced === date ? date : say("backtest-event.announced", { date, announced });
  const by = senders.length > 0 ? ` ${kind === "outage" ? "at" : "by"} ${listed(senders)}` : "";
  const technologies = event.technologies.map(({ name }) => name).join(", ");
  const assumed = [...new Set(scored.flatMap((row) => row.assumed))];
  const lists = [
    { title: "Loss in the model over time", items: scored.flatMap(overWords) },
    { title: "Assumed", items: assumed },
    { title: "Misses", items: misses.length > 0 || scored.length === 0 ? misses : ["none"] },
    { title: "Given to the model", items: unscored(rows, "input") },
    { title: "Outside the model", items: unscored(rows, "outside") },
    { title: "Not scored", items: unscored(rows, "not scored") },
  ].filter(({ items }) => items.length > 0);
  return section(`${id}: ${what}`, [
    note(say("backtest-event.against", { kind: spaced(kind), by, targets: listed(targets), since, technologies })),
    rowsTable(scored),
    ...lists.map(({ title, items }): Block => list(title, items)),
  ]);
}

const rowsTable = (scored: readonly EventRowReport[]): Block =>
  table(
    "Predictions",
    ["what~", "when", "measured", "predicted~", "lost>", "predicted (80%)>", "off>", "80%", "direction"],
    scored.flatMap(({ of, what, unit, from, last, score }) => {
      if (score === null || last === null) return [];
      const { predicted, predictedLoss, measuredLoss, magnitude, hit, direction } = score;
      return [
        [
          `${of}: ${what}`,
          last.date,
          `${from ? say("backtest-event.to", { from: range(from) }) : ""}${range(last)} ${unit}`,
          numberInterval([predicted.low, predicted.median, predicted.high]),
          percentRange(measuredLoss.low, measuredLoss.high),
          percentInterval([predictedLoss.low, predictedLoss.median, predictedLoss.high]),
          percentPoints([magnitude, magnitude, magnitude]),
          hit ? "hit" : "missed",
          direction.right ? "right" : "wrong",
        ],
      ];
    }),
    { none: "no row could be scored" },
  );

/** What an output loses over time by the model, how wide that is, and what of it was measured. */
function overWords({ of, over, last, score }: EventRowReport): readonly string[] {
  if (over.length === 0 || last === null || score === null) return [];
  const { low, high } = score.measuredLoss;
  const losses = over.map((at) => {
    const when = at.month === 0 ? "at once" : say("backtest-event.after-months", { month: String(at.month) });
    return say("backtest-event.width", { when, percentInterval: percentInterval([at.low, at.median, at.high]), width: percent(at.width) });
  });
  const measured = percent(high) === "0%" ? "none" : percentRange(low, high);
  return [`${of}: ${losses.join("; ")}. ${say("backtest-event.measured", { measured, date: last.date })}`];
}

const unscored = (rows: readonly EventRowReport[], wanted: EventRowReport["status"]): readonly string[] =>
  rows
    .filter(({ status }) => status === wanted)
    .map(({ of, what, unit, from, last, status, reason }) => {
      const earlier = from ? say("backtest-event.to-from", { from: range(from), date: from.date }) : "";
      const value = last ? `${earlier}${range(last)} (${last.date}) ${unit}` : "";
      return `${of}: ${what}: ${value}${status === "not scored" ? `; ${reason}` : ""}`;
    });

const range = ({ low, high }: { readonly low: number; readonly high: number }): string => numberRange(low, high);
