import type { ChoiceLine, PlanBacktest } from "../../answers/plan/backtest/plan-backtest-report.ts";
import { count, counted, number } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";

const shown = 20;

/** How each choice did, the differences with their intervals, and the cells of the plan. */
export function planBacktestText(answer: PlanBacktest, page: Page): string {
  const { finding, choices, differences, chosen, chooser, budget, seed, evidence } = answer;
  const say = (text: string): string => paragraph(text, page.width);
  return [
    page.style.strong(say(finding)),
    ...section(
      {
        title: "What came of the cells",
        columns: ["choice", "cells", "known", "how cited", "filed a cell", "filed before"].map((title, at) => ({
          title,
          align: at === 0 ? "left" : "right",
        })),
        rows: choices.map(choiceRow),
      },
      page,
    ),
    ...section(
      {
        title: "The plan less each, 98.3%",
        columns: [{ title: "baseline" }, { title: "difference" }, { title: "the plan" }],
        rows: differences.map(({ baseline, difference, interval, verdict }) => [
          baseline,
          `${signed(difference)}${interval === null ? "" : ` (${signed(interval.low)} to ${signed(interval.high)})`}`,
          verdict,
        ]),
      },
      page,
    ),
    ...section(
      {
        title: chosen.length > shown ? `Cells of the plan, the first ${shown} of ${count(chosen.length)}` : "Cells of the plan",
        columns: [
          { title: "technology", flexible: true },
          { title: "group" },
          { title: "families", align: "right" },
          { title: "filed after", align: "right" },
          { title: "how cited", align: "right" },
        ],
        rows: chosen
          .slice(0, shown)
          .map(({ name, group, families, filed, relative }) => [name, group || "none", count(families), count(filed), number(relative)]),
        none: "none",
      },
      page,
    ),
    "",
    say(
      `Chosen by: ${chooser}; ${budget === 0 ? "no cell to choose from" : `${counted(budget, "cell")} each`}. Random: the mean of 1,000 draws, seed ${seed}. How cited: 1 as later families of their technology and year.`,
    ),
    ...evidence.limits.map(say),
    say(sourcesLine(evidence)),
  ].join("\n");
}

const choiceRow = ({ name, cells, judged, relative, filed, filedBefore }: ChoiceLine): readonly string[] => [
  name,
  count(cells),
  count(judged),
  number(relative),
  number(filed),
  number(filedBefore),
];

function signed(value: number | null): string {
  const text = number(value);
  return value !== null && value > 0 && Number(text) !== 0 ? `+${text}` : text.replace(/^-0\.00$/, "0.00");
}
