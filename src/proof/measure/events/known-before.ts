import { dateOf } from "../../../base/days.ts";
import type { Row } from "../../../base/tables.ts";
import { compileModel, type SupplyModel } from "../../../leverage/model.ts";
import { createKnownSince } from "../../../measure/supply/known.ts";
import { buildSupplyMap, type SupplyRows, withFacts } from "../../../measure/supply/supply-map.ts";
import type { RuleTimeline } from "../../../screen/rules/timeline.ts";

/**
 * The supply model as known before a day. A fact counts only if it was known by the day before; one without a dated document never does.
 *
 * @param day days since 1970-01-01
 * @param given parameters that an event gives, in place of what was known
 */
export function modelKnownBefore(
  rows: SupplyRows,
  day: number,
  timeline: RuleTimeline,
  given: readonly Row<"parameter">[] = [],
): SupplyModel {
  const since = createKnownSince(rows.document);
  const before = dateOf(day - 1);
  const known = withFacts(rows, (fact) => {
    const from = since(fact);
    return from !== null && from <= before;
  });
  const isGiven = (row: Row<"parameter">): boolean =>
    given.some((each) => each.technology === row.technology && each.parameter === row.parameter && each.scope === row.scope);
  const parameter = [...known.parameter.filter((row) => !isGiven(row)), ...given];
  return compileModel(buildSupplyMap({ ...known, parameter }, { asOf: dateOf(day) }), timeline);
}
