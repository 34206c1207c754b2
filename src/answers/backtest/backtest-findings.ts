import { counted, percentRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { Totals } from "../../leverage/backtest/score.ts";
import type { EventRowReport, ShockEvent } from "./backtest-report.ts";

/** The finding of the back-tests in plain words, bad news included. */
export function backtestFinding(events: readonly ShockEvent[], { scored, hits, directionsRight, skill }: Totals): string {
  const rows = events.reduce((sum, event) => sum + event.rows.length, 0);
  if (scored === 0) return `None of ${counted(rows, "row")} of ${counted(events.length, "event")} could be scored.`;
  const worse = [...(beats(skill.noLoss) ? [] : ['"no loss"']), ...(beats(skill.fullLoss) ? [] : ['"full loss"'])];
  const verdict = worse.length === 0 ? 'better than both "no loss" and "full loss"' : `no better than ${listed(worse)}`;
  return `${hits} of ${scored} measurements lie in the 80% interval of the model, where about ${Math.round(0.8 * scored)} should. The direction is right in ${directionsRight}; the model is ${verdict}.`;
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
