import type { PlanReport, PlanSensitivity } from "../../answers/plan/plan-report.ts";
import { number } from "../../base/format.ts";
import { flexible, right, tableOf, wideFlexible } from "../table-of.ts";
import type { TableBlock } from "../view.ts";

const words: Readonly<Record<PlanSensitivity["change"], string>> = {
  none: "as it is",
  "money-times-ten": "ten times the money",
  "tenth-of-people": "a tenth of the people",
  "other-generation": "generation",
  "other-target": "target",
  "twice-the-rivals": "twice the rivals",
};

/** The plan with one thing changed at a time, where that was asked for. */
export const sensitivityTable = ({ sensitivity }: PlanReport): readonly TableBlock[] =>
  sensitivity === null
    ? []
    : [
        tableOf("With one thing changed, chosen anew by search, on the same fresh worlds, USD M in present value", sensitivity, [
          ["change", ({ change, to }) => (to === null ? words[change] : `${words[change]}: ${to}`), flexible],
          ["programmes", ({ programmes }) => String(programmes), right],
          ["resilience", ({ resilience }) => number(resilience), right],
          ["income", ({ income }) => number(income), right],
          ["rights", ({ rights }) => number(rights), right],
          ["comes in", ({ added }) => added.join(", "), wideFlexible],
          ["goes out", ({ dropped }) => dropped.join(", "), wideFlexible],
        ]),
      ];
