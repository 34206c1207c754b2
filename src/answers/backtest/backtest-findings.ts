import { counted, number, percent, percentRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { Totals } from "../../leverage/backtest/score.ts";
import type { EventRowReport, ShockEvent } from "./backtest-report.ts";

/** The finding of the back-tests in plain words, bad news included. */
export function backtestFinding(events: readonly ShockEvent[], totals: Totals): string {
  const { scored, hits, directionsRight, meanWidth, skill } = totals;
  const rows = events.reduce((sum, event) => sum + event.rows.length, 0);
  if (scored === 0) return `None of ${counted(rows, "row")} of ${counted(events.length, "event")} could be scored.`;
  const missed = events.filter(({ misses }) => misses.length > 0).map(({ id }) => id);
  return [
    `${hits} of ${scored} measurements lie in the 80% interval of the model, where about ${Math.round(0.8 * scored)} should; its mean width is ${percent(meanWidth ?? 0)} of all there is to lose.`,
    `The direction is right in ${directionsRight}.`,
    `Skill ${number(skill.noLoss)} against "no loss" and ${number(skill.fullLoss)} against "full loss": ${verdict(skill)}.`,
    missed.length > 0 ? `Misses in ${listed(missed)}.` : "No misses.",
  ].join(" ");
}

function verdict({ noLoss, fullLoss }: Totals["skill"]): string {
  const worse = [...(beats(noLoss) ? [] : ['"no loss"']), ...(beats(fullLoss) ? [] : ['"full loss"'])];
  if (worse.length === 0) return "better than both";
  return `no better than ${listed(worse)}`;
}

const beats = (skill: number | null): boolean => skill !== null && skill > 0;

/** Every row outside its interval in one sentence. */
export function missesOf(rows: readonly EventRowReport[]): readonly string[] {
  return rows.flatMap(({ of, what, last, score }) => {
    if (score === null || score.hit) return [];
    const { measuredLoss, predictedLoss, magnitude } = score;
    const side = magnitude > 0 ? "too much" : "too little";
    return [
      `${of}, ${what}, ${last?.date}: measured a loss of ${percentRange(measuredLoss.low, measuredLoss.high)}, predicted ${percentRange(predictedLoss.low, predictedLoss.high)}: ${side}.`,
    ];
  });
}
