import type { ComparedSide, PlanComparison, ProgrammeDifference } from "../../answers/plan/explain/plan-compare-report.ts";
import { modelLimit } from "../../answers/plan/plan-labels.ts";
import { number, numberRange, percent, usdM } from "../../base/format.ts";
import { spaced } from "../../base/words.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { TableBlock, View } from "../view.ts";
import { planHead, programmeCell } from "./plan-parts.ts";

/** Two plans: how much each brings, which programmes only one of them has and why, and which inputs differ. */
export function planCompareView({ finding, first, second, both, firstOnly, secondOnly, inputs, evidence }: PlanComparison): View {
  return {
    finding,
    limit: modelLimit,
    blocks: [
      sides([first, second]),
      differences(`Only in "${first.label}"`, firstOnly),
      differences(`Only in "${second.label}"`, secondOnly),
    ],
    details: [
      tableOf(
        { title: "Ids, and net value at the prices of each plan, USD M", none: "none" },
        [...firstOnly.map((each) => ({ ...each, side: first })), ...secondOnly.map((each) => ({ ...each, side: second }))],
        [
          ["id", ({ programme }) => programme.id],
          ["only in", ({ side }) => side.label, flexible],
          ["first plan", ({ nets }) => netWords(nets[0]), right],
          ["second plan", ({ nets }) => netWords(nets[1]), right],
        ],
      ),
      tableOf({ title: "In both", none: "none" }, both, [
        ["id", ({ id }) => id],
        ["programme", ({ name }) => name, flexible],
      ]),
      tableOf({ title: "Inputs that differ", none: "none" }, inputs, [
        ["input", ({ id, scope }) => (scope === "" ? spaced(id) : `${spaced(id)}, ${scope}`), flexible],
        ["first plan", (input) => ends(input.first), right],
        ["second plan", (input) => ends(input.second), right],
      ]),
      ...[first, second].map((side) => ({ ...planHead(side.plan), title: `Settings of "${side.label}"` })),
    ],
    more: "ids and net values, programmes in both, inputs that differ, settings",
    evidence,
  };
}

const sides = (both: readonly ComparedSide[]): TableBlock =>
  tableOf({ title: "The two plans", none: "none" }, both, [
    ["plan", ({ label }) => label, flexible],
    ["programmes", ({ programmes }) => number(programmes), right],
    ["to choose from", ({ candidates }) => number(candidates), right],
    ["brings", ({ worth }) => usdM(worth), right],
    ["gap to best", ({ gap }) => percent(gap), right],
  ]);

const differences = (title: string, all: readonly ProgrammeDifference[]): TableBlock =>
  tableOf({ title, none: "none", most: 8 }, all, [
    ["programme", ({ programme }) => programmeCell(programme), flexible],
    ["why only there", ({ why }) => why, flexible],
  ]);

const netWords = (net: number | null): string => (net === null ? "none" : number(net));

const ends = (of: readonly [number, number] | null): string => (of === null ? "none" : numberRange(of[0], of[1]));
