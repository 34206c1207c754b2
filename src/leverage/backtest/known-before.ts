import { dateOf, yearOf } from "../../base/days.ts";
import { buildSupplyMap, type SupplyRows } from "../../measure/supply/supply-map.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import { compileModel, type SupplyModel } from "../model.ts";

/**
 * The supply model as known before a day. A row counts only if its document was published, and any year it describes lies, before the year
 * of that day: documents have no day, so one of the same year may be later. Rows without a dated document are excluded.
 *
 * @param day days since 1970-01-01
 * @param publishedIn year of publication of a document by its id
 */
export function modelKnownBefore(
  rows: SupplyRows,
  day: number,
  timeline: RuleTimeline,
  publishedIn: (source: string) => number | null,
): SupplyModel {
  const year = yearOf(day);
  const known = <R extends { readonly year: number | null; readonly source: string | null }>(list: readonly R[]): readonly R[] =>
    list.filter((row) => {
      const published = row.source === null ? null : publishedIn(row.source);
      return published !== null && published < year && (row.year === null || row.year < year);
    });
  const before = {
    ...rows,
    share: known(rows.share),
    parameter: known(rows.parameter),
    product_place: known(rows.product_place),
  };
  return compileModel(buildSupplyMap(before, { asOf: dateOf(day) }), timeline);
}
