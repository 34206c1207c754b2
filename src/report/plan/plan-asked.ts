import { valueWords } from "../../answers/plan/plan-labels.ts";
import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { counted, number, percent } from "../../base/format.ts";
import { said } from "../../base/words.ts";
import { note } from "../blocks.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";

/** What a plan tells only on request: other budgets, other scenarios, other inputs. */
export const askedBlocks = ({ frontier, regrets, robustness, plan }: PlanReport): readonly Block[] => [
  ...(frontier === null ? [] : [frontierTable(frontier, plan)]),
  ...(regrets === null ? [] : [regretTable(regrets)]),
  ...(robustness === null ? [] : robustnessBlocks(robustness)),
];

type Points = NonNullable<PlanReport["frontier"]>;

/** What the best plan of each budget is worth. */
export const frontierTable = (points: Points, plan: PlanReport["plan"]): TableBlock =>
  tableOf(`The best plan of each budget, USD M (${valueWords(plan)})`, points, [
    ["money in all", ({ money }) => number(money), right],
    ["value", ({ value }) => (value === null ? "none keeps to all bounds" : number(value)), right],
    ["at most", ({ bound }) => number(bound), right],
    ["programmes", ({ programmes }) => String(programmes), right],
    ["", ({ factor }) => (factor === 1 ? "this plan" : ""), flexible],
  ]);

/** What the best plans of half and of twice the money are worth beside this one. */
export function frontierWords(points: Points): string {
  const at = (factor: number): number | null => points.find((point) => point.factor === factor)?.value ?? null;
  const [half, own, twice] = [at(0.5), at(1), at(2)];
  if (own === null || own <= 0 || half === null || twice === null) return "What the best plan of each budget is worth.";
  return `Half the money would still get ${percent(half / own)} of the value, twice the money ${percent(twice / own)}, with the same researchers.`;
}

const regretTable = (regrets: NonNullable<PlanReport["regrets"]>): TableBlock =>
  tableOf("The plan in each scenario, USD M", regrets, [
    ["scenario", ({ scenario }) => scenario, flexible],
    ["chance", ({ probability }) => percent(probability), right],
    ["value", ({ value }) => number(value), right],
    ["best for it", ({ best }) => number(best), right],
    ["missed", ({ regret }) => number(regret), right],
  ]);

function robustnessBlocks({ draws, infeasible, stopped, seed, stays }: NonNullable<PlanReport["robustness"]>): readonly Block[] {
  const apart = said(
    infeasible > 0 && `In ${counted(infeasible, "draw")} no plan keeps to all bounds.`,
    stopped > 0 && `In ${counted(stopped, "draw")} the time limit was reached before the gap was proved.`,
  );
  const table = tableOf(
    `How often a programme is in the best plan, over ${counted(draws, "draw")} of the inputs (seed ${seed})`,
    stays,
    [
      ["programme", ({ name }) => name, flexible],
      ["of draws", ({ part }) => ({ text: percent(part), interval: [part, part, part] }), right],
      ["selected", ({ isIn }) => (isIn ? "yes" : "no")],
      ["id", ({ programme }) => programme],
    ],
    { none: "none", most: 12 },
  );
  return [table, ...(apart.length === 0 ? [] : [note(apart.join(" "))])];
}
