import { count, number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts } from "../../report/blocks.ts";
import { technologyCell } from "../../report/cell.ts";
import { flexible, right, tableOf } from "../../report/table-of.ts";
import type { TableBlock, View } from "../../report/view.ts";
import type { PlanBacktest } from "../answers/plans/plan-backtest-report.ts";

/** How each way to choose did, the differences with their intervals, and the cells of the plan. */
export function planBacktestView(answer: PlanBacktest): View {
  const { finding, cutOff, after, lastLoaded, known, judged, laterFamilies, laterCitations, chooser, budget, seed, evidence } = answer;
  const late = lastLoaded !== null && cutOff + after >= lastLoaded;
  return {
    finding,
    limit: late
      ? say("plan-backtest.publications-are-loaded-only", { lastLoaded: String(lastLoaded), cutOff: String(cutOff + after) })
      : "The plan chooses by patents alone: shares of supply, controls and costs of that day are not known.",
    blocks: [choices(answer), differences(answer)],
    details: [
      facts("How it was tested", [
        ["Known then", say("plan-backtest.cells-had-a-family", { cells: known, cutOff: String(cutOff) })],
        ["Later", say("plan-backtest.new-families-in-the", { families: laterFamilies, after: String(after), citations: laterCitations })],
        ["Cells with a known outcome", count(judged)],
        ["Chosen by", `${chooser}; ${budget === 0 ? "no cell to choose from" : say("plan-backtest.cells-each", { cells: budget })}`],
        ["Random", say("plan-backtest.the-mean-of-draws", { seed: String(seed) })],
        ["How cited", "1 is as cited as later families of the same technology and year"],
      ]),
      cells(answer),
    ],
    more: "how it was tested, cells of the plan",
    evidence,
  };
}

const choices = ({ choices: all }: PlanBacktest): TableBlock =>
  tableOf("What came of the chosen cells (a technology and a patent class; cited: 1 is average)", all, [
    ["chosen by", ({ name }) => name],
    ["cells", (choice) => count(choice.cells), right],
    ["with outcome", ({ judged }) => count(judged), right],
    ["how cited", ({ relative }) => number(relative), right],
    ["later families a cell", ({ filed }) => number(filed), right],
    ["earlier ones", ({ filedBefore }) => number(filedBefore), right],
  ]);

const differences = ({ differences: all }: PlanBacktest): TableBlock =>
  tableOf("How cited: the plan compared with each other choice (98.3% intervals)", all, [
    ["compared with", ({ baseline }) => baseline],
    [
      "difference",
      ({ difference, interval }) =>
        `${signed(difference)}${interval === null ? "" : say("plan-backtest.to", { low: signed(interval.low), high: signed(interval.high) })}`,
    ],
    ["the plan", ({ verdict }) => verdict],
  ]);

const cells = ({ chosen }: PlanBacktest): TableBlock =>
  tableOf({ title: "Cells of the plan", none: "none" }, chosen, [
    ["technology", ({ technology, name }) => technologyCell(technology, name), flexible],
    ["group", ({ group }) => group || "none"],
    ["families", ({ families }) => count(families), right],
    ["filed after", ({ filed }) => count(filed), right],
    ["how cited", ({ relative }) => number(relative), right],
  ]);

const signed = (value: number | null): string =>
  value !== null && value > 0 && number(value) !== "0" ? `+${number(value)}` : number(value);
