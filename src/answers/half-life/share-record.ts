import { betterForecast, type ForecastTotals, hidings, pairTotals, testPairs } from "../../leverage/halflife/pair-score.ts";
import { learnForecasts, type ShareForecasts } from "../../leverage/halflife/share-forecast.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { remembered } from "../shared/remembered.ts";
import { allTrends, type EditionTrends } from "./holding-trends.ts";
import { type ShareHistory, shareHistory } from "./share-history.ts";

/** What shares did between dates, what is learnt from it, and how well it would have told the shares of others. */
export interface ShareRecord {
  readonly history: ShareHistory;
  /** `null`: too few pairs. */
  readonly learnt: ShareForecasts | null;
  readonly used: "base rate" | "hazard model";
  /** Of the hazard model, with all other technologies known; `null`: not scored. */
  readonly model: ForecastTotals | null;
  /** Of the forecast used, in the same test. */
  readonly own: ForecastTotals | null;
}

/** Seed of the bootstrap that decides which forecast is used: the same for every question. */
const recordSeed = 1;

export function shareRecord(read: ReadModel, trends: readonly EditionTrends[]): ShareRecord {
  const history = shareHistory(read, trends);
  const { all } = history;
  const totals = hidings.map((hiding) => pairTotals(testPairs(all, all, hiding), recordSeed));
  const used = betterForecast(totals);
  const of = (name: string): ForecastTotals | null => totals[0]!.find(({ forecast }) => forecast === name) ?? null;
  return { history, learnt: learnForecasts(all), used, model: of("hazard model"), own: of(used) };
}

/** What shares did before one day, each read once. */
export interface SharesRead {
  readonly trends: () => Promise<readonly EditionTrends[]>;
  readonly shares: () => Promise<ShareRecord>;
}

export function openShares({ workspace, read }: OpenDay): SharesRead {
  const [all, record] = [remembered<readonly EditionTrends[]>(), remembered<ShareRecord>()];
  const trends = () => all([], async () => allTrends(workspace, (await read()).map.asOf));
  return { trends, shares: () => record([], async () => shareRecord(await read(), await trends())) };
}
