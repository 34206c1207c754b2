import type { ComparedSide, PlanComparison, ProgrammeDifference } from "../../answers/plan/explain/plan-compare-report.ts";
import { modelLimit } from "../../answers/plan/plan-labels.ts";
import { number, numberRange, percent, usdM } from "../../base/format.ts";
import { spaced } from "../../base/words.ts";
import type { Cell, Column, TableBlock, View } from "../view.ts";
import { planHead } from "./plan-head.ts";
import { programmeCell } from "./plan-programmes.ts";

const flexible = (title: string): Column => ({ title, flexible: true });
const figure = (title: string): Column => ({ title, align: "right" });

/** Two plans: how much each brings, which programmes only one of them has and why, and which inputs differ. */
export function planCompareView({ finding, first, second, both, firstOnly, secondOnly, inputs, evidence }: PlanComparison): View {
  return {
    finding,
    limit: modelLimit,
    blocks: [
      table(
        "The two plans",
        [flexible("plan"), ...["programmes", "to choose from", "brings", "gap to best"].map(figure)],
        [first, second].map(sideRow),
      ),
      differences(`Only in "${first.label}"`, firstOnly),
      differences(`Only in "${second.label}"`, secondOnly),
    ],
    details: [
      table(
        "Ids, and net value at the prices of each plan, USD M",
        [{ title: "id" }, flexible("only in"), figure("first plan"), figure("second plan")],
        [...firstOnly.map((each) => [first, each] as const), ...secondOnly.map((each) => [second, each] as const)].map(
          ([{ label }, { programme, nets }]) => [programme.id, label, ...nets.map((net) => (net === null ? "none" : number(net)))],
        ),
      ),
      table(
        "In both",
        [{ title: "id" }, flexible("programme")],
        both.map(({ id, name }) => [id, name]),
      ),
      table(
        "Inputs that differ",
        [flexible("input"), figure("first plan"), figure("second plan")],
        inputs.map(({ id, scope, first: a, second: b }) => [scope === "" ? spaced(id) : `${spaced(id)}, ${scope}`, ends(a), ends(b)]),
      ),
      ...[first, second].map((side) => ({ ...planHead(side.plan), title: `Settings of "${side.label}"` })),
    ],
    more: "ids and net values, programmes in both, inputs that differ, settings",
    evidence,
  };
}

const table = (title: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): TableBlock => ({
  kind: "table",
  title,
  columns,
  rows,
  none: "none",
});

const sideRow = ({ label, programmes, candidates, worth, gap }: ComparedSide): readonly Cell[] => [
  label,
  number(programmes),
  number(candidates),
  usdM(worth),
  percent(gap),
];

const differences = (title: string, all: readonly ProgrammeDifference[]): TableBlock => ({
  ...table(
    title,
    [flexible("programme"), flexible("why only there")],
    all.map(({ programme, why }) => [programmeCell(programme), why]),
  ),
  most: 8,
});

const ends = (of: readonly [number, number] | null): string => (of === null ? "none" : numberRange(of[0], of[1]));
