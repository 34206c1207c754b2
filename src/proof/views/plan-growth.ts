import { count, number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts, listOf, note, table } from "../../report/blocks.ts";
import type { View } from "../../report/view.ts";
import type { GrowthLine, PlanGrowth } from "../answers/plans/plan-growth-report.ts";

const titles = ["series~", "growth a year", "forecast", "last year>", "counted>", "damped (80%)>", "as last>", "line>", "errors~"];

/** Each series with its growth and the last year of its forecast, then the misses. */
export const planGrowthView = ({ finding, series, misses, better, errors, evidence }: PlanGrowth): View => ({
  finding,
  limit: evidence.limits[0]!,
  blocks: [
    table("Growth after the cut-off, counted and forecast", titles, series.map(line), { none: "no series", most: 12 }),
    note(
      "Forecasts of the last year: damped (recent growth that fades), as last (no growth), line (a straight line). Errors: mean absolute scaled error of each, in this order; 1 means as far off as one year was from the one before.",
    ),
  ],
  details: [
    ...(errors === null
      ? []
      : [
          facts("Series in which the damped rule erred less", [
            ['than "as in the last year"', count(better.last)],
            ["than a straight line", count(better.line)],
          ]),
        ]),
    ...listOf("Counts outside their interval", misses),
  ],
  evidence,
});

function line({ name, reason, growth, years, errors }: GrowthLine): string[] {
  const last = years.at(-1);
  if (last === undefined || growth === null) return [name, ...new Array(titles.length - 2).fill(""), reason ?? "unknown"];
  const { interval } = last;
  return [
    name,
    yearly(growth.counted),
    yearly(growth.forecast),
    String(last.year),
    whole(last.counted),
    `${whole(last.damped)} (${interval === null ? "unknown" : say("plan-growth.to", { whole: whole(interval.low), intervalWhole: whole(interval.high) })})`,
    whole(last.last),
    whole(last.line),
    errors === null ? "unknown" : [errors.damped, errors.last, errors.line].map(number).join(", "),
  ];
}

const whole = (value: number): string => count(Math.round(value));

/** A difference of logarithms as a part of a year. */
function yearly(growth: number): string {
  const part = Math.round(Math.expm1(growth) * 100);
  return `${part > 0 ? "+" : ""}${part}%`;
}
