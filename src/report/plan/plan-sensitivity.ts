import { valueWords } from "../../answers/plan/plan-labels.ts";
import type { PlanReport, PlanSensitivity } from "../../answers/plan/plan-report.ts";
import { number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { type ColumnOf, flexible, right, tableOf } from "../table-of.ts";
import type { TableBlock } from "../view.ts";

const words: Readonly<Record<PlanSensitivity["change"], string>> = {
  none: "as it is",
  "money-times-ten": "ten times the money",
  "tenth-of-people": "a tenth of the people",
  "other-generation": "generation",
  "other-target": "target",
  "twice-the-rivals": "twice the rivals",
};

type Row = PlanSensitivity;

const change: ColumnOf<Row> = ["change", ({ change: what, to }) => (to === null ? words[what] : `${words[what]}: ${to}`), flexible];

/** The plan with one thing changed at a time, where that was asked for: what it is worth and costs, then what comes in and goes out. */
export function sensitivityTables({ sensitivity, plan }: Pick<PlanReport, "sensitivity" | "plan">): readonly TableBlock[] {
  if (sensitivity === null) return [];
  const other = sensitivity.filter(({ added, dropped }) => added.length + dropped.length > 0);
  return [
    tableOf(say("plan-sensitivity.with-one-thing-changed", { value: valueWords(plan) }), sensitivity, [
      change,
      ["programmes", ({ programmes }) => String(programmes), right],
      ["resilience", ({ resilience }) => (resilience === null ? "unknown" : number(resilience)), right],
      ["income", ({ income }) => number(income), right],
      ["rights", ({ rights }) => number(rights), right],
      ["cost", ({ cost }) => number(cost), right],
      ["value", ({ net }) => number(net), right],
    ]),
    tableOf({ title: "With one thing changed: problems that come in and go out", none: "none" }, other, [
      change,
      ["comes in", ({ added }) => added.join(", ") || "none", flexible],
      ["goes out", ({ dropped }) => dropped.join(", ") || "none", flexible],
    ]),
  ];
}
