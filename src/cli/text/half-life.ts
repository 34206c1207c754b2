import type { HalfLifeReport } from "../../answers/half-life/half-life-report.ts";
import { count, counted, percentInterval, percentRange } from "../../base/format.ts";
import { lowered } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { type Section, section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { decaySection, withholdingSection } from "./half-life-sections.ts";

/** How long half the force lasts, what withholding does, and what it does later or kept up. */
export function halfLifeText(report: HalfLifeReport, page: Page): string {
  const { style, width } = page;
  const { evidence, draws, seed } = report;
  return [
    style.strong(paragraph(report.finding, width)),
    "",
    paragraph(report.choice, width),
    ...[decaySection(report), withholdingSection(report), heldSection(report), trendSection(report)].flatMap((each) => section(each, page)),
    "",
    paragraph(`${count(draws)} draws, seed ${seed}.`, width),
    ...evidence.limits.map((limit) => paragraph(limit, width)),
    paragraph(sourcesLine(evidence), width),
  ].join("\n");
}

function heldSection({ acted, held, loses }: HalfLifeReport): Section {
  const lost = loses === "use" ? "use lost, month 12" : "output lost, mean of 12 months";
  return {
    title: "Act now, or hold in reserve",
    columns: [{ title: "when" }, { title: lost }, { title: "of what it costs now" }],
    rows: [
      ...acted.map(({ from, to, loss }) => [
        from === 0 ? "now, months 1 to 12" : `now and kept up, months ${from + 1} to ${to}`,
        percentInterval(loss),
        "",
      ]),
      ...(held.length === 0 ? [["first in a year or more", "unknown", ""]] : []),
      ...held.map(({ years, loss, ofNow }) => [
        `first in ${counted(years, "year")}`,
        percentInterval(loss),
        ofNow === null ? "nothing is lost now" : percentInterval(ofNow),
      ]),
    ],
  };
}

function trendSection({ trends, patents }: HalfLifeReport): Section {
  const alive = (years: number): string => percentRange(patents?.left[years] ?? 0, patents?.left[years] ?? 0);
  return {
    title: "What wears it down without an act",
    columns: [{ title: "what" }, { title: "then" }, { title: "now" }, { title: "from", flexible: true }],
    rows: [
      ...trends.map(({ name, source, from, to, before, after }) => [
        `share of ${lowered(name)}`,
        percentRange(before.low, before.high),
        percentRange(after.low, after.high),
        `${source}, ${from} to ${to}`,
      ]),
      ...(patents === null
        ? []
        : [
            [
              "patents in force",
              "",
              `${count(Math.round(patents.inForce))} families`,
              `of these ${alive(1)} in 1 year, ${alive(2)} in 2, ${alive(5)} in 5, ${alive(10)} in 10`,
            ],
          ]),
    ],
    none: "nothing is loaded that tells",
  };
}
