import { calendarYear } from "../../../base/days.ts";
import type { Row } from "../../../base/tables.ts";
import { inputQuantityOf, scaled } from "./plant.ts";
import type { Shock } from "./shock.ts";

/**
 * The stocks that inputs of an event give, in months of use, as figures of the map for its targets: they hold for the event in place of what
 * the map knows. A row says by what it is of which technology it means; without one it is the event's only technology.
 */
export function givenStocks(shock: Shock, date: string): readonly Row<"parameter">[] {
  const scopes = ["world", ...shock.targets.flatMap(({ kind, id }) => (id === null || kind === "world" ? [] : [id]))];
  const only = shock.technologies.length === 1 ? shock.technologies[0]! : null;
  return shock.rows.flatMap((row) => {
    const technology = row.technology ?? only;
    if (row.role !== "input" || row.last === null || technology === null || inputQuantityOf(row, shock) !== "stock") return [];
    const range = scaled(row, Number.POSITIVE_INFINITY);
    const common = { technology, parameter: "stock", ...range, unit: "months", year: calendarYear(date), known: null };
    return scopes.map((scope) => ({ ...common, scope, source: null, grade: "published", note: null }));
  });
}
