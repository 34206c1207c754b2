import type { ComparedSide, PlanComparison, ProgrammeDifference } from "../../answers/plan/explain/plan-compare-report.ts";
import { modelLimit } from "../../answers/plan/plan-labels.ts";
import { number, numberRange, percent, usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { spaced } from "../../base/words.ts";
import { technologyCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { TableBlock, View } from "../view.ts";
import { planHead } from "./plan-parts.ts";

/** Two plans: what each is worth as a whole, which problems only one of them takes up and why, and which inputs differ. */
export function planCompareView({ finding, first, second, both, firstOnly, secondOnly, inputs, evidence }: PlanComparison): View {
  return {
    finding,
    limit: modelLimit,
    blocks: [
      sides([first, second]),
      differences(say("plan-compare.only-in", { label: first.label }), firstOnly),
      differences(say("plan-compare.only-in", { label: second.label }), secondOnly),
    ],
    details: [
      tableOf({ title: "In both", none: "none" }, both, [
        ["id", ({ problem }) => problem],
        ["problem", ({ name }) => name, flexible],
      ]),
      tableOf({ title: "Inputs that differ", none: "none" }, inputs, [
        ["input", ({ id, scope }) => (scope === "" ? spaced(id) : `${spaced(id)}, ${scope}`), flexible],
        ["first plan", (input) => ends(input.first), right],
        ["second plan", (input) => ends(input.second), right],
      ]),
      ...[first, second].map((side) => ({ ...planHead(side.plan), title: say("plan-compare.settings-of", { label: side.label }) })),
    ],
    more: "problems in both, inputs that differ, settings",
    evidence,
  };
}

const sides = (both: readonly ComparedSide[]): TableBlock =>
  tableOf({ title: "The two plans, present value", none: "none" }, both, [
    ["plan", ({ label }) => label, flexible],
    [
      "taken up",
      ({ programmes, candidates }) => say("plan-compare.of", { programmes: number(programmes), candidates: number(candidates) }),
      right,
    ],
    ["resilience", ({ resilience }) => (resilience === null ? "unknown" : usdM(resilience)), right],
    ["income", ({ income }) => usdM(income), right],
    [
      "rights",
      ({ rights, plan }) =>
        rights === null ? "no target" : say("plan-compare.on", { rights: usdM(rights), againstName: plan.againstName }),
      right,
    ],
    ["cost", ({ cost }) => usdM(cost), right],
    ["gap to best", ({ gap }) => percent(gap), right],
  ]);

const differences = (title: string, all: readonly ProgrammeDifference[]): TableBlock =>
  tableOf({ title, none: "none", most: 8 }, all, [
    ["problem", ({ name, technology }) => technologyCell(technology, name), flexible],
    ["why only there", ({ why }) => why, flexible],
  ]);

const ends = (of: readonly [number, number] | null): string => (of === null ? "none" : numberRange(of[0], of[1]));
