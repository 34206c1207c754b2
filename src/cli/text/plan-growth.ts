import type { GrowthLine, PlanGrowth } from "../../answers/plan/backtest/plan-growth-report.ts";
import { count, number } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { sourcesLine } from "../page/sources.ts";
import { type TableColumn, table } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";

const columns: readonly TableColumn[] = [
  { title: "series", flexible: true },
  { title: "growth a year" },
  { title: "forecast" },
  { title: "last year", align: "right" },
  { title: "counted", align: "right" },
  { title: "damped (80%)", align: "right" },
  { title: "as last", align: "right" },
  { title: "line", align: "right" },
  { title: "errors", flexible: true },
];

/** Each series with its growth and the last year of its forecast, then the misses. */
export function planGrowthText({ finding, series, misses, evidence }: PlanGrowth, { style, width }: Page): string {
  const page = { style, width };
  return [
    style.strong(paragraph(finding, width)),
    "",
    series.length > 0 ? table(columns, series.map(line), page) : "No series.",
    "",
    paragraph(
      "Errors: mean absolute scaled error of the damped rule, of the last year, of a straight line; 1 is as far as a year was from the one before.",
      width,
    ),
    ...(misses.length > 0 ? [paragraph(`Misses: ${misses.join("; ")}.`, width)] : []),
    ...evidence.limits.map((limit) => paragraph(limit, width)),
    paragraph(sourcesLine(evidence), width),
  ].join("\n");
}

function line({ name, reason, growth, years, errors }: GrowthLine): string[] {
  const last = years.at(-1);
  if (last === undefined || growth === null) return [name, ...new Array(columns.length - 2).fill(""), reason ?? "unknown"];
  const { interval } = last;
  const range = interval === null ? "unknown" : `${whole(interval.low)} to ${whole(interval.high)}`;
  return [
    name,
    yearly(growth.counted),
    yearly(growth.forecast),
    String(last.year),
    whole(last.counted),
    `${whole(last.damped)} (${range})`,
    whole(last.last),
    whole(last.line),
    errors === null ? "unknown" : [errors.damped, errors.last, errors.line].map((error) => number(error)).join(", "),
  ];
}

const whole = (value: number): string => count(Math.round(value));

/** A difference of logarithms as a part of a year. */
function yearly(growth: number): string {
  const part = Math.round(Math.expm1(growth) * 100);
  return `${part > 0 ? "+" : ""}${part}%`;
}
