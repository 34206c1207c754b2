import type { PlanBacktest } from "../../answers/plan/backtest/plan-backtest-report.ts";
import { count, counted, number } from "../../base/format.ts";
import { technologyCell } from "../cell.ts";
import type { Column, TableBlock, View } from "../view.ts";

const figure = (title: string): Column => ({ title, align: "right" });

/** How each way to choose did, the differences with their intervals, and the cells of the plan. */
export function planBacktestView(answer: PlanBacktest): View {
  const { finding, cutOff, after, lastLoaded, known, judged, laterFamilies, laterCitations, chooser, budget, seed, evidence } = answer;
  const late = lastLoaded !== null && cutOff + after >= lastLoaded;
  return {
    finding,
    limit: late
      ? `Publications are loaded only up to ${lastLoaded}, so filings up to the end of ${cutOff + after} are not all known.`
      : "The plan chooses by patents alone: shares of supply, controls and costs of that day are not known.",
    blocks: [choices(answer), differences(answer)],
    details: [
      {
        kind: "facts",
        title: "How it was tested",
        facts: [
          { label: "Known then", value: `${counted(known, "cell")} had a family at the end of ${cutOff}` },
          {
            label: "Later",
            value: `${counted(laterFamilies, "new family", "new families")} in the ${after} years after, with ${counted(laterCitations, "citation")}`,
          },
          { label: "Cells with a known outcome", value: count(judged) },
          { label: "Chosen by", value: `${chooser}; ${budget === 0 ? "no cell to choose from" : `${counted(budget, "cell")} each`}` },
          { label: "Random", value: `the mean of 1,000 draws, seed ${seed}` },
          { label: "How cited", value: "1 is as cited as later families of the same technology and year" },
        ],
      },
      cells(answer),
    ],
    more: "how it was tested, cells of the plan",
    evidence,
  };
}

const choices = ({ choices: all }: PlanBacktest): TableBlock => ({
  kind: "table",
  title: "What came of the chosen cells (a technology and a patent class; cited: 1 is average)",
  columns: [{ title: "chosen by" }, ...["cells", "with outcome", "how cited", "later families a cell", "earlier ones"].map(figure)],
  rows: all.map(({ name, cells: of, judged, relative, filed, filedBefore }) => [
    name,
    count(of),
    count(judged),
    number(relative),
    number(filed),
    number(filedBefore),
  ]),
});

const differences = ({ differences: all }: PlanBacktest): TableBlock => ({
  kind: "table",
  title: "How cited: the plan compared with each other choice (98.3% intervals)",
  columns: [{ title: "compared with" }, { title: "difference" }, { title: "the plan" }],
  rows: all.map(({ baseline, difference, interval, verdict }) => [
    baseline,
    `${signed(difference)}${interval === null ? "" : ` (${signed(interval.low)} to ${signed(interval.high)})`}`,
    verdict,
  ]),
});

const cells = ({ chosen }: PlanBacktest): TableBlock => ({
  kind: "table",
  title: "Cells of the plan",
  columns: [{ title: "technology", flexible: true }, { title: "group" }, ...["families", "filed after", "how cited"].map(figure)],
  rows: chosen.map(({ technology, name, group, families, filed, relative }) => [
    technologyCell(technology, name),
    group || "none",
    count(families),
    count(filed),
    number(relative),
  ]),
  none: "none",
});

const signed = (value: number | null): string =>
  value !== null && value > 0 && number(value) !== "0" ? `+${number(value)}` : number(value);
