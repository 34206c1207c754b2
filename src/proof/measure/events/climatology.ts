import { groupBy } from "../../../base/collections.ts";
import { type Weighted, weightedCrps } from "../../../measure/crps.ts";
import type { RowScore } from "./score.ts";

/** A scored row within its act. Rows of an act share one weight. */
export interface ActRow {
  readonly act: string;
  readonly kind: ActKind;
  readonly score: RowScore;
}

/** An outage, or a measure of a state. */
export type ActKind = "outage" | "measure";

/** A row's score with that of climatology; `null` where no other act of its kind is scored. */
export interface FullScore extends RowScore {
  readonly crpsClimatology: number | null;
}

/** Rows with that reference: what was lost in all other acts of their kind, later ones included, outputs pooled, acts weighted equally. */
export function withClimatology<R extends ActRow>(rows: readonly R[]): readonly (R & { readonly score: FullScore })[] {
  const forecastOf = new Map<string, readonly Weighted[]>();
  return rows.map((row) => {
    const key = `${row.kind}|${row.act}`;
    const forecast = forecastOf.get(key) ?? lossesElsewhere(rows, row);
    forecastOf.set(key, forecast);
    const crpsClimatology = forecast.length === 0 ? null : weightedCrps(forecast, measuredMiddle(row.score));
    return { ...row, score: { ...row.score, crpsClimatology } };
  });
}

function lossesElsewhere(rows: readonly ActRow[], { act, kind }: ActRow): readonly Weighted[] {
  const others = groupBy(
    rows.filter((row) => row.kind === kind && row.act !== act),
    (row) => row.act,
  );
  return [...others.values()].flatMap((own) =>
    own.map(({ score }) => ({ value: measuredMiddle(score), weight: 1 / (others.size * own.length) })),
  );
}

const measuredMiddle = ({ measuredLoss: { low, high } }: RowScore): number => (low + high) / 2;
