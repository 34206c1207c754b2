import type { OpenDay } from "../day/open-day.ts";
import { remembered } from "../shared/remembered.ts";
import { allTrends, type EditionTrends } from "./holding-trends.ts";
import { type ShareRecord, shareRecord } from "./share-record.ts";

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
