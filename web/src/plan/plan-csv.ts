import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { csv } from "../words/words.ts";

/** Selected programmes as CSV, USD m present value. */
export function programmesCsv({ plan, programmes }: PlanReport): string {
  const head = ["programme", "problem", "technology", "name", "next_generation", "researcher_years", "field", "works", "wins", "supplies"];
  const tail = [
    "cost_usd_m",
    "royalties_usd_m",
    "royalties_spared_usd_m",
    "profit_usd_m",
    "rights_usd_m",
    "resilience_usd_m",
    "missed_usd_m",
    "alone_usd_m",
    "share_usd_m",
  ];
  return csv([
    ["plan", "as_of", ...head, ...tail],
    ...programmes.map((each) => {
      const own = [each.id, each.problem, each.technology, each.name, String(each.nextGeneration), each.effort, each.field];
      const chances = [each.works, each.wins, each.supplies];
      return [
        ...[plan.id, plan.asOf, ...own, ...chances],
        ...[each.cost, each.royalties, each.freedom, each.profit, each.rights, each.resilience, each.missed, each.alone, each.share],
      ];
    }),
  ]);
}

/** Money and researchers by year as CSV; an empty `available` is no bound. */
export const resourcesCsv = ({ plan, resources }: PlanReport): string =>
  csv([
    ["plan", "resource", "year", "used", "available"],
    ...resources.flatMap(({ id, used, available }) =>
      plan.years.map((year, at) => [plan.id, id, year, used[at] ?? null, available?.[at] ?? null]),
    ),
  ]);
