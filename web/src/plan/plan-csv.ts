import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { gained } from "../../../src/report/plan/plan-parts.ts";
import { csv } from "../words/words.ts";
import { gainKinds } from "./gains.ts";

/** Selected programmes as CSV, USD m present value; `launched` by year as parts of one. */
export function programmesCsv({ plan, programmes }: PlanReport): string {
  const head = ["programme", "technology", "name", "group", "partner", "part", "cost_usd_m", "spent_usd_m"];
  const tail = ["present_cost_usd_m", "less_cost_usd_m", "researcher_years", "field"];
  const gains = gainKinds.map((kind) => `${kind}_usd_m`);
  return csv([
    ["plan", "as_of", ...head, ...gains, ...tail, ...plan.years.map((year) => `launched_${year}`)],
    ...programmes.map((programme) => {
      const { id, technology, name, group, partner, part, cost, spent, adds, launches } = programme;
      const { presentCost, lessCost, researcherYears, field } = programme;
      const gainsOf = gainKinds.map((kind) => gained(adds.filter((add) => add.kind === kind)));
      const launched = plan.years.map((year) => launches.find((launch) => launch.year === year)?.part ?? 0);
      const own = [id, technology, name, group, partner, part, cost, spent];
      return [plan.id, plan.asOf, ...own, ...gainsOf, presentCost, lessCost, researcherYears, field, ...launched];
    }),
  ]);
}

/** Money and researchers by year as CSV; an empty `available` is no bound, an empty `price` unknown. */
export const resourcesCsv = ({ plan, resources }: PlanReport): string =>
  csv([
    ["plan", "resource", "year", "used", "available", "one_more_each_year_usd_m"],
    ...resources.flatMap(({ id, used, available, price }) =>
      plan.years.map((year, at) => [plan.id, id, year, used[at] ?? null, available?.[at] ?? null, price]),
    ),
  ]);

/** Budgets as CSV; an empty value: no plan keeps to all bounds. */
export const frontierCsv = (plan: PlanReport["plan"], points: NonNullable<PlanReport["frontier"]>): string =>
  csv([
    ["plan", "as_of", "factor", "money_usd_m", "value_usd_m", "bound_usd_m", "gap", "programmes"],
    ...points.map((point) => [plan.id, plan.asOf, point.factor, point.money, point.value, point.bound, point.gap, point.programmes]),
  ]);
