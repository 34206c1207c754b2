import type { BacktestReport } from "../../../src/proof/answers/events/backtest-report.ts";
import { csv } from "../words/words.ts";

/** Scored rows as CSV: parts lost, predicted as the middle 80% with its median, and as measured. */
export const backtestCsv = ({ events, draws, seed }: BacktestReport): string =>
  csv([
    ["event", "act", "date", "of", "what", "predicted_low", "predicted_median", "predicted_high", "measured_low", "measured_high", "hit"],
    ...events.flatMap(({ id, act, date, rows }) =>
      rows.flatMap(({ of, what, score }) => {
        if (score === null) return [];
        const { predictedLoss, measuredLoss, hit } = score;
        const { low, median, high } = predictedLoss;
        return [[id, act, date, of, what, low, median, high, measuredLoss.low, measuredLoss.high, hit ? "yes" : "no"]];
      }),
    ),
    ["draws", String(draws), "seed", String(seed)],
  ]);
