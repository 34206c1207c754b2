import { valueWords } from "../../answers/plan/plan-labels.ts";
import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { counted, number, percent } from "../../base/format.ts";
import type { Block, Column, TableBlock } from "../view.ts";

const figure = (title: string): Column => ({ title, align: "right" });

/** What a plan tells only on request: other budgets, other scenarios, other inputs. */
export const askedBlocks = ({ frontier, regrets, robustness, plan }: PlanReport): readonly Block[] => [
  ...(frontier === null ? [] : [frontierTable(frontier, plan)]),
  ...(regrets === null ? [] : [regretTable(regrets)]),
  ...(robustness === null ? [] : robustnessBlocks(robustness)),
];

type Points = NonNullable<PlanReport["frontier"]>;

/** What the best plan of each budget is worth. */
export const frontierTable = (points: Points, plan: PlanReport["plan"]): TableBlock => ({
  kind: "table",
  title: `The best plan of each budget, USD M (${valueWords(plan)})`,
  columns: [figure("money in all"), figure("value"), figure("at most"), figure("programmes"), { title: "", flexible: true }],
  rows: points.map(({ factor, money, value, bound, programmes }) => [
    number(money),
    value === null ? "none keeps to all bounds" : number(value),
    bound === null ? "unknown" : number(bound),
    String(programmes),
    factor === 1 ? "this plan" : "",
  ]),
});

/** What the best plans of half and of twice the money are worth beside this one. */
export function frontierWords(points: Points): string {
  const at = (factor: number): number | null => points.find((point) => point.factor === factor)?.value ?? null;
  const [half, own, twice] = [at(0.5), at(1), at(2)];
  if (own === null || own <= 0 || half === null || twice === null) return "What the best plan of each budget is worth.";
  return `Half the money would still get ${percent(half / own)} of the value, twice the money ${percent(twice / own)}, with the same researchers.`;
}

const regretTable = (regrets: NonNullable<PlanReport["regrets"]>): TableBlock => ({
  kind: "table",
  title: "The plan in each scenario, USD M",
  columns: [{ title: "scenario", flexible: true }, ...["chance", "value", "best for it", "missed"].map(figure)],
  rows: regrets.map(({ scenario, probability, value, best, regret }) => [
    scenario,
    percent(probability),
    number(value),
    number(best),
    number(regret),
  ]),
});

function robustnessBlocks({ draws, infeasible, stopped, seed, stays }: NonNullable<PlanReport["robustness"]>): readonly Block[] {
  const apart = [
    ...(infeasible > 0 ? [`In ${counted(infeasible, "draw")} no plan keeps to all bounds.`] : []),
    ...(stopped > 0 ? [`In ${counted(stopped, "draw")} the time limit was reached before the gap was proved.`] : []),
  ];
  return [
    {
      kind: "table",
      title: `How often a programme is in the best plan, over ${counted(draws, "draw")} of the inputs (seed ${seed})`,
      columns: [{ title: "programme", flexible: true }, figure("of draws"), { title: "selected" }, { title: "id" }],
      rows: stays.map(({ programme, name, part, isIn }) => [
        name,
        { text: percent(part), interval: [part, part, part] },
        isIn ? "yes" : "no",
        programme,
      ]),
      none: "none",
      most: 12,
    },
    ...(apart.length === 0 ? [] : [{ kind: "note" as const, text: apart.join(" ") }]),
  ];
}
